internal import Documents

extension Finding {
  static func unknownKey(_ key: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: key, among: known)
    let mend = nearest.map { "did you mean '\($0)'?" } ?? (known.count <= 12 ? "the keys here are \(list(known))" : nil)
    return Finding(.unknownKey, "unknown key '\(key)'", mend: mend)
  }

  static func missingKey(_ key: String) -> Finding { Finding(.missingKey, "'\(key)' is missing", mend: "it has no default") }

  static func wrongKind(expected: String, found node: LocatedNode) -> Finding {
    let found =
      switch node.content {
      case .scalar(let text, _): "'\(clipped(text))'"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    return Finding(.wrongKind, "expected \(expected), found \(found)")
  }

  static let noValue = Finding(.noValue, "there is no value", mend: "give one or take the key away")

  static func noUnit(_ text: String, _ unit: Unit) -> Finding {
    let example =
      unit.suffixes.count == 1 ? text + gap(unit.suffixes[0].text) : "\(text)\(gap(unit.suffixes[unit.suffixes.count / 2].text))"
    return Finding(.noUnit, "'\(clipped(text))' has no unit", mend: "write a \(unit.name) such as \(example)")
  }

  static func notAQuantity(_ text: String, _ unit: Unit) -> Finding {
    let units = unit.isPlain ? nil : "its units are \(list(unit.suffixes.map(\.text)))"
    return Finding(.notAQuantity, "expected a \(unit.name) such as \(unit.example), found '\(clipped(text))'", mend: units)
  }

  static func unknownUnit(_ suffix: String, _ unit: Unit) -> Finding {
    if unit.isPlain {
      return Finding(.notAQuantity, "a \(unit.name) has no unit, found '\(clipped(suffix))'", mend: "write it as \(unit.example)")
    }
    let known = unit.suffixes.map(\.text)
    let same = known.first { $0.lowercased() == suffix.lowercased() }
    let mend = same.map { "write '\($0)'" } ?? "its units are \(list(known))"
    return Finding(.notAQuantity, "'\(clipped(suffix))' is no unit of a \(unit.name)", mend: mend)
  }

  static func outOfRange(_ text: String, _ unit: Unit, _ bounds: Bounds) -> Finding {
    Finding(.outOfRange, "\(clipped(text)) is out of range", mend: bounds.text(unit).map { "it must be \($0)" })
  }

  static func tooLarge(_ text: String) -> Finding { Finding(.tooLarge, "\(clipped(text)) is too large a number") }

  static func unknownWord(_ text: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: text, among: known)
    return Finding(
      .unknownWord, "'\(clipped(text))' is not known here", mend: nearest.map { "did you mean '\($0)'?" } ?? "one of \(list(known))")
  }

  static func notSupported(_ what: String) -> Finding {
    Finding(.notSupported, "'\(what)' is not supported yet", mend: "take it out to go on")
  }
  static func badName(_ name: String) -> Finding {
    Finding(.badName, "'\(clipped(name))' is no name", mend: "use letters, digits, '_' and '-', and begin with a letter or digit")
  }

  static func reservedName(_ name: String) -> Finding {
    Finding(.reservedName, "the name '\(name)' is reserved", mend: "choose another one")
  }

  static func nameTaken(_ name: String, by other: String) -> Finding {
    Finding(.nameTaken, "the name '\(name)' is taken by \(other)", mend: "names are unique over all sections")
  }

  static func combination(_ what: String, mend: String) -> Finding { Finding(.combination, what, mend: mend) }

  static func shares(_ sum: Double, of what: String) -> Finding {
    Finding(.shares, "the shares of \(what) sum to \(Unit.share.text(sum))", mend: "make them sum to 100%")
  }

  static func distribution(_ what: String, mend: String?) -> Finding { Finding(.distribution, what, mend: mend) }

  static func badSchedule(_ text: String, _ what: String) -> Finding {
    Finding(.badSchedule, "'\(clipped(text))' is no schedule: \(what)", mend: "write cron(0 12 * * ? *) or rate(5 minutes)")
  }

  static func badInstant(_ text: String) -> Finding {
    Finding(.badInstant, "'\(clipped(text))' is no instant", mend: "write it as 2026-01-05T00:00:00Z")
  }

  static func badClock(_ text: String) -> Finding {
    Finding(.badClock, "'\(clipped(text))' is no time of day", mend: "write it as \"14:00\"")
  }

  static func notAFlag(_ text: String) -> Finding { Finding(.notAFlag, "'\(clipped(text))' is neither true nor false") }

  static func notAWholeNumber(_ text: String) -> Finding { Finding(.notAWholeNumber, "'\(clipped(text))' is no whole number") }

  /// Words in a sentence: `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  /// A text short enough for a sentence.
  static func clipped(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(57))) + "..." : text
  }

  private static func gap(_ suffix: String) -> String {
    suffix.hasPrefix("/") || suffix == "%" || suffix == "x" ? suffix : " " + suffix
  }
}
