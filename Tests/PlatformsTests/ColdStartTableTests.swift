import Foundation
import Platforms
import Testing
import Yams

/// The committed table of 2026 against the reference data that it is drawn from.
struct ColdStartTableTests {
  static let reference = ProcessInfo.processInfo.environment["FLEETSIM_REFERENCE_DATA"]

  @Test(.enabled(if: reference != nil, "FLEETSIM_REFERENCE_DATA names no folder of reference data"))
  func `every quantile is the measured one`() throws {
    let rows = try measured()
    var compared = 0
    for start in try starts() {
      let row = try #require(rows["\(start.row),\(start.package),\(start.architecture)"], "\(start.row)")
      for (knot, column) in [("5%", "p5"), ("50%", "p50"), ("90%", "p90"), ("95%", "p95"), ("99%", "p99")] {
        #expect(start.knots[knot] == row[column], "\(start.row) \(start.package) \(start.architecture) \(knot)")
        compared += 1
      }
      let slowest = try #require(row["max"])
      let end = try #require(start.knots["100%"])
      #expect(start.package == "zip" ? abs(end / slowest - 1) < 0.001 : end < slowest * 1.001)
    }
    #expect(compared == 5 * 98)
  }

  @Test func `the ends prolong the measured lines`() throws {
    for start in try starts() {
      let knot = { (name: String) in try #require(start.knots[name]) }
      let low = prolonged(try knot("5%"), from: try knot("50%"), by: 5 / 45)
      #expect(abs(try knot("0%") / low - 1) < 0.001, "\(start.row)")
      let high = prolonged(try knot("99%"), from: try knot("95%"), by: 1 / 4)
      #expect(try start.package == "zip" || knot("100%") < high * 1.001, "\(start.row)")
    }
  }

  /// The value beyond `end` by `part` of the step from `inner` to it, in logarithms.
  private func prolonged(_ end: Double, from inner: Double, by part: Double) -> Double {
    end * pow(end / inner, part)
  }

  private struct Start {
    let row: String
    let package: String
    let architecture: String
    let knots: [String: Double]
  }

  /// The table's starts, each with the row of the reference data that its source names.
  private func starts() throws -> [Start] {
    let table = try DataFile("aws-lambda-2026q3", ColdStartFiles.text("aws-lambda-2026q3")).root["runtimes"]
    var starts: [Start] = []
    for (name, source) in try #require(table?["sources"]?.mapping) {
      let row = try #require(source.string?.split(separator: "; ").first?.split(separator: "row ", maxSplits: 1).last)
      let runtime = try #require(table?[name.string ?? ""])
      for package in ["zip", "image"] {
        for (architecture, start) in runtime[package]?.mapping ?? [:] {
          let architecture = try #require(architecture.string)
          let quantiles = try #require(start["quantiles"]?.mapping)
          starts.append(Start(row: String(row), package: package, architecture: architecture, knots: try knots(quantiles)))
        }
      }
    }
    return starts
  }

  private func knots(_ mapping: Node.Mapping) throws -> [String: Double] {
    var knots: [String: Double] = [:]
    for (key, value) in mapping where key.string != "interpolate" {
      let text = try #require(value.string)
      #expect(text.hasSuffix(" ms"))
      let milliseconds: Double = try #require(Double(text.dropLast(3)))
      knots[try #require(key.string)] = milliseconds
    }
    return knots
  }

  /// The reference rows by runtime, package and architecture; milliseconds by column.
  private func measured() throws -> [String: [String: Double]] {
    let path = "\(try #require(Self.reference))/coldstart/init_duration_2026q3.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    let header = try #require(lines.first).split(separator: ",").map(String.init)
    var rows: [String: [String: Double]] = [:]
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      rows[fields[0...2].joined(separator: ",")] = Dictionary(
        uniqueKeysWithValues: zip(header, fields).compactMap { name, field in Double(field).map { (name, $0) } })
    }
    return rows
  }
}
