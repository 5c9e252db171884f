import Testing

@testable import Documents

struct JSONReaderTests {
  private func read(_ text: String) -> (root: LocatedNode?, findings: [String]) {
    let (root, diagnostics) = JSONReader.read(SourceText(name: "a.json", text: text))
    return (root, diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" })
  }

  @Test func `values keep their places, and numbers their text`() throws {
    let root = try #require(read("{\n  \"größe\": [1.50, -0, 1E+2],\n  \"b\": \"x\" }").root)
    let entries = try #require(root.entries)
    #expect(entries.map { "\($0.key) \($0.place.line):\($0.place.column)" } == ["größe 2:3", "b 3:3"])
    let numbers = try #require(entries[0].value.elements)
    #expect(numbers.map(\.text) == ["1.50", "-0", "1E+2"])
    #expect(numbers.map(\.place.column) == [13, 19, 23])
    #expect(JSONValue(root) == .object([("größe", .array([.number(1.5), .integer(0), .number(100)])), ("b", .string("x"))]))
  }

  @Test func `escapes and surrogate pairs become scalars`() {
    #expect(JSONValue(json: #""\"\\\/\b\f\n\r\t\u00e4\uD83D\uDE00""#) == .string("\"\\/\u{8}\u{C}\n\r\tä😀"))
  }

  @Test func `every repeated key is reported, and the first holds`() {
    let (root, findings) = read(#"{"a": 1, "a": 2, "b": {"c": 1, "c": 2}}"#)
    #expect(findings == ["1:10 FS1009", "1:32 FS1009"])
    #expect(root?["a"]?.text == "1")
  }

  @Test(
    arguments: [
      ("", "1:1"), ("{", "1:2"), ("{a: 1}", "1:2"), ("[1,]", "1:4"), ("[1 2]", "1:4"), ("01", "1:2"), ("1.", "1:3"), ("-", "1:2"),
      ("1e", "1:3"), ("+1", "1:1"), ("tru", "1:1"), ("nul", "1:1"), ("'a'", "1:1"), ("\"a", "1:3"), ("\"a\nb\"", "1:3"), ("\"\\x\"", "1:3"),
      ("\"\\u12g4\"", "1:4"), ("\"\\uD800\"", "1:8"), ("\"\\uDC00\"", "1:8"), ("\"\\uD800\\u0041\"", "1:14"), ("1 2", "1:3"),
      ("{\"a\" 1}", "1:6"),
      ("\u{FEFF}1", "1:1"), ("NaN", "1:1"),
    ]) func `what is no JSON is refused at its place`(text: String, place: String)
  {
    let (root, findings) = read(text)
    #expect(root == nil)
    #expect(findings == ["\(place) FS1015"])
  }

  @Test func `nesting is limited`() {
    let deep = String(repeating: "[", count: 101) + String(repeating: "]", count: 101)
    #expect(read(deep).findings == ["1:101 FS1010"])
    #expect(read(String(deep.dropFirst().dropLast())).findings.isEmpty)
  }

  @Test func `documents match whatever the order of keys and the kind of number`() throws {
    let left = try #require(JSONValue(json: #"{"a": 1, "b": [2.0, "x"]}"#))
    #expect(left.matches(try #require(JSONValue(json: #"{"b": [2, "x"], "a": 1.0}"#))))
    #expect(!left.matches(try #require(JSONValue(json: #"{"b": [2, "y"], "a": 1}"#))))
    #expect(!JSONValue.string("e\u{301}").matches(.string("\u{E9}")))
  }

  @Test func `whole numbers stay whole as long as they fit`() {
    #expect(JSONValue(json: "9223372036854775807") == .integer(.max))
    #expect(JSONValue(json: "9223372036854775808") == .number(9_223_372_036_854_775_808))
    #expect(JSONValue(json: "1.0") == .number(1))
  }
}
