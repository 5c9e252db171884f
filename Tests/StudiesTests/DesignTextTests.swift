import Testing

@testable import Studies

@Suite struct DesignTextTests {
  @Test func `a design's file has the paths in its header and a row a point`() throws {
    let text = "\u{FEFF}functions.api.memory, traffic.web.rate\r\n128 MB,5/s\r\n\r\n\"256 MB\",\"{ a: 1, b: \"\"x\"\" }\"\r\n"
    let design = try StudyDesign(csv: text)
    #expect(design.paths == ["functions.api.memory", "traffic.web.rate"])
    #expect(design.points == [["128 MB", "5/s"], ["256 MB", "{ a: 1, b: \"x\" }"]])
  }

  @Test(
    arguments: [
      ("", 1, "empty"), ("a,b\n", 2, "no point"), ("a,a\n1,2\n", 1, "twice"), ("a,\n1,2\n", 1, "no name"), ("a,b\n1,2\n1\n", 3, "1 values"),
      ("a,b\n1,\n", 2, "no value"), ("a\n\"1\n", 2, "no end"),
    ] as [(String, Int, String)])
  func `what is no design is refused at its line`(text: String, line: Int, words: String) {
    let fault = #expect(throws: DesignFault.self) { _ = try StudyDesign(csv: text) }
    #expect(fault?.line == line)
    #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
  }
}
