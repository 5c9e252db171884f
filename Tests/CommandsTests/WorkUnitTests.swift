import Foundation
import Testing

@testable import Commands

/// Studies in units of work: plan, work, merge.
@Suite struct WorkUnitTests {
  let resumed = ResumedStudyTests()

  @Test(arguments: [
    ["run", "--replications", "5", "--every", "10 min"],
    ["compare", "--variant", "large=functions.api.memory=1 GB", "--replications", "3"],
  ])
  func `what units leave is the study that is done at once, byte for byte`(line: [String]) throws {
    try resumed.withScenario { folder, file in
      let study = [line[0], file] + line.dropFirst()
      #expect(try Binary.run(study + ["--quiet", "-o", "\(folder)/whole"]).status == 0)
      let plan = try Binary.run(["plan"] + study + ["--chunk", "2", "-o", "\(folder)/plan/units.jsonl"])
      #expect(plan.status == 0, "\(plan.error)")
      let units = try UnitsFile("\(folder)/plan").units()
      #expect(units.count == (line[0] == "run" ? 3 : 4))
      // The last one first, and two of them twice.
      for number in units.indices.reversed() + [0, 1] {
        let work = try Binary.run("work", "\(folder)/plan/units.jsonl", "--index", String(number))
        #expect(work.status == 0 && work.output.isEmpty, "\(work.error)")
      }
      let merge = try Binary.run("merge", "\(folder)/plan", "--quiet", "-o", "\(folder)/merged")
      #expect(merge.status == 0, "\(merge.error)")
      try resumed.expectSame("\(folder)/merged", "\(folder)/whole")
    }
  }

  @Test func `a unit is done by its own arguments alone, and says what came of it`() throws {
    try resumed.withScenario { folder, file in
      _ = try Binary.run("plan", file, "--replications", "2", "--chunk", "2", "-o", folder)
      let unit = try UnitsFile(folder).units()[0]
      let outcome = try Binary.run(unit.arguments)
      let lines = outcome.output.split(separator: "\n")
      #expect(outcome.status == 0 && lines.count == 2)
      for line in lines {
        let run = try #require(RunLine(ArraySlice(line.utf8)))
        #expect(run.text == line + "\n")
        #expect(FolderRunStore(in: folder).keep(run.outcome, as: run.key))
      }
      #expect(try Binary.run("merge", folder).status == 0)
    }
  }

  @Test func `missing units are named, with status 75`() throws {
    try resumed.withScenario { folder, file in
      _ = try Binary.run("plan", file, "--replications", "4", "-o", folder)
      let one = try Binary.shell("JOB_COMPLETION_INDEX=2 '\(Binary.path)' work '\(folder)'")
      #expect(one.status == 0, "\(one.error)")
      let merge = try Binary.run("merge", folder, "-o", "\(folder)/merged")
      #expect(merge.status == 75)
      #expect(merge.error.contains("3 of 4 units are missing: 0, 1, 3; "))
      #expect(try Binary.run("work", folder, "--index", "1", "--of", "2").status == 0)
      #expect(try Binary.run("merge", folder).error.contains("2 of 4 units are missing: 0, 2; ") == false)
      #expect(try Binary.run("merge", folder).error.contains("1 of 4 units are missing: 0; "))
      #expect(try Binary.run("work", folder, "--index", "4").status == 64)
      #expect(try Binary.run("work", folder).status == 64)
    }
  }

  @Test func `a scenario that was changed is refused, with status 65`() throws {
    try resumed.withScenario { folder, file in
      _ = try Binary.run("plan", file, "--replications", "2", "-o", folder)
      let changed = ResumedStudyTests.scenario.replacing("20 ms", with: "21 ms")
      try changed.write(toFile: file, atomically: true, encoding: .utf8)
      for line in [["work", folder, "--index", "0"], ["merge", folder]] {
        let outcome = try Binary.run(line)
        #expect(outcome.status == 65 && outcome.error.contains("plan anew"), "\(outcome.error)")
      }
      let files = try names(in: folder)
      #expect(!files.contains("units"))
    }
  }

  @Test func `GNU parallel gets a command a line`() throws {
    try resumed.withScenario { folder, file in
      let outcome = try Binary.run("plan", file, "--replications", "2", "--format", "parallel", "-o", "\(folder)/a b")
      #expect(
        outcome.output == "fleetsim work '\(folder)/a b/units.jsonl' --index 0\nfleetsim work '\(folder)/a b/units.jsonl' --index 1\n")
    }
  }

  @Test func `a seed that is drawn is drawn once`() throws {
    try resumed.withScenario { folder, file in
      _ = try Binary.run("plan", file, "--replications", "2", "--seed", "random", "-o", folder)
      #expect(try Binary.run("work", folder, "--index", "0", "--of", "1").status == 0)
      #expect(try Binary.run("merge", folder).status == 0)
    }
  }

  @Test func `auto plans the first ten replications`() throws {
    try resumed.withScenario { folder, file in
      let plan = try Binary.run("plan", file, "-o", folder)
      #expect(plan.output == "10 units of up to 1 run in \(folder)/units.jsonl\n")
    }
  }

  @Test func `what can't be planned is refused`() throws {
    try resumed.withScenario { folder, file in
      #expect(try Binary.run("plan", "-", "-o", folder).status == 64)
      #expect(try Binary.run("plan", "check", file, "-o", folder).status == 64)
      #expect(try Binary.run("plan", file, "--nothing", "-o", folder).status == 64)
      #expect(try Binary.run("merge", folder).status == 66)
      try "{}\n".write(toFile: "\(folder)/units.jsonl", atomically: true, encoding: .utf8)
      #expect(try Binary.run("work", folder, "--index", "0").status == 65)
    }
  }

  @Test func `spans are read as they are written`() throws {
    let key = String(repeating: "f0", count: 32)
    let span = try #require(UnitSpan(argument: "3:5-9@\(key)"))
    #expect(span.point == 3 && span.replications == 5..<10 && span.text == "3:5-9@\(key)")
    for text in ["3:5-4@\(key)", "3:5@\(key)", "3:5-9@f0", "3:5-9", "a:5-9@\(key)"] { #expect(UnitSpan(argument: text) == nil) }
  }
}
