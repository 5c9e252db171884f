internal import Documents

/// A state machine in a template of CloudFormation or SAM.
///
/// What the template leaves to deployment stands in the definition as `${Name}`: such names are looked at no further.
/// - Source: AWS CloudFormation User Guide, "AWS::StepFunctions::StateMachine"; AWS SAM Developer Guide, "AWS::Serverless::StateMachine".
struct TemplateResource {
  /// The types of resources that are state machines.
  static let types = ["AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine"]

  /// Why there is no definition.
  struct Faults: Error {
    let diagnostics: [Diagnostic]
  }

  private let entry: LocatedNode.Entry
  private let template: String
  private let order: Int
  private let files: any FileProvider

  /// A resource of a template.
  ///
  /// - Parameter order: sorts what is found in a file that it names behind what is found in the template.
  init(_ entry: LocatedNode.Entry, template: String, order: Int, files: any FileProvider) {
    self.entry = entry
    self.template = template
    self.order = order
    self.files = files
  }

  private var path: String { "Resources.\(entry.key).Properties" }

  /// Its definition, with substitutions put in place.
  var definition: Result<LocatedNode, Faults> {
    let properties = entry.value["Properties"]
    if let node = properties?["Definition"] { return .success(filled(node)) }
    if let node = properties?["DefinitionString"] { return text(node) }
    if let node = properties?["DefinitionUri"] { return file(node) }
    let finding = Finding.machineMissing("Definition", in: "a state machine of a template")
    return .failure(Faults(diagnostics: [Diagnostic(finding, at: entry.place, length: entry.key.unicodeScalars.count, path: path)]))
  }

  private func text(_ node: LocatedNode) -> Result<LocatedNode, Faults> {
    let text = filled(node).text ?? ""
    return read(Array(text.utf8), name: "\(template): \(path).DefinitionString")
  }

  private func file(_ node: LocatedNode) -> Result<LocatedNode, Faults> {
    let nodePath = "\(path).DefinitionUri"
    guard case .scalar(let name, _) = node.content, !name.hasPrefix("s3:") else {
      let finding = Finding.machineKind("a path of a file that is at hand")
      return .failure(Faults(diagnostics: [Diagnostic(finding, at: node.place, length: node.length, path: nodePath)]))
    }
    let folder = template.lastIndex(of: "/").map { template[...$0] } ?? ""
    let path = name.hasPrefix("/") ? name : folder + name
    do throws(FileFault) {
      return read(try files.bytes(at: path, limit: DocumentLimits.bytes), name: path)
    } catch {
      return .failure(Faults(diagnostics: [Diagnostic(.file(path, error), at: node.place, length: node.length, path: nodePath)]))
    }
  }

  private func read(_ bytes: [UInt8], name: String) -> Result<LocatedNode, Faults> {
    let (root, diagnostics) = DefinitionFile.tree(bytes, name: name, order: order)
    guard let root, !diagnostics.hasErrors else { return .failure(Faults(diagnostics: diagnostics)) }
    return .success(filled(root))
  }

  /// A tree in which functions of the template are texts, and `DefinitionSubstitutions` that are texts stand in place of their names.
  private func filled(_ node: LocatedNode) -> LocatedNode {
    switch node.content {
    case .scalar(let text, let style):
      return text.contains("${") ? LocatedNode(.scalar(substituted(text), style), at: node.place) : node
    case .sequence(let elements): return LocatedNode(.sequence(elements.map { filled($0) }), at: node.place)
    case .mapping(let entries):
      if let text = TemplateResource.words(of: node) { return LocatedNode(.scalar(substituted(text), .quoted), at: node.place) }
      let filled = entries.map { LocatedNode.Entry(key: $0.key, place: $0.place, value: self.filled($0.value)) }
      return LocatedNode(.mapping(filled), at: node.place)
    }
  }

  private func substituted(_ text: String) -> String {
    var result = text
    for entry in entry.value["Properties"]?["DefinitionSubstitutions"]?.entries ?? [] {
      if let value = entry.value.text { result = result.replacing("${\(entry.key)}", with: value) }
    }
    return result
  }

  /// What a function of the template gives, as far as it is known; nil if it is none.
  private static func words(of node: LocatedNode) -> String? {
    guard let entries = node.entries, entries.count == 1, let only = entries.first else { return nil }
    let value = only.value
    switch only.key {
    case "Ref": return "${\(value.text ?? "Ref")}"
    case "Fn::Sub": return value.text ?? value.elements?.first?.text ?? "${Sub}"
    case "Fn::GetAtt": return "${\(value.text ?? (value.elements ?? []).compactMap(\.text).joined(separator: "."))}"
    case "Fn::Join":
      guard let parts = value.elements, parts.count == 2, let separator = parts[0].text, let texts = parts[1].elements else {
        return "${Join}"
      }
      return texts.map { words(of: $0) ?? $0.text ?? "" }.joined(separator: separator)
    default: return only.key.hasPrefix("Fn::") ? "${\(only.key.dropFirst(4))}" : nil
    }
  }
}
