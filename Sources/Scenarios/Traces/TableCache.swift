internal import Documents

/// The data files of a scenario that were read so far.
struct TableCache {
  /// Tables by path; nil where the file could not be read, which is noted where it was first asked for.
  var tables: [String: CSVTable] = [:]
  /// The rows of counts files by path and name.
  var counts: [String: [String: CountsRow]] = [:]
}

/// One row of a counts file, unparsed.
struct CountsRow {
  /// Its line, from 2.
  let line: Int
  /// The run-length list.
  let text: String
}

extension Reading {
  /// The largest data file.
  static let largestTable = 1 << 30

  /// The path of a file that a scenario names.
  func path(of file: String) -> String {
    file.hasPrefix("/") ? file : folder + file
  }

  /// The table in a file; nil with the fault noted at the node that names it.
  func table(_ file: String, at node: LocatedNode, _ path: Path) -> CSVTable? {
    let name = self.path(of: file)
    if let table = tables.tables[name] { return table }
    do throws(FileFault) {
      let table = CSVTable(try files.bytes(at: name, limit: Reading.largestTable))
      tables.tables[name] = table
      return table
    } catch {
      note(.file(file, error), at: node, path)
      return nil
    }
  }

  /// The number of a column; nil with the fault noted.
  func column(_ name: String, of table: CSVTable, file: String, at node: LocatedNode, _ path: Path) -> Int? {
    if let index = table.columns.firstIndex(of: name) { return index }
    note(.columnMissing(name, file: file, columns: table.columns), at: node, path)
    return nil
  }

  /// The numbers of a column named in a section with the keys `file` and `column`.
  func numbers(_ file: String, column name: String, in f: Fields) -> [Double]? {
    guard let fileNode = f.entry("file")?.value, let columnNode = f.entry("column")?.value else { return nil }
    guard let table = table(file, at: fileNode, .key(f.path, "file")),
      let column = column(name, of: table, file: file, at: columnNode, .key(f.path, "column"))
    else { return nil }
    var numbers: [Double] = []
    var fault: Finding?
    table.rows([column]) { line, bytes, fields in
      let text = CSVTable.text(bytes, fields[0])
      guard let (number, rest) = Decimal.prefix(of: text[...]), rest.isEmpty else {
        fault = .dataValue(text, file: file, line: line, expected: "a number")
        return false
      }
      numbers.append(number.double(times: 1, over: 1))
      return true
    }
    if let fault {
      note(fault, at: fileNode, .key(f.path, "file"))
      return nil
    }
    return numbers
  }
}
