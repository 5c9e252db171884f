import Reports
import Studies
import Testing

@Suite struct CSVWriterTests {
  func text(_ header: [String], _ fields: [CSVField], _ flavor: CSVFlavor = .plain) -> String {
    var writer = CSVWriter(header: header, flavor)
    for field in fields { writer.write(field) }
    return writer.text
  }

  @Test func `fields are quoted only where they must be`() {
    let fields: [CSVField] = [
      .text("a,b"), .integer(-1), .text("say \"no\""), .real(0.5), .text("line\nbreak"), .empty, .text("plain"), .money(1_500_000_000),
    ]
    let expected = "name,value\n\"a,b\",-1\n\"say \"\"no\"\"\",0.5\n\"line\nbreak\",\nplain,1.5\n"
    #expect(text(["name", "value"], fields) == expected)
  }

  @Test func `the excel flavour has a mark, carriage returns and no formulas`() {
    let fields: [CSVField] = [.text("=1+1"), .integer(-5)]
    #expect(text(["name"], fields, .excel) == "\u{FEFF}name\r\n'=1+1\r\n-5\r\n")
    #expect(text(["name"], fields) == "name\n=1+1\n-5\n")
  }

  @Test func `a figure that is not known is an empty field`() {
    #expect(CSVField(.above(5), in: .milliseconds) == .empty)
    #expect(CSVField(.missing, in: .ratio) == .empty)
    #expect(CSVField(.integer(1_500_000), in: .milliseconds) == .real(1.5))
  }
}
