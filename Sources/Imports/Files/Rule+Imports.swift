public import Documents

extension Rule {
  /// The rules about imported files.
  public static let imports: [Rule] = [
    .importFileMissing, .importFileTwice, .importColumnMissing, .importColumnTwice, .importMinutes, .importFieldCount, .importNumber,
    .importNumberRange, .importRowTwice, .importNothing, .importTooMany, .importRelabelled, .importAverageOutside,
  ]

  /// A file of a set is missing.
  public static let importFileMissing = Rule(
    "FS8001", "Trace file missing",
    "A trace consists of several files, which are known by the columns in their first lines. One of them is not in the folder.")
  /// A file of a set is there more than once.
  public static let importFileTwice = Rule(
    "FS8002", "Trace file given twice",
    "Two files of the folder have the columns of the same part of the trace. Put the files of one day into a folder of their own.")
  /// A column is missing.
  public static let importColumnMissing = Rule(
    "FS8003", "Column missing", "Columns are found by their names in the first line, in any order. One that is needed is not there.")
  /// A column stands twice.
  public static let importColumnTwice = Rule("FS8004", "Column given twice", "Two columns have the same name.")
  /// The columns of minutes do not follow one another.
  public static let importMinutes = Rule(
    "FS8005", "Minutes with a gap", "The columns of minutes (`480`, `minute_480` or `480_minute`) must follow one another without a gap.")
  /// A row is too short or too long.
  public static let importFieldCount = Rule(
    "FS8006", "Wrong number of fields", "A row must have as many fields as the first line has columns.")
  /// A field is no number.
  public static let importNumber = Rule("FS8007", "Not a number", "A field that should hold a number holds something else.")
  /// A number is impossible.
  public static let importNumberRange = Rule(
    "FS8008", "Number out of range",
    "Counts are whole numbers from 0 to 1,000,000,000; durations and sizes are at least 0, and a minimum is not above its maximum.")
  /// A row stands twice.
  public static let importRowTwice = Rule("FS8009", "Row given twice", "Two rows describe the same function.")
  /// Nothing is left.
  public static let importNothing = Rule("FS8010", "Nothing to import", "No function of the trace has both invocations and a duration.")
  /// More mistakes than are listed.
  public static let importTooMany = Rule("FS8011", "More mistakes", "A file has more mistakes than are listed.")
  /// Durations and invocations do not seem to belong together.
  public static let importRelabelled = Rule(
    "FS8012", "Durations of other functions",
    "In some published copies of traces the rows were relabelled, so that durations do not belong to the invocations beside them. "
      + "The ratio of the two files' counts then varies wildly from function to function.", severity: .advice)
  /// An average that can't be.
  public static let importAverageOutside = Rule(
    "FS8013", "Average outside of its range", "An average duration is below the minimum or above the maximum of the same row.",
    severity: .advice)
}
