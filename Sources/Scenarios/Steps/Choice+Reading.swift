internal import Documents

extension Choice {
  /// `by`, `cases` and `otherwise`.
  static var syntax: Syntax<Choice> {
    .section { f in
      let by = f.required("by", .word as Syntax<Criterion>, "what decides: the item's kind, its size, or chance")
      guard f.reading != nil else {
        _ = f.required("cases", .list(.section(describeCase)), "the ways, the first that fits is taken")
        _ = f.optional("otherwise", .steps, default: [], shown: "nothing", "what is done if no case fits")
        return .byChance([], otherwise: [])
      }
      switch by {
      case .kind:
        let cases = f.required("cases", .list(.section(readKind)), "")
        return .byKind(cases, otherwise: otherwise(&f))
      case .size:
        let cases = f.required("cases", .list(.section(readSize)), "")
        return .bySize(cases, otherwise: otherwise(&f))
      case .chance:
        let cases = f.required("cases", .list(.section(readChance)), "")
        let sum = cases.reduce(0) { $0 + $1.chance }
        if sum > 1 + 1e-9 {
          f.note(.shares(sum, of: "all cases"), value: "cases")
        }
        return .byChance(cases, otherwise: otherwise(&f))
      }
    }
  }

  /// What decides.
  enum Criterion: String, CaseIterable {
    case kind
    case size
    case chance
  }

  private static func otherwise(_ f: inout Fields) -> [Step] {
    f.optional("otherwise", .steps, default: [], shown: nil, "")
  }

  private static func readKind(_ f: inout Fields) -> KindCase {
    KindCase(kind: f.required("when", .name(example: "card"), ""), steps: f.required("steps", .steps, ""))
  }

  private static func readSize(_ f: inout Fields) -> SizeCase {
    let limit = Syntax<Int64>.section { $0.required("upTo", .size(), "the largest size that goes this way") }
    return SizeCase(upTo: f.required("when", limit, ""), steps: f.required("steps", .steps, ""))
  }

  private static func readChance(_ f: inout Fields) -> ChanceCase {
    ChanceCase(chance: f.required("when", .share, ""), steps: f.required("steps", .steps, ""))
  }

  private static func describeCase(_ f: inout Fields) -> Int {
    let limit = Syntax<Int64>.section { $0.required("upTo", .size(), "the largest size that goes this way") }
    let when = Syntax<String>(
      .any(of: [Syntax<String>.name(example: "card").form(), Syntax<Double>.share.form(), limit.form()]), placeholder: ""
    ) { _, _, _ in nil }
    _ = f.required("when", when, "a kind, a chance such as 30%, or { upTo: 1 MB }")
    _ = f.required("steps", .steps, "what is done")
    return 0
  }
}
