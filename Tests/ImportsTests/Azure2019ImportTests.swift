import Documents
import Imports
import Testing

@Suite struct Azure2019ImportTests {
  @Test func `functions are named by volume and become a scenario`() throws {
    let scenario = try SmallTrace().imported()
    #expect(scenario.files.map(\.name) == ["small.yaml", "small-counts.csv", "small-functions.csv"])
    #expect(
      scenario.scenarioLines.filter { !$0.hasPrefix("#") } == [
        "scenario: small",
        "platform: aws-lambda",
        "account: { concurrency: 1000 }",
        "run: { start: 2019-07-15T08:00:00Z, duration: 3 min, drain: { upTo: 2 min }, seed: 1 }",
        "functions:",
        "  fn001:",
        "    label: \"queue f2\"",
        "    runtime: nodejs22",
        "    memory: 256 MB",
        "    timeout: 3 s",
        "    artifact: { package: zip, size: 3 MB }",
        "    steps: [ { compute: 5 ms } ]",
        "  fn002:",
        "    label: \"http f1\"",
        "    runtime: nodejs22",
        "    memory: 256 MB",
        "    timeout: 3 s",
        "    artifact: { package: zip, size: 3 MB }",
        "    steps: [ { compute: { quantiles: { 0%: 10 ms, 1%: 10 ms, 25%: 20 ms, 50%: 30 ms, 75%: 40 ms, 99%: 80 ms, 100%: 90 ms, "
          + "interpolate: linear, mean: 20 ms } } } ]",
        "  fn003:",
        "    label: \"timer f3\"",
        "    runtime: nodejs22",
        "    memory: 128 MB",
        "    timeout: 3 s",
        "    artifact: { package: zip, size: 3 MB }",
        "    steps: [ { compute: 1 ms } ]",
        "traffic:",
        "  fn001-calls: { to: fn001, trace: { counts: { file: \"small-counts.csv\", row: fn001, every: 1 min, within: random } } }",
        "  fn002-calls: { to: fn002, trace: { counts: { file: \"small-counts.csv\", row: fn002, every: 1 min, within: random } } }",
        "  fn003-calls: { to: fn003, trace: { counts: { file: \"small-counts.csv\", row: fn003, every: 1 min, within: random } } }",
      ])
    #expect(scenario.countsLines == ["name,counts", "fn001,100 0 0", "fn002,1 2 3", "fn003,1*3"])
    #expect(
      scenario.functionsLines == [
        "name,HashOwner,HashApp,HashFunction,trigger,invocations", "fn001,o1,a1,f2,queue,100", "fn002,o1,a1,f1,http,6",
        "fn003,o2,a2,f3,timer,3",
      ])
    #expect(scenario.advice.isEmpty)
  }

  @Test func `source, licence and schema stand in the head`() throws {
    let lines = try SmallTrace().imported().scenarioLines
    #expect(lines[0].hasPrefix("# yaml-language-server: $schema="))
    let head = lines.prefix { $0.hasPrefix("#") }.joined()
    for part in ["CC-BY 4.0", "Azure Functions Trace 2019", "Shahrad", "USENIX ATC'20"] { #expect(head.contains(part)) }
  }

  @Test func `the report says what was assumed`() throws {
    let report = try SmallTrace().imported().report
    for part in [
      "3 functions of 2 apps and 2 owners, 109 invocations in minutes 480 ... 482, taken as 08:00 to 08:03",
      "by trigger (functions/invocations): http 1/6, queue 1/100, timer 1/3", "runtime nodejs22", "rounded up to 64 MB",
      "uniformly at random within the minute", "triggers are labels only", "cold starts come on top", "averages over 30 s",
      "account.concurrency 1,000", "1 function with an average below 1 ms", "15 July 2019",
    ] {
      #expect(report.contains { $0.contains(part) }, "\(part)")
    }
  }

  @Test func `the report says by how much the quantiles alone overstate`() throws {
    // f1: 6 · 33.95 against 6 · 20 ms; f2: 100 · 5; f3: 3 · 1.
    // 706.7 ms by the quantiles, 623 ms by the averages: 1.1344.
    #expect(try SmallTrace().imported().report.contains { $0.contains("13.4 % more running time") })
  }

  @Test func `the order of files, rows and columns does not matter`() throws {
    var trace = SmallTrace()
    let expected = try trace.imported()
    trace.invocations = """
      480,482,HashFunction,481,Trigger,HashOwner,HashApp
      1,1,f3,1,timer,o2,a2
      1,3,f1,2,http,o1,a1
      100,0,f2,0,queue,o1,a1

      """
    let files: [SourceText] = trace.files.reversed()
    guard case .imported(let scenario) = Azure2019Import(trace.options).run(files, folder: "trace") else {
      Issue.record("refused")
      return
    }
    #expect(scenario.files == expected.files)
    #expect(scenario.report == expected.report)
  }

  @Test(arguments: [["minute_480", "minute_481", "minute_482"], ["480_minute", "481_minute", "482_minute"]])
  func `columns of minutes have several names`(names: [String]) throws {
    var trace = SmallTrace()
    let expected = try trace.imported()
    trace.invocations = trace.invocations.replacing("480,481,482", with: names.joined(separator: ","))
    #expect(try trace.imported().files == expected.files)
  }

  @Test func `counts may be written as floats, lines may end as on Windows, a mark may come first`() throws {
    var trace = SmallTrace()
    let expected = try trace.imported()
    trace.invocations = "\u{FEFF}" + trace.invocations.replacing("100,0,0", with: "100.0,0.0,0").replacing("\n", with: "\r\n")
    #expect(try trace.imported().files == expected.files)
  }

  @Test func `a published day begins at minute 1, which is midnight`() throws {
    var trace = SmallTrace()
    trace.invocations = trace.invocations.replacing("480,481,482", with: "1,2,3")
    #expect(try trace.imported().files[0].text.contains("start: 2019-07-15T00:00:00Z"))
  }

  @Test func `a file's name can tell the day`() throws {
    let trace = SmallTrace()
    let files = trace.files.map { SourceText(name: "\($0.name.dropLast(4)).anon.d07.csv", text: $0.text) }
    guard case .imported(let scenario) = Azure2019Import(trace.options).run(files, folder: "trace") else {
      Issue.record("refused")
      return
    }
    #expect(scenario.files[0].text.contains("start: 2019-07-21T08:00:00Z"))
  }

  @Test func `without triggers the label says so`() throws {
    var trace = SmallTrace()
    for word in [",Trigger", ",http", ",queue", ",timer"] { trace.invocations = trace.invocations.replacing(word, with: "") }
    #expect(try trace.imported().scenarioLines.contains("    label: \"unknown f2\""))
  }

  @Test func `functions without invocations or durations are left out and counted`() throws {
    var trace = SmallTrace()
    trace.invocations += "o3,a3,f4,http,0,0,0\no3,a3,f5,http,7,0,1\n"
    trace.durations += "o3,a3,f4,5,9,5,5,5,5,5,5,5,5,5\no9,a9,f9,5,9,5,5,5,5,5,5,5,5,5\n"
    let scenario = try trace.imported()
    #expect(
      scenario.reported("left out") == [
        "left out: 1 function without a single invocation", "left out: 1 function without a row of durations, 8 invocations",
      ])
    #expect(scenario.reported("passed over") == ["passed over: 1 row of durations without invocations"])
    #expect(scenario.countsLines.count == 4)
  }

  @Test func `a duration above the longest timeout is reported with what will time out`() throws {
    var trace = SmallTrace()
    trace.durations = trace.durations.replacing(
      "5,300,5,5,5,5,5,5,5,5,5", with: "1000000,300,,,1000000,1000000,1000000,1000000,1000000,1000000,1000000")
    let scenario = try trace.imported()
    #expect(scenario.scenarioLines.contains("    timeout: 15 min"))
    #expect(
      scenario.reported("timeouts: durations").first?.contains("fn001 reach the platform's longest timeout: about 100 invocations") == true)
    #expect(scenario.files[0].text.contains("drain: { upTo: 16 min }"))
  }

  @Test func `the account's concurrency leaves room for what the trace needs`() throws {
    var trace = SmallTrace()
    // 60,000 arrivals of 10 s in a minute: 10,000 at once, each with a start of a second before it 11,000.
    trace.invocations = trace.invocations.replacing("100,0,0", with: "60000,0,0")
    trace.durations = trace.durations.replacing("f2,5,300,5,5,5,5,5,5,5,5,5", with: "f2,10000,300,,,1,1,1,1,1,1,1")
    // 2 · (11,000 + 6 · √11,000) = 23,259, and what little the others need.
    #expect(try trace.imported().scenarioLines.contains("account: { concurrency: 24000 }"))
  }
}
