extension Finding {
  /// Why a file could not be read.
  public static func file(_ path: String, _ fault: FileFault) -> Finding {
    switch fault {
    case .missing: Finding(.fileMissing, "there is no file '\(path)'", mend: "names are relative to the scenario's folder")
    case .unreadable(let words): Finding(.fileUnreadable, "the file '\(path)' can't be read: \(words)")
    case .tooLarge(let limit): Finding(.fileTooLarge, "the file '\(path)' has more than \(limit >> 20) MB")
    }
  }

  /// A byte that is no UTF-8.
  static func notUTF8(_ byte: UInt8) -> Finding {
    Finding(.notUTF8, "byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8", mend: "save the file as UTF-8")
  }

  /// A file in UTF-16.
  static let utf16 = Finding(.notUTF8, "the file is UTF-16", mend: "save the file as UTF-8")

  /// What the YAML reader stumbled over.
  static func syntax(_ problem: String, context: String?) -> Finding {
    Finding(.syntax, context.map { "\($0), \(problem)" } ?? problem)
  }

  /// A tab in the indentation.
  static let tab = Finding(.tab, "a tab can't indent YAML", mend: "indent with spaces")

  /// Nothing in the file.
  static let emptyDocument = Finding(.emptyDocument, "there is nothing in the file", mend: "`fleetsim init` writes a first scenario")

  /// More than one document.
  static let severalDocuments = Finding(
    .severalDocuments, "a second document begins here", mend: "put each into a file of its own")

  /// A key that stands twice.
  static func duplicateKey(_ key: String, first: Place) -> Finding {
    Finding(.duplicateKey, "'\(key)' is already given in line \(first.line), column \(first.column)", mend: "keep one of them")
  }

  /// A key that stands twice, where only the first place is known.
  static func duplicateKeyHere(_ key: String) -> Finding {
    Finding(.duplicateKey, "'\(key)' is given more than once", mend: "keep one of them")
  }

  /// Too many levels.
  static let tooDeep = Finding(.tooDeep, "values are nested in more than \(DocumentLimits.depth) levels")

  /// Too many values.
  static let tooManyNodes = Finding(
    .tooManyNodes, "the document has more than \(DocumentLimits.nodes) values", mend: "look at its aliases, which multiply")

  /// A key that is no text.
  static let keyNotText = Finding(.keyNotText, "a key must be a text")

  /// A merge of what is no mapping.
  static let badMerge = Finding(.badMerge, "'<<' must name a mapping, or a list of mappings")

  /// Anchors used in an unsafe way.
  static func unsafeAnchors(_ what: String) -> Finding {
    Finding(.unsafeAnchors, "a file with anchors may not have \(what)")
  }

  /// What the JSON reader stumbled over.
  static func notJSON(_ problem: String) -> Finding { Finding(.notJSON, problem) }
}
