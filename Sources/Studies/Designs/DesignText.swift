/// Why a text is no design.
public struct DesignFault: Error, Equatable, Sendable {
  /// What is wrong, and how to mend it.
  public var message: String
  /// The line, from 1.
  public var line: Int
}

extension StudyDesign {
  /// The design in a CSV text: a header with the paths, then a row a point.
  ///
  /// - Throws: `DesignFault`.
  /// - Source: RFC 4180; lines may end in a line feed alone.
  /// - Complexity: O(n) in the text.
  public init(csv text: String) throws(DesignFault) {
    let rows = try Self.rows(text)
    guard let header = rows.first else { throw DesignFault(message: "it is empty; its first line names the paths to vary", line: 1) }
    var seen: Set<String> = []
    for (column, path) in header.fields.enumerated() {
      if path.isEmpty { throw DesignFault(message: "column \(column + 1) has no name; write the path to vary", line: header.line) }
      if !seen.insert(path).inserted { throw DesignFault(message: "the column '\(path)' is there twice", line: header.line) }
    }
    let paths = header.fields
    var points: [[String]] = []
    for row in rows.dropFirst() {
      guard row.fields.count == paths.count else {
        throw DesignFault(message: "\(row.fields.count) values stand under \(paths.count) names", line: row.line)
      }
      if let empty = row.fields.firstIndex(of: "") {
        throw DesignFault(message: "'\(paths[empty])' has no value here", line: row.line)
      }
      points.append(row.fields)
      if points.count > Self.mostPoints { throw DesignFault(message: "more than \(Self.mostPoints) points", line: row.line) }
    }
    if points.isEmpty { throw DesignFault(message: "it has no point; write one a line below the header", line: header.line + 1) }
    self.init(paths: paths, points: points)
  }

  /// The rows that are not empty, each with the line where it begins.
  private static func rows(_ text: String) throws(DesignFault) -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    var (fields, field) = ([String](), "")
    var (line, start, isQuoted, wasQuoted) = (1, 1, false, false)
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    func endField() {
      fields.append(wasQuoted ? field : FactorFields.trimmed(Array(field.unicodeScalars)[...]).text)
      (field, wasQuoted) = ("", false)
    }
    func endRow() {
      endField()
      if fields != [""] { rows.append((start, fields)) }
      fields = []
    }
    while let scalar = scalars.popFirst() {
      if scalar == "\n" { line += 1 }
      if isQuoted {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          scalars.removeFirst()
          field += "\""
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"" where field.allSatisfy { $0 == " " }: (field, isQuoted, wasQuoted) = ("", true, true)
      case ",": endField()
      case "\r" where scalars.first == "\n" || scalars.isEmpty: break
      case "\n":
        endRow()
        start = line
      default: if !wasQuoted || scalar != " " { field.unicodeScalars.append(scalar) }
      }
    }
    if isQuoted { throw DesignFault(message: "a quoted value that begins in this row has no end", line: start) }
    endRow()
    return rows
  }
}
