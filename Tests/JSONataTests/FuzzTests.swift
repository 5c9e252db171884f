import Documents
import JSONata
import Testing

/// Damaged expressions: whatever comes of them, nothing crashes or hangs.
struct FuzzTests {
  private static let seeds = [
    "Account.Order.Product[Price > 30 and $contains(Name, /h.t/i)]^(>Price, Name).{'n': Name, 'o': %.OrderID, 'i': $i}",
    "library.loans@$l.books@$b[$l.isbn=$b.isbn]#$i{$l.customer: $b.title & $string($i)}",
    "($f := function($x, $y)<n-n?:n>{ $x <= 1 ? 1 : $x * $f($x - 1) }; $map([1..5], $f)[0] ?? 'a' ?: null)",
    "$replace('ab12cd34', /(\\w)(?:\\d+)|[^a-c\\s]{1,2}?(?=x)\\1/m, '$1-$$-$0', 2) ~> $uppercase() ~> |$|{'a': 1}, ['b']|",
    "$fromMillis($toMillis('2020-02-29T12:30:00.5+01:00'), '[Y0001]-[MNn,*-3] [FNn], [D1o] [h]:[m01][P] [W] [Z01:01t]', '-0330')",
    "$formatNumber(-1234.5678, '#,##0.00##;(00.0e0)') & $formatInteger(1234, 'Ww;o') & $formatBase(255, 16) & $pad('x', -5, '#-')",
    "**[*.a[-1]] . $sift(λ($v, $k){ $k in ['a', `b c`] or $not($v) }) . $each(λ($v, $k) { $k & ': ' & $v }) /* end */",
    "$reduce($zip([1..3], [4, 5, 6]), λ($a, $v){ $append($a, $sum($v)) }, []) ~> $sort(λ($l, $r){ $l < $r }) ~> $join(',')",
  ]
  private static let input = json(
    #"{"a": [1, {"b c": "x"}, [2, [3]]], "Account": {"Order": {"OrderID": 1, "Product": [{"Price": 40, "Name": "hat"}]}}}"#)

  @Test(arguments: seeds)
  func `random changes of an expression neither crash nor hang`(_ seed: String) {
    var random = SplitMix(state: UInt64(seed.utf8.count))
    let alphabet = Array("()[]{}.,;:$%^&*@#?<>=!~|/\\'\"`+-0123456789aeinorx \n".utf8)
    var valid = 0
    for _ in 0..<1500 {
      var bytes = Array(seed.utf8)
      for _ in 0...random.next(4) {
        let place = random.next(bytes.count)
        switch random.next(4) {
        case 0: bytes[place] = alphabet[random.next(alphabet.count)]
        case 1: bytes.insert(alphabet[random.next(alphabet.count)], at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.next(6)))
        default:
          let piece = Array(bytes[place..<min(bytes.count, place + 1 + random.next(12))])
          bytes.insert(contentsOf: piece, at: random.next(bytes.count))
        }
        if bytes.isEmpty { bytes = [49] }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let dialect = random.next(4) == 0 ? Dialect.statesLanguage : .plain
      let result = evaluated(text, FuzzTests.input, dialect: dialect, limits: Limits(steps: 50_000))
      if !result.hasPrefix("S0") { valid += 1 }
    }
    #expect(valid > 5)
  }

  /// Numbers for the changes.
  private struct SplitMix {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((bits ^ (bits >> 31)) % UInt64(max(1, limit)))
    }
  }
}
