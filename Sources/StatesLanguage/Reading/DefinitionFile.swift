public import Documents

/// The definitions of state machines in a file: it is one itself, or a template of CloudFormation or SAM that has some.
public struct DefinitionFile: Sendable {
  /// The definitions, in order.
  public private(set) var definitions: [Definition] = []
  /// What is wrong with the file itself.
  public private(set) var diagnostics: [Diagnostic] = []

  /// One definition.
  public struct Definition: Sendable {
    /// The template's resource; nil if the file is the definition.
    public let resource: String?
    /// The machine; nil if there are mistakes.
    public let machine: StateMachine?
    /// What is wrong with it.
    public let diagnostics: [Diagnostic]
  }

  /// Whether there is a mistake anywhere.
  public var hasErrors: Bool { diagnostics.hasErrors || definitions.contains { $0.diagnostics.hasErrors } }

  /// Reads a file in JSON or YAML.
  ///
  /// - Parameters:
  ///   - name: its path, by which findings name it and what it names is found.
  ///   - files: where files are read that a template names.
  /// - Complexity: O(n) in its length and that of the files that it names.
  public init(bytes: [UInt8], name: String, files: any FileProvider) {
    let (root, faults) = DefinitionFile.tree(bytes, name: name)
    diagnostics = faults
    guard let root, !faults.hasErrors else { return }
    guard root["States"] == nil, let resources = root["Resources"]?.entries else {
      definitions = [DefinitionFile.definition(root, resource: nil)]
      return
    }
    var order = 1
    for entry in resources where TemplateResource.types.contains(entry.value["Type"]?.text ?? "") {
      let resource = TemplateResource(entry, template: name, order: order, files: files)
      switch resource.definition {
      case .success(let node): definitions.append(DefinitionFile.definition(node, resource: entry.key))
      case .failure(let faults):
        definitions.append(Definition(resource: entry.key, machine: nil, diagnostics: faults.diagnostics))
      }
      order += 1
    }
    if definitions.isEmpty {
      diagnostics.append(
        Diagnostic(.machineMissing(TemplateResource.types[0], in: "a template"), at: root.place, path: "Resources"))
    }
  }

  private static func definition(_ node: LocatedNode, resource: String?) -> Definition {
    let (machine, diagnostics) = StateMachine.read(node)
    return Definition(resource: resource, machine: machine, diagnostics: diagnostics)
  }

  /// The tree of a text: JSON if it begins as an object of JSON does, unless its name says YAML.
  static func tree(_ bytes: [UInt8], name: String, order: Int = 0) -> (root: LocatedNode?, diagnostics: [Diagnostic]) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let first = content.first { $0 > 0x20 }
    if !isYAML, first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let text = String(validating: content, as: UTF8.self) {
      return JSONReader.read(SourceText(name: name, text: text, order: order))
    }
    let document = Document(bytes: bytes, name: name, order: order, resolvesTags: true)
    return (document.root, document.diagnostics)
  }
}
