import Foundation
import Testing

/// The page that sets the ways of doing a long job side by side.
struct LongJobTests {
  private static let ways = ["function", "recursion", "container", "loop", "map", "distributed-map"]

  @Test(arguments: ways) func `the page has the figures of the results`(way: String) throws {
    let name = "long-job-\(way)"
    let summary = try Self.rows("results/\(name)/summary.csv")
    func value(_ scope: String, _ metric: String, _ statistic: String) -> Double? {
      let row = summary.first { $0["scope"] == scope && $0["metric"] == metric && $0["stat"] == statistic }
      return row?["value"].flatMap(Double.init)
    }
    let jobs = try #require(value("jobs", "requests", "count"))
    let lost = try #require(value("jobs", "lost", "count"))
    let cost = try #require(value("all", "cost.run", "total")) / jobs
    let wasted = try Self.rows("results/\(name)/costs.csv").reduce(0) { $0 + (Double($1["wasted_usd"] ?? "") ?? 0) } / jobs
    let completion = value("jobs", "completion", "mean").map { $0 / 1_000 }.map {
      $0 >= 120 ? String(format: "%.1f min", $0 / 60) : String(format: "%.1f s", $0)
    }
    let figures = [
      completion ?? "-", String(format: "%.0f of %.0f", lost, jobs), String(format: "%.4f", cost), String(format: "%.4f", wasted),
    ]
    let page = try Repository.text("docs/long-jobs.md").split(separator: "\n")
    let row = try #require(page.first { $0.hasPrefix("| [\(name)](") })
    #expect(row.hasSuffix(" | " + figures.joined(separator: " | ") + " |"), "\(row)")
  }

  private static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try Repository.text(path).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}
