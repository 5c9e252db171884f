internal import Documents

extension Finding {
  static func extendsCycle(_ chain: [String]) -> Finding {
    Finding(.extendsCycle, "the file extends itself: \(chain.joined(separator: " -> "))", mend: "break the chain")
  }

  static func overrideText(_ text: String) -> Finding {
    Finding(.overrideText, "'\(clipped(text))' is no override", mend: "write path=value, as functions.api.memory=\"512 MB\"")
  }

  static func overridePath(_ text: String) -> Finding {
    Finding(.overrideText, "'\(clipped(text))' is no path", mend: "write it as functions.api.memory")
  }

  static func injectionText(_ text: String) -> Finding {
    Finding(
      .injectionText, "'\(clipped(text))' is no fault", mend: "write kind:name,key=value,.. as outage:crm,at=12:00,for=30m")
  }

  static func overrideName(_ name: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: name, among: known)
    return Finding(.overridePath, "the scenario has no '\(clipped(name))' to override", mend: nearest.map { "did you mean '\($0)'?" })
  }

  static func overrideIndex(_ path: String, count: Int?) -> Finding {
    Finding(.overridePath, count.map { "the list has \($0) elements, the first is [0]" } ?? "there is no list to take an element of")
  }

  static func overrideNothing(_ path: String) -> Finding { Finding(.overridePath, "there is nothing here to override") }

  static func overrideInside(_ path: String, _ node: LocatedNode) -> Finding {
    Finding(
      .overridePath, "there is a \(node.elements == nil ? "plain value" : "list") here, which has no keys", mend: "override the whole value"
    )
  }
}
