import Imports
import Testing

@Suite struct CountsFileTests {
  @Test func `a row is written as runs of equal counts`() {
    let text = CountsFile.text([("fn001", [0, 0, 0, 5, 7, 7, 120, 120]), ("fn002", [1])])
    #expect(text == "name,counts\nfn001,0*3 5 7 7 120*2\nfn002,1\n")
  }

  @Test func `what is written is read back as the same counts`() throws {
    // A fixed sequence with short and long runs, zeros and large numbers.
    var counts: [Int] = []
    for index in 0..<500 { counts += [Int](repeating: index * index * 37 % 1009 % (1 + index % 13), count: 1 + index % 4) }
    let rows = try #require(CountsReader.rows(CountsFile.text([("a", counts), ("b", counts.reversed())])))
    #expect(rows.map(\.name) == ["a", "b"])
    #expect(rows[0].counts == counts)
    #expect(rows[1].counts == counts.reversed())
  }
}
