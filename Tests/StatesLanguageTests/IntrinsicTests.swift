import Documents
import Testing

@testable import StatesLanguage

struct IntrinsicTests {
  private func value(_ text: String, input: String = "{}") throws -> String {
    var variables = VariableNames()
    var entropy = Entropy(seed: 1)
    let call = try IntrinsicReader.call(text, variables: &variables)
    return DocumentText.of(try call.value(in: Bindings(input: json(input)), entropy: &entropy))
  }

  // The examples of the specification's appendix B.
  @Test(
    arguments: [
      ("States.Format('Hello, my name is {}.', $.name)", #"{"name":"Arnav"}"#, #""Hello, my name is Arnav.""#),
      (#"States.Format('a \{\} {} \' \\', 1)"#, "{}", #""a {} 1 ' \\""#),
      ("States.StringToJson($.s)", #"{"s":"{\"number\": 20}"}"#, #"{"number":20}"#),
      ("States.JsonToString($.a)", #"{"a":{"x":[1,2.0,null]}}"#, #""{\"x\":[1,2.0,null]}""#),
      ("States.Array('Foo', 2020, $.x, null)", #"{"x":{"a":"b"}}"#, #"["Foo",2020,{"a":"b"},null]"#),
      ("States.ArrayPartition($.a, 4)", #"{"a":[1,2,3,4,5,6,7,8,9]}"#, "[[1,2,3,4],[5,6,7,8],[9]]"),
      ("States.ArrayContains($.a, 5)", #"{"a":[1,5]}"#, "true"), ("States.ArrayRange(1, 9, 2)", "{}", "[1,3,5,7,9]"),
      ("States.ArrayGetItem($.a, 2)", #"{"a":[4,5,6]}"#, "6"), ("States.ArrayUnique($.a)", #"{"a":[1,2,2.0,"2"]}"#, #"[1,2,"2"]"#),
      ("States.Base64Encode('Data to encode')", "{}", #""RGF0YSB0byBlbmNvZGU=""#),
      ("States.Base64Decode('RGVjb2RlZCBkYXRh')", "{}", #""Decoded data""#),
      ("States.Hash('input data', 'SHA-1')", "{}", #""aaff4a450a104cd177d28d18d74485e8cae074b7""#),
      ("States.JsonMerge($.a, $.b, false)", #"{"a":{"a":{"a1":1},"b":2},"b":{"a":{"a3":1},"c":3}}"#, #"{"a":{"a3":1},"b":2,"c":3}"#),
      ("States.MathAdd($.v, -1)", #"{"v":111}"#, "110"), ("States.StringSplit('1,2+3', ',+')", "{}", #"["1","2","3"]"#),
      ("States.ArrayGetItem($.a[?(@.k == 'x')].v, 0)", #"{"a":[{"k":"y","v":1},{"k":"x","v":2}]}"#, "2"),
    ]) func `functions give what they should`(call: String, input: String, result: String) throws
  {
    #expect(try value(call, input: input) == result)
  }

  // FIPS 180-4 examples, RFC 1321 appendix, and lengths about the end of a block.
  @Test func `digests agree with published ones`() {
    func digest(_ digest: Digest, _ text: String) -> String { digest.hexadecimal(of: Array(text.utf8)) }
    #expect(digest(.md5, "") == "d41d8cd98f00b204e9800998ecf8427e")
    #expect(
      digest(.md5, "12345678901234567890123456789012345678901234567890123456789012345678901234567890") == "57edf4a22be3c955ac49da2e2107b67a"
    )
    #expect(digest(.sha1, "abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(
      digest(.sha256, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      digest(.sha384, "abc")
        == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7")
    #expect(
      digest(.sha512, "abc")
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    )
  }

  @Test func `random numbers stay in their range, and a seed repeats them`() throws {
    for _ in 0..<20 { #expect((0..<3).contains(Int(try value("States.MathRandom(0, 3)"))!)) }
    #expect(try value("States.MathRandom(0, 1000000, 5)") == value("States.MathRandom(0, 1000000, 5)"))
    #expect(try value("States.UUID()").contains(#/^"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"$/#))
  }

  @Test(
    arguments: [
      "States.Nope()", "States.UUID(1)", "States.MathAdd(1, '1')", "States.Format('a', )", "States.Format('a'", "States.Array(x)",
      "States.UUID() ", "States.JsonMerge($.a)",
      String(repeating: "States.Array(", count: 11) + String(repeating: ")", count: 11),
    ]) func `texts that are no calls are refused`(text: String)
  {
    var variables = VariableNames()
    #expect(throws: PathFault.self) { try IntrinsicReader.call(text, variables: &variables) }
  }

  @Test(
    arguments: [
      "States.Format('{} {}', 1)", "States.Format('{')", "States.ArrayRange(0, 5000, 1)", "States.ArrayGetItem($.a, 9)",
      "States.MathAdd($.a, 1)",
      "States.StringToJson('{')", "States.Base64Decode('a')", "States.Hash('x', 'SHA-3')", "States.JsonMerge($.o, $.o, true)",
      "States.ArrayLength($.b)",
    ]) func `calls that can't work fail`(text: String)
  {
    #expect(throws: Failure.self) { try value(text, input: #"{"a":[1],"o":{}}"#) }
  }

  // Java SE API, Double.toString.
  @Test(
    arguments: [
      (1.0, "1.0"), (3.3, "3.3"), (0.001, "0.001"), (0.0001, "1.0E-4"), (12_345_678.0, "1.2345678E7"), (9_999_999.0, "9999999.0"),
      (-1e21, "-1.0E21"),
      (1.5e300, "1.5E300"), (1.25e-7, "1.25E-7"), (0, "0.0"),
    ]) func `numbers are written as Java does`(value: Double, text: String)
  {
    #expect(DocumentText.number(value) == text)
  }

  @Test func `a document's size is that of its text`() {
    let document = json(#"{"a":["ä\n",-12,null,true,{"b":1.5}],"c":"😀"}"#)
    let bytes = DocumentText.of(document).utf8.count
    #expect(!DocumentSize.isAbove(bytes, document))
    #expect(DocumentSize.isAbove(bytes - 1, document))
  }
}
