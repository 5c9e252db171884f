internal import Documents

extension Finding {
  static func machineKind(_ wanted: String) -> Finding { Finding(.machineKind, "\(wanted) is wanted here") }

  static func machineField(_ name: String, in what: String, known: some Sequence<String>) -> Finding {
    Finding(
      .machineField, "'\(name)' is no field of \(what)", mend: Nearest.name(to: name, among: known).map { "did you mean '\($0)'?" })
  }

  static func machineMissing(_ name: String, in what: String) -> Finding { Finding(.machineMissing, "\(what) needs '\(name)'") }

  static func machineExclusive(_ first: String, _ second: String) -> Finding {
    Finding(.machineExclusive, "'\(first)' and '\(second)' exclude each other", mend: "keep one of them")
  }

  static func machineTarget(_ name: String, known: some Sequence<String>) -> Finding {
    Finding(
      .machineTarget, "there is no state '\(name)' here", mend: Nearest.name(to: name, among: known).map { "did you mean '\($0)'?" })
  }

  static func machineNameTwice(_ name: String, first: Place) -> Finding {
    Finding(.machineName, "a state '\(name)' already stands in line \(first.line)", mend: "give it another name")
  }

  static let machineNameLength = Finding(.machineName, "a state's name has 1 to 80 characters")

  static func machineUnreachable(_ name: String) -> Finding { Finding(.machineUnreachable, "no transition leads to '\(name)'") }

  static let machineEndless = Finding(.machineEndless, "no state ends this", mend: "give one of them `End: true`")

  static func machinePath(_ message: String) -> Finding { Finding(.machinePath, message) }

  static func machineIntrinsic(_ message: String) -> Finding { Finding(.machineIntrinsic, message) }

  static func machineTemplateKey(_ key: String) -> Finding {
    Finding(.machineTemplate, "'\(key)' and '\(key).$' give the same key", mend: "keep one of them")
  }

  static func machineTemplateValue(_ key: String) -> Finding {
    Finding(.machineTemplate, "'\(key)' must hold the text of a path or call", mend: "leave out the '.$' if it is a plain value")
  }

  static func machineRange(_ text: String, _ range: String) -> Finding { Finding(.machineRange, "\(text) is not \(range)") }

  static func machineWord(_ word: String, known: [String]) -> Finding {
    Finding(.machineWord, "'\(word)' is none of \(known.joined(separator: ", "))")
  }

  static func machineErrors(_ message: String) -> Finding { Finding(.machineErrors, message) }

  static func machineVariable(_ message: String) -> Finding { Finding(.machineVariable, message) }

  static func machineLanguage(_ name: String, _ language: QueryLanguage) -> Finding {
    Finding(.machineLanguage, "'\(name)' is not possible where the query language is \(language.rawValue)")
  }

  static let machineJSONata = Finding(.machineJSONata, "the expression is not written as '{% .. %}'")

  static func machineQuery(_ message: String, code: String, at character: Int) -> Finding {
    Finding(.machineQuery, "the JSONata expression can't be read at its character \(character): \(message) (\(code))")
  }

  static func recording(_ wanted: String) -> Finding { Finding(.machineRecording, "\(wanted) is wanted here") }

  static func machineResource(_ text: String) -> Finding { Finding(.machineResource, "'\(text)' does not name a function") }

  static func machineChoice(_ message: String) -> Finding { Finding(.machineChoice, message) }

  static func machineUnset(_ name: String) -> Finding { Finding(.machineUnset, "nothing assigns '$\(name)' before it is used here") }

  static func machineTimestamp(_ text: String) -> Finding { Finding(.machineTimestamp, "'\(text)' is no timestamp") }

  static func machineUnnamable(_ name: String) -> Finding {
    Finding(.machineUnnamable, "no path can refer to the variable '\(name)'", mend: "use letters, digits and '_'")
  }
}
