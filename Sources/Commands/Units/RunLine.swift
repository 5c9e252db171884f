import Studies
import Synchronization

/// What came of a run as a line of JSON with the run's key: `{"key":"…","outcome":{…}}`.
struct RunLine {
  private static let opening = Array(#"{"key":""#.utf8)
  private static let middle = Array(#"","outcome":"#.utf8)

  /// The run's key.
  var key: String
  /// What came of it, as `OutcomeCoding` writes it.
  var outcome: [UInt8]

  /// What came of a run.
  init(key: String, outcome: [UInt8]) {
    self.key = key
    self.outcome = outcome
  }

  /// What a line without its line break says; nil where it is none of these.
  init?(_ line: ArraySlice<UInt8>) {
    let start = Self.opening.count + RunKey.length
    guard line.count > start + Self.middle.count, line.starts(with: Self.opening), line.last == UInt8(ascii: "}") else { return nil }
    let key = String(decoding: line.dropFirst(Self.opening.count).prefix(RunKey.length), as: UTF8.self)
    guard RunKey.isOne(key), line.dropFirst(start).starts(with: Self.middle) else { return nil }
    self.key = key
    outcome = line.dropFirst(start + Self.middle.count).dropLast() + [UInt8(ascii: "\n")]
  }

  /// The line, with its line break.
  var text: String {
    String(decoding: Self.opening + key.utf8 + Self.middle + outcome.dropLast(), as: UTF8.self) + "}\n"
  }
}

/// Gives what comes of runs out as lines, as soon as it is there; has nothing itself.
final class PrintedRuns: RunStore {
  private let console: Console
  private let order = Mutex(())

  /// - Parameter console: whose standard output takes the lines.
  init(on console: Console) { self.console = console }

  func outcome(of key: String) -> RunOutcome? { nil }

  func keep(_ outcome: RunOutcome, as key: String) -> Bool {
    guard let bytes = try? OutcomeCoding.encode(outcome) else { return false }
    let text = RunLine(key: key, outcome: bytes).text
    return order.withLock { _ in console.output(text) }
  }
}
