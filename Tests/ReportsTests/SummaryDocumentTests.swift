import GoldenFiles
import Reports
import Studies
import StudyFixtures
import Testing

@Suite struct SummaryDocumentTests {
  @Test func `the document is what it was`() throws {
    #expect(try GoldenFile("summary.json").difference(from: SummaryDocument.text(ResultTableTests.result)) == nil)
  }

  @Test func `the version of its form stands first`() {
    #expect(SummaryDocument.text(ResultTableTests.result).hasPrefix("{\n  \"schema_version\": 1,\n"))
  }

  @Test func `a quantile among the unfinished says what it is above`() {
    #expect(SummaryDocument.text(ResultTableTests.result).contains("\"p99.9\": {\n            \"above\": 500\n          }"))
  }
}
