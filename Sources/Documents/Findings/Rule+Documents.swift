extension Rule {
  /// The rules about files and YAML.
  public static let documents: [Rule] = [
    .fileMissing, .fileUnreadable, .fileTooLarge, .notUTF8, .syntax, .tab, .emptyDocument, .severalDocuments, .duplicateKey, .tooDeep,
    .tooManyNodes, .keyNotText, .badMerge, .unsafeAnchors,
  ]

  /// The rules about JSON texts that are read by the reader for JSON.
  public static let json: [Rule] = [.notJSON]

  /// A file is missing.
  public static let fileMissing = Rule(
    "FS1001", "File not found",
    "A file that is named on the command line or in a scenario is not there. Names are relative to the scenario's folder.")
  /// A file can't be read.
  public static let fileUnreadable = Rule(
    "FS1002", "File not readable", "The system refuses to read the file: look at its permissions, and that it is no folder.")
  /// A file is too large.
  public static let fileTooLarge = Rule(
    "FS1003", "File too large", "A scenario has up to 32 MB. Put what is long, such as traces, into files of their own and name them.")
  /// A file is not UTF-8.
  public static let notUTF8 = Rule("FS1004", "Not UTF-8", "Files are read as UTF-8. Save the file in that encoding.")
  /// A file is not YAML.
  public static let syntax = Rule("FS1005", "Not YAML", "The text does not follow the rules of YAML. What follows it was not looked at.")
  /// A tab where YAML wants spaces.
  public static let tab = Rule("FS1006", "Tab in the indentation", "YAML indents by spaces only.")
  /// Nothing in the file.
  public static let emptyDocument = Rule("FS1007", "Nothing in the file", "The file holds no document, or comments only.")
  /// More than one document.
  public static let severalDocuments = Rule(
    "FS1008", "Several documents in a file", "A file holds one scenario. `---` in the middle begins another document.")
  /// A key that stands twice.
  public static let duplicateKey = Rule(
    "FS1009", "Key given twice", "A key may stand once in a mapping, as it would not be clear which value is meant.")
  /// Too many levels.
  public static let tooDeep = Rule("FS1010", "Nested too deeply", "Values may be nested in 100 levels.")
  /// Too many values.
  public static let tooManyNodes = Rule(
    "FS1011", "Too many values", "With its aliases put in place the document has more than two million values.")
  /// A key that is no text.
  public static let keyNotText = Rule("FS1012", "Key is no text", "A key is a single word or text, not a list or mapping.")
  /// A merge of what is no mapping.
  public static let badMerge = Rule("FS1013", "Merge of what is no mapping", "`<<` takes an alias of a mapping, or a list of such.")
  /// Anchors in a document that could make reading it endless.
  public static let unsafeAnchors = Rule(
    "FS1014", "Anchors used in an unsafe way",
    "A file may have up to 64 anchors, beside them no list, mapping or alias as a key, and no nesting in more than 100 levels.")
  /// A text is not JSON.
  public static let notJSON = Rule("FS1015", "Not JSON", "The text does not follow the rules of JSON. What follows it was not looked at.")
}
