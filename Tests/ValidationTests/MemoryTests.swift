import Fleet
import Statistics
import Testing

/// Memory gives processor time: the first invocation and `compute` under a share of one processor.
struct MemoryTests {
  /// What work takes under a quota: each period of 20 ms may compute for the memory's share of it.
  ///
  /// - Source: the CFS bandwidth rule, wall(W) = (ceil(W/q) - 1) P + W - (ceil(W/q) - 1) q, with q = P memory / 1,769 MB, at most P.
  private func wall(_ work: Double, memory: Double) -> Double {
    let (period, quota) = (20.0, 20 * min(1, memory / 1769))
    let whole = (work / quota).rounded(.up) - 1
    return whole * period + work - whole * quota
  }

  /// First invocations of a runtime at 128, 256, 512 and 1,024 MB, milliseconds.
  ///
  /// - Source: maxday/lambda-perf, June to August 2026, first-invoke durations, with the CFS model fitted to them: 51 ms of work for .NET 8, 7.5 ms
  ///   for Java 21. Measured were 721, 359, 166, 75 and 98, 35, 32, 6.8.
  @Test(arguments: [("dotnet8", [700.0, 342, 165, 85]), ("java21", [100.0, 42, 22, 7.5])])
  func `the first invocation takes longer with less memory`(runtime: String, model: [Double]) throws {
    let sizes = [128, 256, 512, 1024]
    let fleet = ColdFleet(
      "aws-lambda", sizes.map { .init(runtime: runtime, more: "memory: \($0) MB, artifact: { size: 1 MB }") }, requests: 10)
    let functions = try Simulated.record(fleet.text).functions
    for (function, milliseconds) in zip(functions, model) {
      let simulated = (function.duration.mean ?? 0) / 1e6
      #expect(abs(simulated / milliseconds - 1) <= 0.10, "\(simulated) ms instead of \(milliseconds) ms")
    }
  }

  private func durations(_ compute: String, memory sizes: [Int]) throws -> [Double] {
    let fleet = ColdFleet(
      plainStarts(),
      sizes.map { .init(runtime: "plain", more: "memory: \($0) MB, artifact: { size: 1 MB }, steps: [ { compute: \(compute) } ]") },
      requests: 3)
    return try Simulated.record(fleet.text).functions.map { ($0.duration.mean ?? 0) / 1e6 }
  }

  @Test func `work of a whole processor is stretched by the share`() throws {
    let sizes = [128, 256, 512, 1024, 1769, 4096]
    for (size, simulated) in zip(sizes, try durations("{ work: 100 ms, at: 1769 MB }", memory: sizes)) {
      let expected = wall(100, memory: Double(size))
      #expect(abs(simulated - expected) < 1e-3, "\(size) MB: \(simulated) ms instead of \(expected) ms")
    }
  }

  @Test func `work measured under a share is turned into processor time first`() throws {
    // 302 ms at 256 MB are 15 periods with their quotas of 20 * 256 / 1769 ms, and 2 ms.
    let work = 15 * 20 * 256.0 / 1769 + 2
    let sizes = [128, 256, 512, 1769]
    for (size, simulated) in zip(sizes, try durations("{ work: 302 ms, at: 256 MB }", memory: sizes)) {
      let expected = wall(work, memory: Double(size))
      #expect(abs(simulated - expected) < 1e-3, "\(size) MB: \(simulated) ms instead of \(expected) ms")
    }
  }

  @Test func `a plain duration does not depend on memory, and a curve is followed`() throws {
    #expect(try durations("150 ms", memory: [128, 1024]) == [150, 150])
    let curve = try durations("{ curve: { 128 MB: 2 s, 512 MB: 500 ms } }", memory: [128, 256, 512, 2048])
    // Between two points the line is drawn in logarithms: twice the memory of two halves is half the time.
    for (simulated, expected) in zip(curve, [2000.0, 1000, 500, 500]) { #expect(abs(simulated - expected) < 1e-3, "\(curve)") }
  }
}
