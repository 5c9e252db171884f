/// For whom a CSV file is written.
public enum CSVFlavor: String, CaseIterable, Sendable {
  /// RFC 4180 with line feeds, UTF-8 without a byte order mark: what programs read.
  case plain
  /// With a byte order mark and carriage returns, no text that begins like a formula: what spreadsheets want.
  case excel
}
