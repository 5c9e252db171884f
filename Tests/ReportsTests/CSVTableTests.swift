import Reports
import Studies
import Testing

@Suite struct CSVTableTests {
  @Test func `fields are quoted only where they must be`() {
    let table = CSVTable(
      header: ["name", "value"],
      rows: [[.text("a,b"), .integer(-1)], [.text("say \"no\""), .real(0.5)], [.text("line\nbreak"), .empty], [.text("plain"), .money(1_500_000_000)]])
    #expect(table.text() == "name,value\n\"a,b\",-1\n\"say \"\"no\"\"\",0.5\n\"line\nbreak\",\nplain,1.5\n")
  }

  @Test func `the excel flavour has a mark, carriage returns and no formulas`() {
    let table = CSVTable(header: ["name"], rows: [[.text("=1+1")], [.integer(-5)]])
    #expect(table.text(.excel) == "\u{FEFF}name\r\n'=1+1\r\n-5\r\n")
    #expect(table.text() == "name\n=1+1\n-5\n")
  }

  @Test func `a figure that is not known is an empty field`() {
    #expect(CSVField(.above(5), in: .milliseconds) == .empty)
    #expect(CSVField(.missing, in: .ratio) == .empty)
    #expect(CSVField(.integer(1_500_000), in: .milliseconds) == .real(1.5))
  }
}
