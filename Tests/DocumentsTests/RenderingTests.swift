import Testing

@testable import Documents

struct RenderingTests {
  private let rule = Rule("FS0000", "Test", "A test.")

  @Test func `a finding shows the line before, its line and a caret under what is meant`() {
    let source = SourceText(name: "a.yaml", text: "run:\n\tb: größe\r\nc: 1\n")
    let diagnostic = Diagnostic(
      Finding(rule, "wrong", mend: "mend it"), at: Place(source: source, line: 2, column: 5), length: 5, path: "run.b")
    #expect(diagnostic.rendered == "a.yaml:2:5: error[FS0000]: run.b: wrong; mend it\n   1 | run:\n   2 | \tb: größe\n     | \t   ^^^^^\n")
    #expect(
      diagnostic.json.compact
        == #"{"file":"a.yaml","line":2,"column":5,"code":"FS0000","severity":"error","path":"run.b","message":"wrong","help":"mend it"}"#)
  }

  @Test func `findings are in the order of files, lines and columns, and each once`() {
    let first = SourceText(name: "a", text: "")
    let second = SourceText(name: "b", text: "", order: 1)
    func at(_ source: SourceText, _ line: Int, _ column: Int) -> Diagnostic {
      Diagnostic(Finding(rule, "x"), at: Place(source: source, line: line, column: column))
    }
    let sorted = [at(second, 1, 1), at(first, 2, 1), at(first, 1, 5), at(first, 1, 2), at(first, 1, 5)].inOrder()
    #expect(sorted.map(\.place.description) == ["a:1:2", "a:1:5", "a:2:1", "b:1:1"])
  }

  @Test func `long lines and control characters do not spoil the terminal`() {
    let source = SourceText(name: "a", text: String(repeating: "x", count: 10_000) + "\n\u{1B}[31m")
    let long = Diagnostic(Finding(rule, "x"), at: Place(source: source, line: 1, column: 9_000))
    #expect(long.rendered.utf8.count < 400)
    let control = Diagnostic(Finding(rule, "\u{1B}[31m\nfoo"), at: Place(source: source, line: 2, column: 1))
    #expect(!control.rendered.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("memroy", "memory"), ("Memory", "memory"), ("timout", "timeout"), ("aip", "api"), ("x", "y"),
  ])
  func `the nearest name is found`(word: String, expected: String) {
    #expect(Nearest.name(to: word, among: ["zebra", expected, "somethingElse"]) == expected)
  }

  @Test func `a name that is far from all is not suggested`() {
    #expect(Nearest.name(to: "concurrency", among: ["memory", "timeout"]) == nil)
  }

  @Test func `JSON is written with escapes, ordered keys and plain numbers`() {
    let value = JSONValue.object([
      ("b", .array([.integer(1), .number(0.1), .number(2), .null, .bool(true)])), ("a", .string("x\"\\\n\u{1}ü")), ("e", .object([])),
    ])
    #expect(value.compact == #"{"b":[1,0.1,2,null,true],"a":"x\"\\\n\u0001ü","e":{}}"#)
    #expect(JSONValue.object([("a", .array([.integer(1)]))]).pretty == "{\n  \"a\": [\n    1\n  ]\n}\n")
  }
}
