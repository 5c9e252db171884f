import Documents
import JSONata
import Testing

/// Texts that are no expressions, and expressions that fail, with the codes that JSONata has for them.
struct FaultTests {
  @Test(arguments: [
    Example("'abc", "S0101"), Example("1e1000", "S0102"), Example(#""\y""#, "S0103"), Example(#""\u12x4""#, "S0104"),
    Example("`abc", "S0105"), Example("1 /* x", "S0106"), Example("1 2", "S0201"), Example("(1, 2)", "S0202"), Example("(1", "S0203"),
    Example("1 ! 2", "S0204"), Example("", "S0207"), Example("1 +", "S0207"), Example("function(x){1}", "S0208"),
    Example("$x{'a': 1}{'b': 2}", "S0210"), Example("$x{'a': 1}[0]", "S0209"), Example("*/2 )", "S0201"), Example("[1,]", "S0211"),
    Example("+1", "S0211"), Example("x := 1", "S0212"), Example("a.1", "S0213"), Example("a@b", "S0214"), Example("a#b", "S0214"),
    Example("a[0]@$x", "S0215"), Example("a^(b)@$x", "S0216"), Example("%", "S0217"), Example("$x.%", "S0217"), Example("//", "S0301"),
    Example("/abc", "S0302"), Example("/a(/", "S0302"), Example("/a)b/", "S0302"), Example("/[b-a]/", "S0303"),
    Example("function($x)<n<n>>{1}", "S0401"), Example("function($x)<(a<n>)>{1}", "S0402"),
  ])
  func `a text that is no expression is refused by its code`(_ example: Example) {
    #expect(evaluated(example.expression) == example.result)
  }

  @Test(arguments: [
    Example("'a' + 1", "T2001"), Example("1 + 'a'", "T2002"), Example("['a'..2]", "T2003"), Example("[1..2.5]", "T2004"),
    Example("1 ~> 2", "T2006"), Example("[{'a': 1}, {'a': 'x'}]^(a)", "T2007"), Example("[{'a': true}, {'a': false}]^(a)", "T2008"),
    Example("1 < 'a'", "T2009"), Example("1 < null", "T2010"), Example("{'a': 1} ~> |$|5|", "T2011"), Example("{} ~> |$|{}, 5|", "T2012"),
    Example("[1..20000000]", "D2014"), Example("1 + 1 / 0", "D1001"), Example("1 / 0", "D1001"), Example("- 'a'", "D1002"),
    Example("-true", "D1002"),
    Example("{'a': 1} ~> |a|{'b': 2}|", "X0301"), Example("{1: 2}", "T1003"), Example("$match('a', /x*/)", "D1004"),
    Example("$match('ab', /b*/)", "D1004"),
    Example("uppercase('a')", "T1005"), Example("nothing()", "T1006"), Example("uppercase(?)", "T1007"), Example("nothing(?)", "T1008"),
    Example("{'a': 1, 'a': 2}", "D1009"), Example("$match('a', function($s){ {'a': 1} })", "T1010"), Example("$uppercase(1)", "T0410"),
    Example("(1).$uppercase()", "T0411"), Example("$sum('a')", "T0412"), Example("$sum([1, 'a'])", "T0412"),
    Example("$string(1/0)", "D3001"),
    Example("$replace('a', '', 'b')", "D3010"), Example("$replace('a', 'a', 'b', -1)", "D3011"),
    Example("$replace('a', /a/, true)", "T0410"),
    Example("$replace('a', /a/, function(){1})", "D3012"), Example("$split('a', 'b', -1)", "D3020"), Example("$number('a')", "D3030"),
    Example("$match('a', /a/, -1)", "D3040"), Example("$reduce([1], function($x){$x})", "D3050"), Example("$sqrt(-1)", "D3060"),
    Example("$power(10, 400)", "D3061"), Example("$sort([1, 'a'])", "D3070"), Example("$formatNumber(1, '0;0;0')", "D3080"),
    Example("$formatNumber(1, '0.0.0')", "D3081"), Example("$formatNumber(1, '.')", "D3085"), Example("$formatNumber(1, '0#')", "D3090"),
    Example("$formatBase(1, 1)", "D3100"), Example("$toMillis('x')", "D3110"), Example("$eval('1 +')", "D3120"),
    Example("$eval('1 + true')", "D3121"),
    Example("$formatInteger(1, 'Δ')", "D3130"), Example("$formatInteger(1, '0٠')", "D3131"), Example("$fromMillis(0, '[q]')", "D3132"),
    Example("$fromMillis(0, '[YN]')", "D3133"), Example("$fromMillis(0, '[Z00000]')", "D3134"), Example("$fromMillis(0, '[Y')", "D3135"),
    Example("$toMillis('2018-22', '[Y]-[m]')", "D3136"), Example("$error('no')", "D3137"), Example("$single([1, 2])", "D3138"),
    Example("$single([])", "D3139"), Example("$decodeUrl('%E0%A4%A')", "D3140"), Example("$assert(false)", "D3141"),
  ])
  func `an expression that fails does so by its code`(_ example: Example) {
    #expect(evaluated(example.expression) == example.result)
  }

  @Test func `a fault and a failure say what is wrong and where`() throws {
    let fault = #expect(throws: SyntaxFault.self) { try Program("$größe + `x") }
    #expect(fault?.offset == 9)
    #expect(fault?.message == "the name has no closing `")
    var environment = Environment(milliseconds: 0, seed: 0)
    let program = try Program("[1, 2 + $lowercase(3)]")
    let failure = #expect(throws: Failure.self) { try program.evaluate(input: nil, environment: &environment) }
    #expect(failure?.offset == 18)
    #expect(failure?.message == "argument 1 of $lowercase does not fit its signature")
    let asserted = #expect(throws: Failure.self) { try Program("$error('sold out')").evaluate(input: nil, environment: &environment) }
    #expect(asserted?.message == "sold out")
  }
}
