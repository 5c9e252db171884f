import Documents
import JSONata
import Testing

/// Expressions that would run forever, or out of stack or memory.
struct LimitTests {
  @Test func `a call in tail position needs no stack`() {
    #expect(evaluated("($f := function($n, $a){ $n = 0 ? $a : $f($n - 1, $a + 1) }; $f(20000, 0))") == "20000")
    #expect(
      evaluated("($even := λ($n){ $n = 0 ? true : $odd($n - 1) }; $odd := λ($n){ $n = 0 ? false : $even($n - 1) }; $even(9999))") == "false"
    )
    #expect(
      evaluated("($f := λ($x){ ($i := λ($x, $a){ $x <= 1 ? $a : $i($x - 1, $x * $a) }; $i($x, 1)) }; $f(170))") == "7.257415615308004e+306")
  }

  @Test func `recursion that is not in tail position works to a depth, and ends with an error beyond`() {
    #expect(evaluated("($f := function($x){ $x <= 1 ? 1 : $x * $f($x - 1) }; $f(170))") == "7.257415615307994e+306")
    #expect(evaluated("($f := function($x){ 1 + $f($x) }; $f(1))") == "D1011")
    #expect(evaluated("($f := function($x){ $map([1], $f) }; $f(1))") == "D1011")
    #expect(evaluated("($f := $uppercase; $g := function($h, $n){ $n = 0 ? $h : $g($h ~> $f, $n - 1) }; $g($f, 9999)('a'))") == "D1011")
  }

  @Test(arguments: [
    "($f := function($x){$f($x)}; $f(1))", "($f := λ($x){ $x ~> $f() }; $f(1))", "[1..9999999]", "$reduce([1..5000000], λ($a, $b){$a})",
    "($f := λ($s){ $f($s & $s) }; $f('abcdefgh'))", "/(a+)+(b|c)$/('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
  ])
  func `what does not end, ends when its steps are used up`(_ expression: String) {
    #expect(["D1011", "D1012"].contains(evaluated(expression, limits: Limits(steps: 200_000))))
  }

  @Test func `expressions nested too deeply are refused, and long ones are not`() {
    #expect(evaluated(String(repeating: "(", count: 100_000)) == "D1011")
    #expect(evaluated(String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)) == "D1011")
    #expect(evaluated(String(repeating: "-", count: 5000) + "1") == "D1011")
    #expect(evaluated(String(repeating: "1+", count: 100_000) + "1") == "D1011")
    #expect(evaluated(String(repeating: "a.", count: 20_000) + "b", json(#"{"a": 1}"#)) == "nothing")
    #expect(evaluated(String(repeating: "1+", count: 400) + "1") == "401")
    #expect(evaluated("[" + String(repeating: "1,", count: 20_000) + "1] ~> $count()") == "20001")
    #expect(evaluated("/" + String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000) + "/") == "S0303")
  }

  @Test func `values nested too deeply are refused as they are built`() {
    #expect(evaluated("($f := λ($n, $a){ $n = 0 ? $a : $f($n - 1, [[$a]]) }; $f(100000, 1))") == "D1011")
    #expect(evaluated("($f := λ($n, $a){ $n = 0 ? $a : $f($n - 1, {'a': $a}) }; $f(100000, 1))") == "D1011")
    #expect(evaluated("$reduce([1..5000], λ($a, $b){ $append([[$a]], $b) }, 1)") == "D1011")
    #expect(evaluated("($f := λ($n, $g){ $n = 0 ? 1 : $f($n - 1, λ(){ $g }) }; $f(20000, 1))") == "1")
    #expect(evaluated("({'a': 1} ~> |$|{'b': $}|) ~> |$|{'b': $}|") == #"{"a":1,"b":{"a":1,"b":{"a":1}}}"#)
  }

  @Test func `an evaluation as deep as is allowed fits on the stack of a thread`() async {
    // Each kind of expression within itself, to the greatest depth; a task's thread is where runs take place.
    let shapes = [
      "($f := function($x){ 1 + $f($x) }; $f(1))", "($f := λ($x){ [$x].($f($)) + 1 }; $f(1))", "($f := λ($x){ $map([$x], $f) }; $f(1))",
      "($f := λ($x){ {'a': $f($x)} }; $f(1))", "($f := λ($x){ [1..2][$f($)] }; $f(1))", "($f := λ($x){ [2, 1]^($f($)) }; $f(1))",
      "($f := λ($x){ $sort([2, 1], $f) }; $f(1))", "($f := λ($x){ $x ~> |$|{'a': $f($)}| }; $f({}))",
      "($f := λ($x){ [[1]@$i.($f($i))] }; $f(1))",
      "($f := λ($x){ $replace('a', /a/, $f) }; $f(1))", "($f := λ($x){ $eval('$f(1) + 1') }; $f(1))",
      "($f := λ($x){ ($x ? $f($x) : 1) & 1 }; $f(1))",
    ]
    let results = await Task.detached { shapes.map { evaluated($0) } }.value
    #expect(results.allSatisfy { $0 == "D1011" || $0 == "D3121" })
  }
}
