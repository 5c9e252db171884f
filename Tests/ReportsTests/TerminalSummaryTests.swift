import Fleet
import GoldenFiles
import Reports
import Scenarios
import Studies
import StudyFixtures
import Testing

@Suite struct TerminalSummaryTests {
  @Test func `the summary is what it was`() throws {
    let text = TerminalSummary(ResultTableTests.result, paint: Paint(isColoured: false)).text
    #expect(try GoldenFile("summary.txt").difference(from: text) == nil)
  }

  @Test func `what stands around functions is shown within a hundred columns`() throws {
    let text = TerminalSummary(Bazaar.result, paint: Paint(isColoured: false)).text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try GoldenFile("bazaar.txt").difference(from: text) == nil)
  }

  @Test func `colour changes nothing but escape codes`() {
    let plain = TerminalSummary(ResultTableTests.result, paint: Paint(isColoured: false)).text
    let coloured = TerminalSummary(ResultTableTests.result, paint: Paint(isColoured: true)).text
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[31m✗\u{1B}[0m"))
    #expect(coloured.replacing(/\x{1B}\[[0-9]+m/, with: "") == plain)
  }

  @Test func `five hundred functions are cut to the dearest`() throws {
    var record = Shop.record()
    for index in 0..<500 {
      var function = FunctionRecord()
      (function.offered, function.succeeded, function.meter.requests) = (Int64(index), Int64(index), Int64(index))
      record.functions.append(function)
      record.sources.append(SourceRecord())
    }
    let text = TerminalSummary(Study(Shop.scenario(more: 500)).result(of: record), paint: Paint(isColoured: false)).text
    let lines = text.split(separator: "\n")
    #expect(lines.count < 80)
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(lines.filter { $0.count > 100 })")
    #expect(text.contains("and 482 more functions with"))
    #expect(text.contains("and 482 more sources with"))
    #expect(try GoldenFile("summary-500.txt").difference(from: text) == nil)
  }

  @Test func `a run that was stopped says so`() {
    let text = TerminalSummary(Shop.study().result(of: Shop.stoppedRecord()), paint: Paint(isColoured: false)).text
    #expect(text.split(separator: "\n")[0].contains("stopped before its end"))
  }
}
