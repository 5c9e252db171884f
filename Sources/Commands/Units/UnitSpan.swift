import ArgumentParser
import Reports
import Studies

/// Which runs a unit of work has: replications of one point of a study; as a text `0:5-9@KEY`.
struct UnitSpan: Equatable, Sendable, ExpressibleByArgument {
  /// The point's number, from 0 on.
  var point: Int
  /// The replications' numbers, from 0 on; at least one.
  var replications: Range<Int>
  /// The hash of the runs' keys: what was planned.
  var key: String

  /// Replications of a point, with the key that they have now.
  init(_ point: Int, _ replications: Range<Int>, of study: StudyPoint) {
    self.point = point
    self.replications = replications
    key = Self.key(study, replications)
  }

  init?(argument: String) {
    let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, RunKey.isOne(parts[1]) else { return nil }
    let place = parts[0].split(whereSeparator: { $0 == ":" || $0 == "-" }).map { Int($0) }
    guard place.count == 3, let point = place[0], let first = place[1], let last = place[2], first <= last else { return nil }
    self.point = point
    replications = first..<last + 1
    key = String(parts[1])
  }

  /// The span as a text.
  var text: String { "\(point):\(replications.lowerBound)-\(replications.upperBound - 1)@\(key)" }

  var defaultValueDescription: String { text }

  /// The keys of the runs.
  func runs(of points: [StudyPoint]) -> [String] { replications.map { points[point].key($0) } }

  /// Whether these are still the runs that were planned.
  func isCurrent(in points: [StudyPoint]) -> Bool {
    points.indices.contains(point) && key == Self.key(points[point], replications)
  }

  /// The points' replications in units of at most so many runs.
  static func all(of points: [StudyPoint], _ replications: Range<Int>, chunk: Int) -> [UnitSpan] {
    points.enumerated().flatMap { place, point in
      stride(from: replications.lowerBound, to: replications.upperBound, by: chunk).map { first in
        UnitSpan(place, first..<min(first + chunk, replications.upperBound), of: point)
      }
    }
  }

  private static func key(_ point: StudyPoint, _ replications: Range<Int>) -> String {
    SHA256.hex(Array(replications.map { point.key($0) }.joined(separator: "\n").utf8))
  }
}
