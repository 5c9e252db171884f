import Fleet
import GoldenFiles
import Reports
import Studies
import StudyFixtures
import Testing

@Suite(.serialized) struct ResultTableTests {
  static var result: StudyResult {
    var record = Shop.record()
    record.series = Shop.series
    return Shop.study(objectives: Shop.objectives).result(of: record)
  }

  @Test(arguments: ResultTable.all.map(\.file))
  func `a table is what it was`(file: String) throws {
    let table = try #require(ResultTable.all.first { $0.file == file })
    // The shop has functions and sources only.
    let isOfShop = ResultTable.present(in: Self.result).contains { $0.file == file }
    #expect(try GoldenFile(file).difference(from: table.text(isOfShop ? Self.result : Bazaar.result)) == nil)
  }

  @Test(arguments: ["summary.csv", "costs.csv", "causes.csv", "losses.csv"])
  func `what stands around functions has its rows`(file: String) throws {
    let table = try #require(ResultTable.all.first { $0.file == file })
    #expect(try GoldenFile("bazaar-\(file)").difference(from: table.text(Bazaar.result)) == nil)
  }

  @Test func `the header of the summary is the contract`() {
    #expect(
      ResultTable.summary.columns.map(\.name).joined(separator: ",")
        == "variant,scope_type,scope,metric,stat,unit,value,ci_low,ci_high,ci_level,replications,ci_method")
  }

  @Test func `the time series is written only where it was asked for`() {
    let without = Shop.study().result(of: Shop.record())
    #expect(!ResultTable.present(in: without).map(\.file).contains("timeseries.csv"))
    #expect(ResultTable.present(in: Self.result).map(\.file).contains("timeseries.csv"))
  }

  @Test func `a table of elements is written only where there are some`() {
    #expect(!ResultTable.present(in: Self.result).map(\.file).contains("services.csv"))
    #expect(ResultTable.present(in: Bazaar.result).map(\.file).contains("services.csv"))
  }

  @Test func `the page of outputs documents every metric`() throws {
    let page = GoldenFile(page: "docs/outputs.md")
    let generated = "\n" + MetricGuide.markdown + "\n"
    let expected = try #require(page.text(between: "<!-- metrics:", and: "<!-- end of metrics -->", replacedBy: generated))
    #expect(try page.difference(from: expected) == nil)
  }

  @Test func `the page of outputs documents every column`() throws {
    let page = GoldenFile(page: "docs/outputs.md")
    let generated = "\n" + TableGuide.markdown + "\n"
    let expected = try #require(page.text(between: "<!-- tables:", and: "<!-- end of tables -->", replacedBy: generated))
    #expect(try page.difference(from: expected) == nil)
  }
}
