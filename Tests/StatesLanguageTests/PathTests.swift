import Documents
import Testing

@testable import StatesLanguage

struct PathTests {
  private static let store = json(
    #"""
    {"store": {"book": [
      {"category": "reference", "author": "Nigel Rees", "title": "Sayings", "price": 8.95},
      {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword", "price": 12.99},
      {"category": "fiction", "author": "Herman Melville", "title": "Moby", "isbn": "0-553", "price": 8.99},
      {"category": "fiction", "author": "Tolkien", "title": "Lord", "isbn": "0-395", "price": 22.99}],
      "bicycle": {"color": "red", "price": 19.95}}, "a.b": 7, "x-y": 1, "limit": 10, "&Ж中": {"𐍆": 5}}
    """#)

  private func find(_ text: String) throws -> String? {
    var variables = VariableNames()
    let path = try PathReader.path(text, variables: &variables)
    return path.value(in: Bindings(input: PathTests.store))?.compact
  }

  // The examples of Goessner's article on JSONPath and of the specification of the States Language.
  @Test(
    arguments: [
      ("$.store.book[*].author", #"["Nigel Rees","Evelyn Waugh","Herman Melville","Tolkien"]"#),
      ("$..author", #"["Nigel Rees","Evelyn Waugh","Herman Melville","Tolkien"]"#),
      ("$.store..price", "[8.95,12.99,8.99,22.99,19.95]"), ("$..book[2].title", #"["Moby"]"#), ("$.store.book[-1].title", #""Lord""#),
      ("$.store.book[-1:].title", #"["Lord"]"#), ("$.store.book[0,1].title", #"["Sayings","Sword"]"#),
      ("$.store.book[:2].title", #"["Sayings","Sword"]"#), ("$.store.book[::2].title", #"["Sayings","Moby"]"#),
      ("$..book[?(@.isbn)].title", #"["Moby","Lord"]"#), ("$..book[?(@.price<10)].title", #"["Sayings","Moby"]"#),
      ("$..book[?(@.price > $.limit && @.category == 'fiction')].title", #"["Sword","Lord"]"#),
      ("$..book[?(!@.isbn || @.title == Lord)].title", #"["Sayings","Sword","Lord"]"#),
      ("$..book[?(@.category in ['reference'])].price", "[8.95]"), ("$.store.bicycle['color','price']", #"["red",19.95]"#),
      ("$['store']['bicycle']['color']", #""red""#), (#"$.a\.b"#, "7"), ("$.x-y", "1"), ("$.&Ж中.\u{10346}", "5"),
      ("$.store.book.length()", "4"), ("$.store.book[?(@.price > 100)]", "[]"),
    ]) func `paths find what they should`(text: String, found: String) throws
  {
    #expect(try find(text) == found)
  }

  @Test func `definite paths to nothing find nothing`() throws {
    #expect(try find("$.store.car") == nil)
    #expect(try find("$.store.book[4]") == nil)
    #expect(try find("$.limit.x") == nil)
  }

  @Test(
    arguments: [
      "", "x", "bug$.a", "$.", "$a b", "$.a ", "$.a[", "$.a[]", "$.a[x]", "$.a[?(@.b]", "$.a[?(@.b = 1)]", "$.a['b", "$..", "$ .a",
      "$.a[0:1:0]",
      "$.a.size()",
    ]) func `texts that are no paths are refused`(text: String)
  {
    var variables = VariableNames()
    #expect(throws: PathFault.self) { try PathReader.path(text, variables: &variables) }
  }

  @Test func `a value is put at its place, and objects on the way are made`() throws {
    var variables = VariableNames()
    func put(_ text: String, into document: String) throws -> String? {
      var value = json(document)
      let steps = try PathReader.path(text, variables: &variables).steps
      return Path.put(.integer(9), at: steps[...], into: &value) ? value.compact : nil
    }
    #expect(try put("$.a.b", into: #"{"a":{"c":1}}"#) == #"{"a":{"c":1,"b":9}}"#)
    #expect(try put("$.x.y", into: "{}") == #"{"x":{"y":9}}"#)
    #expect(try put("$.a[1].b", into: #"{"a":[0,{}]}"#) == #"{"a":[0,{"b":9}]}"#)
    #expect(try put("$.a[2]", into: #"{"a":[0,1]}"#) == nil)
    #expect(try put("$.a", into: #""text""#) == nil)
  }
}
