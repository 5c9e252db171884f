import Documents
import JSONata
import Testing

/// Regular expressions, with what JavaScript's `exec` gives for them: the match and its groups.
///
/// - Source: ECMAScript, RegExp; the first ones are its own examples.
struct PatternTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let pattern: String
    let text: String
    let match: String

    init(_ pattern: String, _ text: String, _ match: String) {
      self.pattern = pattern
      self.text = text
      self.match = match
    }

    var testDescription: String { pattern }
  }

  @Test(arguments: [
    Case("/((a)|(ab))((c)|(bc))/", "abc", #"["abc","a","a",null,"bc",null,"bc"]"#),
    Case("/(z)((a+)?(b+)?(c))*/", "zaacbbbcac", #"["zaacbbbcac","z","ac","a",null,"c"]"#),
    Case("/(?=(a+))a*b\\1/", "baaabac", #"["aba","a"]"#),
    Case("/(.*?)a(?!(a+)b\\2c)\\2(.*)/", "baaabaac", #"["baaabaac","ba",null,"abaac"]"#),
    Case("/(a*)*b/", "aab", #"["aab","aa"]"#),
    Case("/(a*)b\\1+/", "baaaac", #"["b",""]"#),
    Case("/(?:a|ab)(?:c|bcd)(d*)$/", "abcd", #"["abcd",""]"#),
    Case("/^\\w+\\b\\W\\B/", "ab  c", #"["ab "]"#),
    Case("/(?=a)(?!ab)a./", "abac", #"["ac"]"#),
    Case("/(?<=\\$)\\d+/", "a$12", #"["12"]"#),
    Case("/(?<=(\\d+)(\\d+))$/", "1053", #"["","1","053"]"#),
    Case("/(?<!\\d)\\d{2}(?!\\d)/", "123 45", #"["45"]"#),
    Case("/(?<q>['\"]).*?\\k<q>/", "x'y'", #"["'y'","'"]"#),
    Case("/[^\\s\\d-]+/", "1 -ab", #"["ab"]"#),
    Case("/^b$/m", "a\nb\nc", #"["b"]"#),
    Case("/^b$/", "a\nb\nc", "[]"),
    Case("/.+/", "\nab\n", #"["ab"]"#),
    Case("/É[^b]/i", "éBéx", #"["éx"]"#),
    Case("/[\\u0061-\\x63]{2,}?/", "abc", #"["ab"]"#),
    Case("/a{,2}/", "a{,2}", #"["a{,2}"]"#),
    Case("/(?:ab){2,3}?c|x{0}y/", "ababababc", #"["abababc"]"#),
    Case("/.\\/./", "a/b", #"["a/b"]"#),
    Case("/[/]/", "/", #"["/"]"#),
    Case("/[]|[^]/", "x", #"["x"]"#),
    Case("/\\cJ\\0?[\\b]?/", "\n", #"["\n"]"#),
  ])
  func `regular expressions match as JavaScript's do`(_ example: Case) {
    let found = evaluated("($m := \(example.pattern)($t); [$m.match, $m.groups])", .null, [("t", .string(example.text))])
    #expect(found == example.match)
  }

  @Test func `places in texts count units of UTF-16`() {
    #expect(evaluated("$match('😀b', /b/).index") == "2")
    #expect(evaluated("$replace('😀b😀', /b/, 'c')") == #""😀c😀""#)
  }
}
