import Platforms
import Testing
import Yams

/// The sum of a profile's parts of a cold start, each at its median, against cold starts as clients measured them.
struct MeasuredStartTests {
  /// One measured point: a runtime with packed dependencies, and the median that it added to a warm request.
  struct Point: CustomTestStringConvertible {
    let profile: String
    let runtime: String
    let packedMB: Double
    let milliseconds: Double
    let tolerance: Double
    var testDescription: String { "\(profile) \(runtime) with \(packedMB) MB" }
  }

  /// - Source: M. Shilkov, cold starts of 2021 on AWS, Google Cloud and Azure; symphoniacloud/lambda-cold-starts for the last of AWS.
  static let points = [
    Point(profile: "aws-lambda-2020", runtime: "nodejs14", packedMB: 0.001, milliseconds: 264, tolerance: 0.10),
    Point(profile: "aws-lambda-2020", runtime: "python3.8", packedMB: 0.001, milliseconds: 215, tolerance: 0.10),
    Point(profile: "aws-lambda-2020", runtime: "ruby2.7", packedMB: 0.001, milliseconds: 277, tolerance: 0.25),
    Point(profile: "aws-lambda-2020", runtime: "nodejs14", packedMB: 14, milliseconds: 1_695, tolerance: 0.25),
    Point(profile: "aws-lambda-2020", runtime: "nodejs14", packedMB: 35, milliseconds: 3_875, tolerance: 0.25),
    Point(profile: "aws-lambda-2020", runtime: "python3.8", packedMB: 0.001, milliseconds: 228, tolerance: 0.10),
    Point(profile: "google-cloud-run", runtime: "nodejs", packedMB: 0, milliseconds: 665, tolerance: 0.01),
    Point(profile: "google-cloud-run", runtime: "nodejs", packedMB: 14, milliseconds: 2_143, tolerance: 0.05),
    Point(profile: "google-cloud-run", runtime: "nodejs", packedMB: 35, milliseconds: 4_210, tolerance: 0.05),
    Point(profile: "google-cloud-run", runtime: "go", packedMB: 0, milliseconds: 589, tolerance: 0.01),
    Point(profile: "google-cloud-run", runtime: "python", packedMB: 0, milliseconds: 1_106, tolerance: 0.01),
    Point(profile: "azure-functions-consumption", runtime: "nodejs", packedMB: 0, milliseconds: 1_591, tolerance: 0.01),
    Point(profile: "azure-functions-consumption", runtime: "nodejs", packedMB: 14, milliseconds: 7_320, tolerance: 0.07),
    Point(profile: "azure-functions-consumption", runtime: "nodejs", packedMB: 35, milliseconds: 14_551, tolerance: 0.07),
    Point(profile: "azure-functions-consumption", runtime: "dotnet", packedMB: 0, milliseconds: 1_103, tolerance: 0.01),
    Point(profile: "azure-functions-consumption", runtime: "python", packedMB: 0, milliseconds: 1_281, tolerance: 0.01),
    Point(profile: "azure-functions-consumption", runtime: "java", packedMB: 0, milliseconds: 7_682, tolerance: 0.01),
  ]

  @Test(arguments: points)
  func `the parts add up to what was measured`(point: Point) throws {
    let profile = try DataFile(point.profile, PlatformFiles.text(point.profile)).root
    let found = try self.runtime(point.runtime, of: profile)
    let runtime = try #require(found)
    let name = try #require(runtime["language"]?.string)
    let language = try #require(profile["languages"]?[name])
    let ratio = try #require(language["packedRatio"]?.float)
    let zip = try #require(profile["start"]?["fetch"]?["zip"])
    let unpacked = point.packedMB / ratio
    let fetch = try median(zip["perPackedMB"]) * point.packedMB + median(zip["perUnpackedMB"]) * unpacked
    let load = try median(language["loadPerMB"]) * unpacked
    let sum = try median(profile["start"]?["placement"]) + fetch + median(runtime["zip"]?["x86_64"]) + load
    #expect(abs(sum / point.milliseconds - 1) <= point.tolerance, "\(sum) ms")
  }

  private func runtime(_ name: String, of profile: Node) throws -> Node? {
    if let own = profile["runtimes"]?[name] { return own }
    return try (profile["coldStarts"]?.sequence ?? []).compactMap { table in
      try DataFile(table.string ?? "", ColdStartFiles.text(table.string ?? "")).root["runtimes"]?[name]
    }.first
  }

  /// The median of a duration or of a distribution that names its median, milliseconds.
  private func median(_ node: Node?) throws -> Double {
    let named = node?["lognormal"]?["p50"] ?? node?["quantiles"]?["50%"] ?? node
    let text = try #require(named?.string)
    try #require(text.hasSuffix(" ms"))
    return try #require(Double(text.dropLast(3)))
  }
}
