import Documents
import JSONata
import Testing

/// Expressions whose results the pages of the language state, or that follow from their rules by hand.
///
/// - Source: docs.jsonata.org, the pages on paths, predicates, construction, sorting, programming and operators.
struct LanguageTests {
  /// An account with orders, and people with several telephones.
  private static let input = json(
    """
    {"Name": "Ada", "Age": 28,
     "Address": {"Street": "Mill Lane", "City": "Winchester", "Postcode": "SO21"},
     "Phone": [{"type": "home", "number": "0203"}, {"type": "office", "number": "01962"}, {"type": "office", "number": "01963"},
               {"type": "mobile", "number": "077"}],
     "Email": [{"address": ["a@x", "b@x"]}, {"address": ["c@y", "d@y"]}],
     "Other": {"Over 18 ?": true, "Misc": null, "Alternative.Address": {"City": "London"}},
     "Account": {"Account Name": "Firefly", "Order": [
       {"OrderID": "order103", "Product": [{"Name": "Hat", "Price": 34.45, "Quantity": 2, "Colour": "Purple"},
                                           {"Name": "Trilby", "Price": 21.67, "Quantity": 1, "Colour": "Orange"}]},
       {"OrderID": "order104", "Product": [{"Name": "Hat", "Price": 34.45, "Quantity": 4, "Colour": "Purple"},
                                           {"Name": "Cloak", "Price": 107.99, "Quantity": 1, "Colour": "Black"}]}]},
     "library": {"books": [{"title": "C", "isbn": 1, "authors": ["K", "R"]}, {"title": "AWK", "isbn": 2, "authors": ["A", "K", "W"]},
                           {"title": "Dragon", "isbn": 3, "authors": ["Aho"]}],
                 "loans": [{"customer": "x", "isbn": 2}, {"customer": "y", "isbn": 3}]}}
    """)

