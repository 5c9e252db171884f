import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite struct TestCommandTests {
  /// Runs a test file beside the small scenario.
  private func test(_ cases: String, _ arguments: [String] = []) throws -> (listener: Listener, status: Int32, junit: String?) {
    try withTemporaryFolder { folder in
      try CheckCommandTests.good.write(toFile: "\(folder)/s.yaml", atomically: true, encoding: .utf8)
      try "scenario: s.yaml\ncases:\n\(cases)\n".write(toFile: "\(folder)/a.test.yaml", atomically: true, encoding: .utf8)
      let listener = Listener()
      var status: Int32 = 0
      do {
        try TestCommand.parse(["\(folder)/a.test.yaml", "--junit", "\(folder)/out.xml"] + arguments).run(on: listener.console)
      } catch let code as ExitCode {
        status = code.rawValue
      }
      return (listener, status, try? String(contentsOfFile: "\(folder)/out.xml", encoding: .utf8))
    }
  }

  /// 5/s for an hour are 18,000 requests, with a standard deviation of 134.
  private static let good = "  - { name: as many as come, expect: [web.requests within 4% of 18000, api.errors == 0] }"
  private static let bad = "  - { name: too \"few\", expect: [web.requests < 17000, api.errors == 0] }"
  private static let open = "  - { name: nobody knows, replications: 10, expect: [web.requests within 0.1% of 18000] }"

  @Test func `cases that hold have a line each and status 0`() throws {
    let (listener, status, _) = try test(Self.good)
    #expect(status == 0, "\(listener.error)")
    let lines = listener.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("  ok         as many as come  1"))
    #expect(lines[2] == "1 case: 1 ok, 0 failed, 0 undecided")
  }

  @Test func `a failure is status 99 and shows what was measured`() throws {
    let (listener, status, junit) = try test(Self.good + "\n" + Self.bad)
    #expect(status == 99)
    #expect(listener.output.contains("\n  FAIL       too \"few\"\n             web.requests < 17000: FAIL, 1"))
    #expect(!listener.output.contains("api.errors"))
    #expect(listener.output.hasSuffix("2 cases: 1 ok, 1 failed, 0 undecided\n"))
    let xml = try #require(junit)
    #expect(xml.contains("tests=\"2\" failures=\"1\" errors=\"0\""))
    #expect(xml.contains("name=\"too &quot;few&quot;\">\n      <failure message=\"web.requests &lt; 17000: FAIL, 1"))
  }

  @Test func `an interval that reaches over the tolerance decides nothing: status 98`() throws {
    let (listener, status, junit) = try test(Self.open)
    #expect(status == 98)
    #expect(listener.output.contains("  undecided  nobody knows\n"))
    #expect(listener.output.contains("["))
    #expect(try #require(junit).contains("<error message="))
  }

  @Test func `a mistake is status 65 and nothing is simulated, a missing file 66`() throws {
    let (listener, status, junit) = try test(Self.good + "\n  - { name: b, expect: [web.latency < 1 s] }")
    #expect(status == 65)
    #expect(listener.output.isEmpty && junit == nil)
    #expect(listener.error.contains("error[FS6004]"))
    #expect(throws: ExitCode(66)) { try TestCommand.parse(["nowhere.test.yaml"]).run(on: Listener().console) }
  }

  @Test func `the bytes do not depend on how many runs go on at once`() throws {
    let cases = [Self.good, Self.bad, Self.open].joined(separator: "\n")
    func output(_ jobs: Int) throws -> [String] {
      let (listener, _, junit) = try test(cases, ["--json", "--jobs", "\(jobs)"])
      // The file is named as the user names it, and its folder is another each time.
      return [listener.output, junit ?? ""].map { $0.replacing(/"[^"]*a\.test\.yaml"/, with: "") }
    }
    let one = try output(1)
    #expect(one == (try output(3)))
    #expect(one[0].contains("\"undecided\": 1"))
  }
}
