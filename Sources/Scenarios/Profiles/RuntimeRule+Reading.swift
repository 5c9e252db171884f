internal import Documents
internal import Variates

extension RuntimeRule {
  /// A mapping from runtimes to their rules.
  static func syntax(_ languages: [LanguageRule]) -> Syntax<[RuntimeRule]> {
    var form: Form { Form.map(keys: "runtime", .section(Fields.describe { read(&$0, name: "", languages) })) }
    return Syntax(form, placeholder: []) { node, path, reading in
      reading.mapping(node, path)?.filter { $0.key != "sources" }.map { entry in
        let syntax = Syntax<RuntimeRule>.section { read(&$0, name: entry.key, languages) }
        return syntax.read(entry.value, .key(path, entry.key), reading) ?? syntax.placeholder()
      }
    }
  }

  private static func read(_ f: inout Fields, name: String, _ languages: [LanguageRule]) -> RuntimeRule {
    let language = f.required("language", .text(kind: "language", example: "node"), "one of `languages`")
    let kind = f.required("kind", .word as Syntax<Kind>, "whether the platform or the user brings it")
    let firstWork = f.optional("firstWork", .duration(), default: 0, shown: "0 ms", "processor work that the first invocation does on top")
    let zip = f.optional("zip", starts(.zip), default: [], shown: "none", "start times as a zip archive, by architecture")
    let image = f.optional("image", starts(.image), default: [], shown: "none", "start times as a container image, by architecture")
    let rule = languages.first { $0.name == language }
    if rule == nil, f.reading != nil, !language.isEmpty { f.note(.unknownWord(language, known: languages.map(\.name)), value: "language") }
    return RuntimeRule(
      name: name, language: language, custom: kind == .custom, loadPerMB: rule?.loadPerMB ?? 0, packedRatio: rule?.packedRatio ?? 1,
      firstWork: firstWork, starts: zip + image)
  }

  /// Who brings a runtime.
  enum Kind: String, CaseIterable {
    case managed
    case custom
  }

  private static func starts(_ package: Package) -> Syntax<[Start]> {
    .section { f in
      Architecture.allCases.compactMap { architecture in
        f.given(architecture.rawValue, .durations(), "on \(architecture.rawValue)").map {
          Start(package: package, architecture: architecture, time: $0)
        }
      }
    }
  }
}