  @Test(arguments: [
    Example("Name", #""Ada""#),
    Example("Address.City", #""Winchester""#),
    Example("Other.`Over 18 ?`", "true"),
    Example("Other.Nothing", "nothing"),
    Example("Other.Misc", "null"),
    Example("Phone[0]", #"{"type":"home","number":"0203"}"#),
    Example("Phone[-1].number", #""077""#),
    Example("Phone[8]", "nothing"),
    Example("Phone[0].number", #""0203""#),
    Example("Phone.number", #"["0203","01962","01963","077"]"#),
    Example("Phone.number[0]", #"["0203","01962","01963","077"]"#),
    Example("(Phone.number)[0]", #""0203""#),
    Example("Phone[[0..1]].number", #"["0203","01962"]"#),
    Example("Phone[1.9].number", #""01962""#),
    Example("Phone[type='mobile'].number", #""077""#),
    Example("Phone[type='office'].number", #"["01962","01963"]"#),
    Example("Phone[type='mobile'][].number", #"["077"]"#),
    Example("Address[].City", #"["Winchester"]"#),
    Example("Address.*", #"["Mill Lane","Winchester","SO21"]"#),
    Example("**.City", #"["Winchester","London"]"#),
    Example("*.City", #""Winchester""#),
    Example("Email.address", #"["a@x","b@x","c@y","d@y"]"#),
    Example("Email.[address]", #"[["a@x","b@x"],["c@y","d@y"]]"#),
    Example("[Address, Other.`Alternative.Address`].City", #"["Winchester","London"]"#),
    Example("Phone.{type: number}", #"[{"home":"0203"},{"office":"01962"},{"office":"01963"},{"mobile":"077"}]"#),
    Example("Phone{type: number}", #"{"home":"0203","office":["01962","01963"],"mobile":"077"}"#),
    Example("Phone{type: number[]}", #"{"home":["0203"],"office":["01962","01963"],"mobile":["077"]}"#),
    Example("Account.Order.Product.(Price * Quantity)", "[68.9,21.67,137.8,107.99]"),
    Example("$sum(Account.Order.Product.(Price * Quantity))", "336.36"),
    Example("Account.Order.OrderID.$uppercase()", #"["ORDER103","ORDER104"]"#),
    Example("Account.Order.Product{Name: $sum(Price)}", #"{"Hat":68.9,"Trilby":21.67,"Cloak":107.99}"#),
    Example("Account.Order.Product^(Price).Name", #"["Trilby","Hat","Hat","Cloak"]"#),
    Example("Account.Order.Product^(>Price, <Quantity).Quantity", "[1,2,4,1]"),
    Example("Account.Order.Product^(Colour, Missing).Colour", #"["Black","Orange","Purple","Purple"]"#),
    Example(
      "Account.Order.Product[Price > 100].{'p': Name, 'o': %.OrderID, 'a': %.%.`Account Name`}",
      #"{"p":"Cloak","o":"order104","a":"Firefly"}"#),
    Example("Account.Order.Product[%.OrderID='order104'].Name", #"["Hat","Cloak"]"#),
    Example("library.books#$i['K' in authors].{'t': title, 'i': $i}", #"[{"t":"C","i":0},{"t":"AWK","i":1}]"#),
    Example("library.books^(>title)#$i.($i & title)", #"["0Dragon","1C","2AWK"]"#),
    Example(
      "library.loans@$l.books@$b[$l.isbn=$b.isbn].{'t': $b.title, 'c': $l.customer}", #"[{"t":"AWK","c":"x"},{"t":"Dragon","c":"y"}]"#),
    Example("library.(loans)@$l.(books)@$b[$l.isbn=$b.isbn]{$l.customer: $b.title}", #"{"x":"AWK","y":"Dragon"}"#),
    Example("Account.( $n := function() { $.'Account Name' }; Order[0].Product[0].{'n': $n()} )", #"{"n":"Firefly"}"#),
    Example("$$.Name & Address.($$.Age)", #""Ada28""#),
    Example("Address ~> |$|{'City': 'Bath'}, 'Street'|", #"{"City":"Bath","Postcode":"SO21"}"#),
    Example("$sum((Account ~> |Order.Product|{'Price': 1, 'Old': Price}|).Order.Product.Price)", "4"),
    Example("Age > 20 and Missing", "false"),
    Example("Missing.x ?: 'd'", #""d""#),
    Example("Missing ?? 0", "0"),
    Example("0 ?? 1", "0"),
    Example("0 ?: 1", "1"),
    Example("'' ?? 'x'", #""""#),
    Example("Age < 18 ? 'young'", "nothing"),
  ])
  func `paths, predicates and construction find what the pages say`(_ example: Example) {
    #expect(evaluated(example.expression, LanguageTests.input) == example.result)
  }

  @Test(arguments: [
    Example("1 + 1 = 2", "true"), Example("5 % 2", "1"), Example("-7 % 3", "-1"), Example("5 / 2", "2.5"), Example("- 42", "-42"),
    Example("22 / 7 <= 3", "false"), Example("'a' < 'b'", "true"), Example("1 + 2 * 3 - 4 & 'x'", #""3x""#),
    Example("{'a': 1, 'b': [2]} = {'b': [2], 'a': 1}", "true"), Example("[1, 2] = [2, 1]", "false"), Example("missing != 1", "false"),
    Example("'world' in ['hello', 'world']", "true"), Example("'hello' in 'hello'", "true"), Example("1 in []", "false"),
    Example("'x' & missing & 1 & true & null & [1] & {'a': 2}", #""x1truenull[1]{\"a\":2}""#),
    Example("[1..5]", "[1,2,3,4,5]"), Example("[1..3, 7..9]", "[1,2,3,7,8,9]"), Example("[5..1]", "[]"),
    Example("[1..5].($ * $)", "[1,4,9,16,25]"), Example("[1..2].('Item ' & $)", #"["Item 1","Item 2"]"#),
    Example("[[1, 2], [3]]", "[[1,2],[3]]"), Example("[1, missing, null]", "[1,null]"), Example("[[1, 2], [3]].$", "[1,2,3]"),
    Example("(1; 2; 3)", "3"), Example("()", "nothing"), Example("($a := 1; ($b := $a; $a := 2; $b))", "1"),
    Example("($x := 'a'; ($x := 'b'); $x)", #""a""#),
    Example("function($l, $w, $h){ $l * $w * $h }(10, 10, 5)", "500"),
    Example("($f := function($x){ $x <= 1 ? 1 : $x * $f($x - 1) }; $f(4))", "24"),
    Example("λ($f) { λ($x) { $x($x) }( λ($g) { $f( (λ($a) {$g($g)($a)}))})}(λ($f) { λ($n) { $n < 2 ? 1 : $n * $f($n - 1) } })(6)", "720"),
    Example("($fib := λ($n) { $n <= 1 ? $n : $fib($n-1) + $fib($n-2) }; [1,2,3,4,5,6,7,8,9] . $fib($))", "[1,1,2,3,5,8,13,21,34]"),
    Example(
      "($t := function($f) { function($x){ $f($f($x)) } }; $add3 := function($y){ $y + 3 }; $add6 := $t($add3); $add6(7))", "13"),
    Example("($first5 := $substring(?, 0, 5); $first5('Hello, World'))", #""Hello""#),
    Example("($firstN := $substring(?, 0, ?); $first5 := $firstN(?, 5); $first5('Hello, World'))", #""Hello""#),
    Example("($n := $uppercase ~> $trim; $n('  some   words '))", #""SOME WORDS""#),
    Example("'a@b.c' ~> $substringAfter('@') ~> $substringBefore('.') ~> $uppercase()", #""B""#),
    Example("5 ~> function($x){ $x * 2 }", "10"), Example("[1, 2] ~> $map(λ($v){ $v })[0]", "[1,2]"),
    Example("[1] ~> $map(λ($v){ $v })[]", "[1]"),
    Example("function($x, $y)<n-n:n>{ $x + $y }(2, 3)", "5"), Example("4.(function($x, $y)<n-n:n>{ $x + $y }(3))", "S0213"),
    Example("(4).(function($x, $y)<n-n:n>{ $x + $y }(3))", "7"), Example("function($a)<a<n>:n>{ $a[0] }(3)", "3"),
    Example("/* a */ 1 /* b */ + 2", "3"), Example(#""\u00e9\ud83d\ude00\n""#, #""é😀\n""#), Example("'it''s'", "S0201"),
    Example("{'a': 1, 'b': missing}", #"{"a":1}"#), Example("{}", "{}"), Example("and", "nothing"),
    Example("0.1 + 0.2", "0.30000000000000004"),
    Example("1e3", "1000"), Example("$eval('1 + $x')", "4"), Example("($y := 2; $eval('$y * $x'))", "6"),
  ])
  func `operators, variables and functions give what the pages say`(_ example: Example) {
    #expect(evaluated(example.expression, .null, [("x", .integer(3))]) == example.result)
  }

  @Test func `an input that is an array is one value, and its elements are looked through`() {
    let input = json(#"[{"ref": [1, 2]}, {"ref": [3, 4]}]"#)
    #expect(evaluated("$[0]", input) == #"{"ref":[1,2]}"#)
    #expect(evaluated("$[0].ref", input) == "[1,2]")
    #expect(evaluated("$.ref", input) == "[1,2,3,4]")
    #expect(evaluated("$.ref[0]", input) == "[1,3]")
    #expect(evaluated("($.ref)[0]", input) == "1")
    #expect(evaluated("$count($)", input) == "2")
  }

  @Test func `what is not touched of the input comes out as it went in`() {
    let input = JSONValue.object([("kept", .object([("big", .integer(9_007_199_254_740_993))])), ("other", .number(0.5))])
    #expect(evaluated("kept", input) == #"{"big":9007199254740993}"#)
    #expect(evaluated("$", input) == #"{"kept":{"big":9007199254740993},"other":0.5}"#)
  }

  @Test func `texts are compared scalar by scalar, not by canonical equivalence`() {
    let input = JSONValue.object([("e\u{301}", .integer(1)), ("\u{e9}", .integer(2))])
    #expect(evaluated("`\u{e9}`", input) == "2")
    #expect(evaluated("'\u{e9}' = 'e\u{301}'", input) == "false")
    #expect(evaluated("'\u{ff5e}' < '\u{1f600}'", input) == "false")
  }

  @Test func `bindings from outside hide functions of the same name`() {
    #expect(evaluated("$uppercase & $a.b", .null, [("uppercase", .string("u")), ("a", json(#"{"b": 1}"#))]) == #""u1""#)
  }
}
