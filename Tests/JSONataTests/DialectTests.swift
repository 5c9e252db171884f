import Documents
import JSONata
import Testing

/// JSONata as AWS Step Functions has it.
struct DialectTests {
  private static let states: [(name: String, value: JSONValue)] = [
    ("states", json(#"{"input": {"name": "a", "items": [3, 1, 2], "text": "{\"k\": [1, 2.5, null, \"\\u00e9\\n\"]}"}}"#)),
    ("count", .integer(2)),
  ]

  @Test(arguments: [
    Example("$states.input.name", #""a""#),
    Example("$states.input.items[$ > 1]", "[3,2]"),
    Example("$states.input.items[$count - 1]", "1"),
    Example("{'n': $states.input.name, 'c': $count}", #"{"n":"a","c":2}"#),
    Example("$states.input.(name & $string(items[0]))", #""a3""#),
    Example("$sum($states.input.items) + $count", "8"),
    Example("$states.input.items ~> $map(function($v){ $v * 2 })", "[6,2,4]"),
    Example("$partition([1, 2, 3, 4, 5], 2)", "[[1,2],[3,4],[5]]"),
    Example("$partition([0], 4)", "[[0]]"),
    Example("$partition([1], 0)", "X0201"),
    Example("$range(1, 9, 2)", "[1,3,5,7,9]"),
    Example("$range(3, 1, -1)", "[3,2,1]"),
    Example("$range(0, 10, 4)", "[0,4,8]"),
    Example("$range(1, 2, 0)", "X0202"),
    Example("$parse($states.input.text)", #"{"k":[1,2.5,null,"é\n"]}"#),
    Example("$parse('[01]')", "X0204"),
    Example("$parse('[1,]')", "X0204"),
    Example("$hash('abc', 'MD5')", #""900150983cd24fb0d6963f7d28e17f72""#),
    Example("$hash('abc', 'SHA-1')", #""a9993e364706816aba3e25717850c26c9cd0d89d""#),
    Example("$hash('abc', 'SHA-256')", #""ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad""#),
    Example("$hash('', 'SHA-256')", #""e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855""#),
    Example(
      "$hash('abc', 'SHA-384')",
      #""cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7""#),
    Example(
      "$hash('abc', 'SHA-512')",
      #""ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f""#
    ),
    Example("$hash($pad('', 200, 'a'), 'SHA-1')", #""e61cfffe0d9195a525fc6cf06ca2d77119c24a40""#),
    Example("$hash('a', 'CRC')", "X0203"),
    Example("$random(1) = $random(1)", "true"),
    Example("$random(1) = $random(2)", "false"),
    Example("$length($uuid())", "36"),
    Example("$contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)", "true"),
    Example("$now()", #""2017-11-07T15:12:37.121Z""#),
    Example("$millis()", "1510067557121"),
  ])
  func `state machines have their variables and functions`(_ example: Example) {
    #expect(evaluated(example.expression, nil, DialectTests.states, dialect: .statesLanguage) == example.result)
  }

  @Test(arguments: [
    Example("$", "X0101"), Example("$.a", "X0101"), Example("$$", "X0101"), Example("$states.input[$$.a]", "X0101"),
    Example("name", "X0102"),
    Example("name.x", "X0102"), Example("$uppercase(name)", "X0102"), Example("{'a': name}", "X0102"), Example("*", "X0102"),
    Example("**", "X0102"),
    Example("function($x){ name }", "X0102"), Example("$states.input[name = $].x", "nothing"), Example("$eval('1')", "X0103"),
    Example("$map([1], $eval)", "X0103"), Example("1 ?: 2", "S0211"), Example("1 ?? 2", "S0211"), Example("uppercase('a')", "T1005"),
  ])
  func `what state machines do not have is refused`(_ example: Example) {
    #expect(evaluated(example.expression, nil, DialectTests.states, dialect: .statesLanguage) == example.result)
  }

  @Test func `the same seed draws the same, and each draw another`() {
    var first = Environment(milliseconds: 0, seed: 5)
    var second = Environment(milliseconds: 0, seed: 5)
    let draws = (0..<3).map { _ in evaluated("[$random(), $uuid()]", nil, [], .statesLanguage, &first) }
    #expect(Set(draws).count == 3)
    #expect((0..<3).map { _ in evaluated("[$random(), $uuid()]", nil, [], .statesLanguage, &second) } == draws)
  }
}
