import Foundation
import Testing

/// The scenarios of the package and their results.
@Suite(.serialized) struct ScenarioLibraryTests {
  @Test(arguments: Repository.scenarios)
  func `a scenario has no mistakes`(path: String) throws {
    let outcome = try Sandbox().run("fleetsim check \(path)")
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test(arguments: Repository.tests)
  func `what a test file expects of scenarios holds`(path: String) throws {
    let outcome = try Sandbox().run("fleetsim test \(path)")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  @Test func `the list of scenarios is complete`() throws {
    let page = try Repository.text("scenarios/README.md")
    for path in Repository.scenarios where !path.hasPrefix("scenarios/benchmarks/") {
      let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      #expect(page.contains("| [\(name)]("), "\(name)")
    }
  }

  @Test func `the quick results are what the script writes, byte for byte`() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.run("scripts/results --quick --to fresh")
    #expect(outcome.status == 0, "\(outcome.error)")
    let fresh = sandbox.folder.appendingPathComponent("fresh")
    let scenarios = Repository.names(at: fresh)
    #expect(scenarios.count > 5)
    for scenario in scenarios {
      let (now, then) = (fresh.appendingPathComponent(scenario), Repository.root.appendingPathComponent("results/\(scenario)"))
      let files = Repository.names(at: now)
      #expect(files == Repository.names(at: then), "results/\(scenario)")
      for file in files {
        let isSame = try Data(contentsOf: now.appendingPathComponent(file)) == Data(contentsOf: then.appendingPathComponent(file))
        #expect(isSame, "results/\(scenario)/\(file) is out of step: scripts/results writes it anew")
      }
    }
  }

  @Test func `results belong to scenarios`() {
    let names = Repository.scenarios.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent } + ["benchmarks"]
    for folder in Repository.names(in: "results") { #expect(names.contains(folder), "results/\(folder)") }
  }
}
