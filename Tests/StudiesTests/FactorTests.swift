import Testing

@testable import Studies

@Suite struct FactorTests {
  @Test(
    arguments: [
      ("functions.api.memory=128 MB,256 MB,512 MB", ["128 MB", "256 MB", "512 MB"]),
      ("functions.*.triggers.jobs.maximumConcurrency=4..12:4", ["4", "8", "12"]),
      ("queues.jobs.visibilityTimeout=30 s..90 s:30 s", ["30 s", "60 s", "90 s"]),
      ("queues.jobs.visibilityTimeout=30..90s:30", ["30s", "60s", "90s"]),
      ("traffic.web.rate=1/s..3/s", ["1/s", "2/s", "3/s"]),
      ("x=0.1..0.35:0.1", ["0.1", "0.2", "0.3"]),
      ("x=-1..1", ["-1", "0", "1"]),
      ("x=1.5%..2%:0.25%", ["1.5%", "1.75%", "2%"]),
      ("x=1, 2, 4..8:2 ,100", ["1", "2", "4", "6", "8", "100"]),
      (
        "x={ lognormal: { p50: 40 ms, p99: 1 s } },[1, 2],\"a, b\",cron(0 12, 1)",
        ["{ lognormal: { p50: 40 ms, p99: 1 s } }", "[1, 2]", "\"a, b\"", "cron(0 12, 1)"]
      ),
      ("trace.file=../a.csv,b.csv", ["../a.csv", "b.csv"]),
      ("x=true", ["true"]),
    ] as [(String, [String])])
  func `a factor's values keep their units`(text: String, values: [String]) throws {
    let factor = try Factor(text)
    #expect(factor.values == values)
    #expect(text.hasPrefix(factor.path + "="))
  }

  @Test(
    arguments: [
      ("functions.api.memory", 0, "path=values"), ("=4", 0, "path=values"), ("x=", 2, "missing"), ("x=1,,2", 4, "missing"),
      ("x=4..", 5, "nothing"), ("x=4..b", 5, "'b'"), ("x=4..8:0", 7, "above 0"), ("x=4..8:-1", 7, "above 0"), ("x=8..4", 5, "below"),
      ("x=1 s..2 min:1 s", 2, "one unit"), ("x=1..2 s:1 ms", 9, "one unit"), ("x=1,2,1", 6, "twice"), ("x={ a: 1, b", 2, "'}'"),
      ("x=\"a,b", 2, "at its end"), ("x=0..1:0.000001", 7, "values"), ("x=1..1234567890123456", 5, "digits"),
    ] as [(String, Int, String)])
  func `what is no factor is refused at its place`(text: String, offset: Int, words: String) {
    let fault = #expect(throws: FactorFault.self) { _ = try Factor(text) }
    #expect(fault?.offset == offset)
    #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
  }

  @Test func `a design has every combination, the last factor changing fastest`() throws {
    let design = try #require(StudyDesign(every: [Factor("a=1,2"), Factor("b=x,y,z")]))
    #expect(design.points.map { $0.joined() } == ["1x", "1y", "1z", "2x", "2y", "2z"])
    #expect(design.overrides(of: 3) == ["a=2", "b=x"])
  }

  @Test func `a design has no more points than a study can have`() throws {
    let factor = try Factor("a=1..1000")
    #expect(StudyDesign(every: [factor, factor]) == nil)
  }
}
