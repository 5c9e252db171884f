import Commands
import GoldenFiles
import Testing

@Suite struct ExitReasonTests {
  @Test func `the codes are those of the conventions`() {
    #expect(ExitReason.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 66, 73, 74, 75, 98, 99, 130])
  }

  @Test(arguments: ExitReason.allCases)
  func `the page of outputs lists every code`(reason: ExitReason) {
    #expect(GoldenFile(page: "docs/outputs.md").text.contains("\n| \(reason.rawValue) | "))
  }
}
