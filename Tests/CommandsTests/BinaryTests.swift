import Foundation
import Testing

@testable import Commands

/// The program as a user runs it.
@Suite struct BinaryTests {
  @Test func `the version goes to the standard output`() throws {
    let outcome = try Binary.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output == Version.text + "\n")
    #expect(outcome.error.isEmpty)
  }

  @Test func `a wrong command line is status 64`() throws {
    #expect(try Binary.run("run").status == 64)
    #expect(try Binary.run("run", "a.yaml", "--seed", "-3").status == 64)
    let outcome = try Binary.run("frobnicate")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.error.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are what the parser makes`(shell: String) throws {
    let outcome = try Binary.run("completion", shell)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("reference-engine"))
    #expect(try Binary.run("--generate-completion-script", shell).output == outcome.output)
  }

  @Test func `a scenario may come on the standard input`() throws {
    let outcome = try Binary.run("check", "-", input: CheckCommandTests.good)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("ok: small, "))
  }

  @Test func `a missing file is status 66, a mistake 65`() throws {
    #expect(try Binary.run("run", "nowhere.yaml").status == 66)
    #expect(try Binary.run("run", "-", input: "scenario: x\n").status == 65)
  }

  @Test func `a folder that can't be made is status 73 before anything is simulated`() throws {
    let outcome = try Binary.run("run", "-", "-o", "/dev/null/out", input: CheckCommandTests.good)
    #expect(outcome.status == 73)
    #expect(outcome.output.isEmpty)
  }

  @Test func `a full disk is status 74`() throws {
    let outcome = try Binary.shell("'\(Binary.path)' init -o - > /dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.error.contains("the standard output can't be written"))
  }

  @Test func `init, check and schema belong together`() throws {
    try withTemporaryFolder { folder in
      #expect(try Binary.run("init", folder: folder).status == 0)
      #expect(try Binary.run("check", "scenario.yaml", folder: folder).status == 0)
      let schema = try String(contentsOfFile: "\(folder)/fleetsim.schema.json", encoding: .utf8)
      #expect(try Binary.run("schema").output == schema)
      #expect(try Binary.run("init", folder: folder).status == 73)
    }
  }

  @Test func `an interrupt ends a run soon, with what is there so far and status 130`() throws {
    let endless = CheckCommandTests.good.replacing("1 h", with: "9000 d").replacing("5/s", with: "1000/s")
    let outcome = try Binary.interrupted(after: 1, "run", "-", input: endless)
    #expect(outcome.status == 130)
    #expect(outcome.output.contains("stopped before its end"))
    #expect(outcome.error.contains("fleetsim: error: stopped before its end"))
  }

  @Test func `the trace of a folder becomes a scenario that runs`() throws {
    try withTemporaryFolder { folder in
      let day = """
        HashOwner,HashApp,HashFunction,Trigger,480,481
        o1,a1,f1,http,10,20

        """
      let durations = """
        HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,percentile_Average_0,percentile_Average_1,percentile_Average_25,\
        percentile_Average_50,percentile_Average_75,percentile_Average_99,percentile_Average_100
        o1,a1,f1,20,30,10,90,10,10,15,20,25,80,90

        """
      let memory = "HashOwner,HashApp,SampleCount,AverageAllocatedMb,AverageAllocatedMb_pct100\no1,a1,10,150,192.5\n"
      for (name, text) in [("invocations", day), ("durations", durations), ("memory", memory)] {
        try text.write(toFile: "\(folder)/\(name).csv", atomically: true, encoding: .utf8)
      }
      let imported = try Binary.run("import", "azure2019", folder, "-o", "\(folder)/out/day.yaml")
      #expect(imported.status == 0, "\(imported.error)")
      #expect(try names(in: "\(folder)/out") == ["day-counts.csv", "day-functions.csv", "day.yaml"])
      let run = try Binary.run("run", "\(folder)/out/day.yaml", "--replications", "1", "--json")
      #expect(run.status == 0, "\(run.error)")
      #expect(run.output.contains("\"requests\": {\n          \"unit\": \"count\",\n          \"count\": 30\n"))
      #expect(try Binary.run("import", "azure2019", "\(folder)/nowhere", "-o", "\(folder)/x.yaml").status == 66)
    }
  }
}
