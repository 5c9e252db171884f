import Documents

/// The file of a plan: a unit of work a line, numbered from 0 on.
struct UnitsFile {
  /// The file's name in the folder of a plan.
  static let name = "units.jsonl"
  /// The largest file that is read, bytes.
  private static let largest = 1 << 30

  /// The folder of the plan.
  let folder: String
  /// The file's path.
  var path: String { "\(folder)/\(Self.name)" }

  /// The file by its path, or by its folder's.
  init(_ path: String) {
    let isFile = path == Self.name || path.hasSuffix("/" + Self.name)
    let folder = isFile ? String(path.dropLast(Self.name.count)) : path
    let trimmed = folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
    self.folder = trimmed.isEmpty ? "." : trimmed
  }

  /// The lines of the file.
  ///
  /// - Throws: `CommandFailure` (66) where it can't be read.
  func lines() throws(CommandFailure) -> [Substring] {
    guard let bytes = try? DiskFiles().bytes(at: path, limit: Self.largest), let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.missingInput, "'\(path)' can't be read; `fleetsim plan` writes it")
    }
    return text.split(separator: "\n")
  }

  /// All units.
  ///
  /// - Throws: `CommandFailure`: 66 where the file can't be read, 65 where a line is no unit.
  func units() throws(CommandFailure) -> [WorkUnit] {
    var units: [WorkUnit] = []
    for (number, line) in try lines().enumerated() { units.append(try unit(line, number)) }
    return units
  }

  /// The unit of a line.
  ///
  /// - Throws: `CommandFailure` (65) where it is none.
  func unit(_ line: Substring, _ number: Int) throws(CommandFailure) -> WorkUnit {
    guard let unit = WorkUnit(line: line) else {
      throw CommandFailure(.invalidInput, "line \(number + 1) of '\(path)' is no unit of work; `fleetsim plan` writes the file anew")
    }
    return unit
  }
}
