internal import Documents
internal import StatesLanguage

extension TemplateSpec {
  /// A document in which keys that end in `.$`, or else texts in `{% .. %}`, are evaluated; with the only key `expression` one path or call, with the only key `file`
  /// the JSON of a file.
  static var syntax: Syntax<TemplateSpec> {
    Syntax(.anything, placeholder: TemplateSpec(.members([]))) { node, path, reading in
      if let entries = node.entries, entries.count == 1 {
        let inner = Path.key(path, entries[0].key)
        if entries[0].key == "expression" { return expression(entries[0].value, inner, reading) }
        if entries[0].key == "file" { return file(entries[0].value, inner, reading) }
      }
      return template(node, path, reading)
    }
  }

  private static func template(_ node: LocatedNode, _ path: Path, _ reading: Reading) -> TemplateSpec? {
    let source = JSONValue(node)
    let (template, diagnostics) = PayloadTemplate.read(node, path.text, language: source.hasJSONata ? .jsonata : .jsonPath)
    diagnostics.forEach(reading.note)
    return diagnostics.hasErrors ? nil : TemplateSpec(source: source, template: template)
  }

  private static func expression(_ node: LocatedNode, _ path: Path, _ reading: Reading) -> TemplateSpec? {
    let source = JSONValue(node)
    let (template, diagnostics) = PayloadTemplate.read(expression: node, path.text)
    diagnostics.forEach(reading.note)
    return diagnostics.hasErrors ? nil : TemplateSpec(source: .object([("expression", source)]), template: template)
  }

  private static func file(_ node: LocatedNode, _ path: Path, _ reading: Reading) -> TemplateSpec? {
    guard let text = reading.fileText(node, path) else { return nil }
    let (root, faults) = JSONReader.read(text)
    faults.forEach(reading.note)
    guard let root, !faults.hasErrors else { return nil }
    return template(root, .root, reading)
  }
}

extension JSONValue {
  /// Whether a text in it is a JSONata expression; then nothing in it is of JSONPath.
  fileprivate var hasJSONata: Bool {
    switch self {
    case .string(let text): text.hasPrefix("{%")
    case .array(let values): values.contains(where: \.hasJSONata)
    case .members(let members): members.contains(where: \.value.hasJSONata)
    default: false
    }
  }
}

extension ResultSpec {
  /// A document, or with the only key `oneOf` some of them with their shares.
  static var syntax: Syntax<ResultSpec> {
    let list = Syntax<[Choice]>.list(
      .section { f in
        Choice(
          share: f.required("share", .share, "how often it is this one"), value: f.required("value", TemplateSpec.syntax, "the document"))
      })
    return Syntax(.anything, placeholder: ResultSpec(TemplateSpec(.members([])))) { node, path, reading in
      guard let entries = node.entries, entries.count == 1, entries[0].key == "oneOf" else {
        return TemplateSpec.syntax.read(node, path, reading).map { ResultSpec($0) }
      }
      let inner = Path.key(path, "oneOf")
      guard let choices = list.read(entries[0].value, inner, reading) else { return nil }
      return reading.sharesSum(choices.map(\.share), of: "all results", at: node, path) ? ResultSpec(choices: choices) : nil
    }
  }
}

extension Reading {
  /// The text of the file that a node names; nil, with the fault noted, if it can't be read.
  func fileText(_ node: LocatedNode, _ path: Path) -> SourceText? {
    guard let name = text(node, path, expected: "a file name") else { return nil }
    do throws(FileFault) {
      let bytes = try files.bytes(at: folder + name, limit: DocumentLimits.bytes)
      return SourceText(name: folder + name, text: String(decoding: bytes, as: UTF8.self))
    } catch {
      note(.file(name, error), at: node, path)
      return nil
    }
  }
}
