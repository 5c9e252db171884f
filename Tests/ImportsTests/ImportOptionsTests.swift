import Imports
import Testing

@Suite struct ImportOptionsTests {
  @Test func `memory can be the same for all`() throws {
    var trace = SmallTrace()
    trace.options.memory = try #require(MemoryPolicy(argument: "fixed:512 MB"))
    trace.memory = ""
    let scenario = try trace.imported()
    #expect(scenario.scenarioLines.count { $0 == "    memory: 512 MB" } == 3)
    #expect(scenario.reported("memory")[0].hasPrefix("memory: 512 MB for all"))
  }

  @Test func `memory of In-Vitro's copies is by function`() throws {
    var trace = SmallTrace()
    trace.memory = """
      HashFunction,HashOwner,HashApp,AverageAllocatedMb_pct100
      f1,o1,a1,64
      f2,o1,a1,129
      f3,o2,a2,20000

      """
    let scenario = try trace.imported()
    #expect(
      scenario.scenarioLines.filter { $0.hasPrefix("    memory: ") } == [
        "    memory: 192 MB", "    memory: 128 MB", "    memory: 10240 MB",
      ])
    #expect(scenario.report.contains("memory: fn003 had more committed than the platform gives and got 10240 MB"))
  }

  @Test func `a function without memory gets the least and is counted`() throws {
    var trace = SmallTrace()
    trace.memory = trace.memory.replacing("o1,a1,10,150,100,192.5\n", with: "")
    #expect(try trace.imported().report.contains("memory: 2 functions without a row of memory got 128 MB"))
  }

  @Test func `the busiest can be taken alone`() throws {
    var trace = SmallTrace()
    trace.options.selection = .top(2)
    let scenario = try trace.imported()
    #expect(scenario.functionsLines.dropFirst().map { String($0.prefix(14)) } == ["fn001,o1,a1,f2", "fn002,o1,a1,f1"])
    #expect(scenario.reported("not selected") == ["not selected: 1 function, 3 invocations"])
  }

  @Test func `a sample is the same for the same seed and part of a larger one`() throws {
    var trace = SmallTrace()
    for number in 10..<40 {
      trace.invocations += "o,a,g\(number),http,1,1,1\n"
      trace.durations += "o,a,g\(number),5,9,5,5,5,5,5,5,5,5,5\n"
    }
    func taken(_ count: Int, _ seed: UInt64) throws -> Set<String> {
      trace.options.selection = .sample(count, seed: seed)
      return Set(try trace.imported().functionsLines.dropFirst().map { $0.split(separator: ",")[3] + "" })
    }
    let ten = try taken(10, 1)
    #expect(ten.count == 10)
    #expect(try taken(10, 1) == ten)
    #expect(try taken(10, 2) != ten)
    #expect(try taken(20, 1).isSuperset(of: ten))
  }

  @Test func `options are read as the command line writes them`() {
    #expect(MemoryPolicy(argument: "ceil64") == .ceil64)
    #expect(MemoryPolicy(argument: "fixed:2GB") == .fixed(2048))
    for text in ["fixed:512", "fixed:0 MB", "fixed:", "half", "fixed:1.5 GB"] { #expect(MemoryPolicy(argument: text) == nil) }
    #expect(ArtifactAssumption(argument: "zip:5 MB") == ArtifactAssumption(package: .zip, size: 5))
    #expect(ArtifactAssumption(argument: "image:200MB:20MB") == ArtifactAssumption(package: .image, size: 200, loaded: 20))
    for text in ["zip", "tar:5 MB", "zip:5", "zip:5 MB:", "zip:5 MB:1 MB:2 MB"] { #expect(ArtifactAssumption(argument: text) == nil) }
  }

  @Test func `platform, runtime, artifact and name go into the scenario`() throws {
    var trace = SmallTrace()
    trace.options = ImportOptions(
      stem: "small", name: "our-fleet", platform: "aws-lambda-2020", runtime: "java21",
      artifact: ArtifactAssumption(package: .image, size: 80, loaded: 40))
    let lines = try trace.imported().scenarioLines
    for line in [
      "scenario: our-fleet", "platform: aws-lambda-2020", "    runtime: java21",
      "    artifact: { package: image, size: 80 MB, loaded: 40 MB }",
    ] {
      #expect(lines.contains(line))
    }
  }
}
