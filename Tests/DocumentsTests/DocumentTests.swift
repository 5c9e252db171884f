import Testing

@testable import Documents

struct DocumentTests {
  private func findings(_ text: String) -> [String] {
    Document(bytes: Array(text.utf8), name: "a.yaml").diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" }
  }

  @Test func `keys and values keep their order and places`() throws {
    let root = try #require(Document(bytes: Array("b: 1\na:\n  - x\n  - \"y\"\n".utf8), name: "a.yaml").root)
    let entries = try #require(root.entries)
    #expect(entries.map(\.key) == ["b", "a"])
    #expect(entries[1].place.line == 2)
    let elements = try #require(entries[1].value.elements)
    #expect(elements.map { "\($0.place.line):\($0.place.column)" } == ["3:5", "4:5"])
    #expect(elements[1].content == .scalar("y", .quoted))
    #expect(elements[1].length == 3)
  }

  @Test func `columns count scalars, not bytes`() throws {
    let root = try #require(Document(bytes: Array("{ größe: 😀, b: c }".utf8), name: "a.yaml").root)
    #expect(root.entry("b")?.place.column == 13)
  }

  @Test func `a repeated key is reported at its second place, and the rest is read`() throws {
    let text = "a: 1\nb:\n  x: 1\n  y: 2\n  x: 3\nc: { k: 1, l: [{ k: 2 }], k: 3, k: 4 }\nc: 5\n"
    let document = Document(bytes: Array(text.utf8), name: "a.yaml")
    #expect(document.diagnostics.inOrder().map { "\($0.place.line):\($0.place.column)" } == ["5:3", "6:27", "6:33", "7:1"])
    #expect(document.diagnostics.allSatisfy { $0.code == "FS1009" })
    #expect(document.diagnostics.inOrder()[0].message == "'x' is already given in line 3, column 3; keep one of them")
    #expect(document.root?["b"]?["x"]?.text == "1")
    #expect(document.root?["c"]?["k"]?.text == "1")
  }

  @Test func `texts that are no single YAML document are refused at their place`() {
    #expect(findings("") == ["1:1 FS1007"])
    #expect(findings("# nothing\n") == ["1:1 FS1007"])
    #expect(findings("a: 1\n---\nb: 2\n") == ["2:1 FS1008"])
    #expect(findings("a:\n\tb: 1\n") == ["2:1 FS1006"])
    #expect(findings("a: [1, 2\nb: 3\n") == ["2:2 FS1005"])
    #expect(findings("[1, 2]: 3\n") == ["1:1 FS1012"])
    #expect(findings("a: *b\n") == ["1:4 FS1005"])
    #expect(findings("a: \u{1}\n").first?.hasSuffix("FS1005") == true)
  }

  @Test func `bytes that are no UTF-8 are located`() {
    let latin = Document(bytes: Array("a: 1\nb: gr".utf8) + [0xF6] + Array("n\n".utf8), name: "a.yaml")
    #expect(latin.diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" } == ["2:6 FS1004"])
    let utf16 = Document(bytes: [0xFF, 0xFE, 0x61, 0x00], name: "a.yaml")
    #expect(utf16.diagnostics.map(\.code) == ["FS1004"])
    let marked = Document(bytes: [0xEF, 0xBB, 0xBF] + Array("a: 1".utf8), name: "a.yaml")
    #expect(marked.root?["a"]?.text == "1")
  }

  @Test func `depth is limited for every kind of nesting`() {
    #expect(findings(String(repeating: "[", count: 150) + String(repeating: "]", count: 150)) == ["1:101 FS1010"])
    #expect(findings(String(repeating: "- ", count: 150) + "a").map { $0.suffix(6) } == ["FS1010"])
    #expect(findings(String(repeating: "[", count: 200_000)).count == 1)
    #expect(findings(String(repeating: "{a: ", count: 100_000)).count == 1)
  }

  @Test func `merge keys are folded under the mapping's own keys`() throws {
    let text = "base: &b { x: 1, y: 2 }\nmore: &m { y: 3, z: 4 }\na: { <<: [*b, *m], x: 9 }\nc: { <<: 5 }\n"
    let document = Document(bytes: Array(text.utf8), name: "a.yaml")
    let a = try #require(document.root?["a"])
    #expect(a["x"]?.text == "9")
    #expect(a["y"]?.text == "2")
    #expect(a["z"]?.text == "4")
    #expect(document.diagnostics.map(\.code) == ["FS1013"])
  }

  @Test func `aliases of aliases are bounded`() {
    var laughs = "a0: &a0 [x, x]\n"
    for level in 1...40 { laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    #expect(findings(laughs).map { $0.suffix(6) } == ["FS1011"])
    #expect(findings(laughs + "? *a40\n: 1\n").map { $0.suffix(6) } == ["FS1014"])
    #expect(findings(laughs + "*a40 : 1\n").map { $0.suffix(6) } == ["FS1014"])
    #expect(findings(laughs + "k: { [*a40]: 1 }\n").map { $0.suffix(6) } == ["FS1014"])
    let many = (0..<100).map { "k\($0): &k\($0) 1\n" }.joined()
    #expect(findings(many).map { $0.suffix(6) } == ["FS1014"])
  }
}
