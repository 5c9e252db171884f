internal import Documents
internal import StatesLanguage
internal import Variates

extension WorkflowSpec {
  /// The section of one workflow.
  static func syntax(name: String) -> Syntax<WorkflowSpec> {
    .section { f in
      let label = f.given("label", .text(example: "Order handling"), "a free text beside the name")
      let kind = f.optional("kind", .word, default: Kind.standard, shown: "standard", "how it runs and is billed")
      var workflow = f.required("definition", definitionSyntax(name, label, kind), "its Amazon States Language, JSON or YAML, in a file")
      workflow.tasks = f.optional(
        "tasks", TaskSpec.syntax, default: [], shown: "what the definition names", "what its tasks lead to, by the names of their states")
      workflow.memory = f.optional(
        "memory", .size(.positive), default: 64 << 20, shown: "64 MB", "the memory for which an Express execution is billed")
      return workflow
    }
  }

  private static func definitionSyntax(_ name: String, _ label: String?, _ kind: Kind) -> Syntax<WorkflowSpec> {
    let blank = WorkflowSpec(name: name, label: label, kind: kind, file: "", machine: nil)
    return Syntax(.text(kind: "file name", pattern: nil, example: "order.asl.json"), placeholder: blank) { node, path, reading in
      guard let file = node.text, let text = reading.fileText(node, path) else { return nil }
      let isJSON = text.text.first { !$0.isWhitespace } == "{"
      let root: LocatedNode?
      let faults: [Diagnostic]
      if isJSON {
        (root, faults) = JSONReader.read(text)
      } else {
        let document = Document(text)
        (root, faults) = (document.root, document.diagnostics)
      }
      faults.forEach(reading.note)
      guard let root, !faults.hasErrors else { return nil }
      let (machine, diagnostics) = StateMachine.read(root)
      diagnostics.forEach(reading.note)
      guard let machine else { return nil }
      var workflow = WorkflowSpec(name: name, label: label, kind: kind, file: file, definition: text.text, machine: machine)
      workflow.functions = root.taskFunctions
      return workflow
    }
  }
}

extension TaskSpec {
  /// Sections by the names of states.
  static var syntax: Syntax<[TaskSpec]> {
    func section(_ state: String) -> Syntax<TaskSpec> {
      .section { f in
        TaskSpec(
          state: state,
          to: f.given("to", .name(example: "charge"), "the function, container, service, queue, topic, bus or workflow that does it"),
          takes: f.given(
            "takes", .durations(), shown: "none", "how long it takes where nothing in the scenario does it, or until its callback comes"),
          returns: f.given("returns", ResultSpec.syntax, shown: "the function's", "what it returns"),
          size: f.given("size", .size(.from(2, to: 1e6)), shown: "none", "the size of what it returns, where only that matters"))
      }
    }
    return Syntax(.map(keys: "state", section("").form()), placeholder: []) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      return entries.map { entry in
        let syntax = section(entry.key)
        return syntax.read(entry.value, .key(path, entry.key), reading) ?? syntax.placeholder()
      }
    }
  }
}

extension LocatedNode {
  /// The functions that the tasks of a definition name, by the names of their states: in the resource, or as `FunctionName`.
  fileprivate var taskFunctions: [String: String] {
    var found: [String: String] = [:]
    func visit(_ node: LocatedNode) {
      for state in node["States"]?.entries ?? [] {
        if let name = state.value.taskFunction { found[state.key] = name }
        for branch in state.value["Branches"]?.elements ?? [] { visit(branch) }
        for key in ["ItemProcessor", "Iterator"] { if let inner = state.value[key] { visit(inner) } }
      }
    }
    visit(self)
    return found
  }

  private var taskFunction: String? {
    guard let resource = self["Resource"]?.text else { return nil }
    let parameters = self["Parameters"] ?? self["Arguments"]
    let named =
      parameters?["FunctionName"]?.text ?? parameters?["StateMachineArn"]?.text ?? parameters?["QueueUrl"]?.text
      ?? parameters?["TopicArn"]?.text ?? parameters?["TaskDefinition"]?.text
    return (named ?? resource).resourceName
  }
}

extension String {
  /// The last name in a resource's name, without its version or alias.
  fileprivate var resourceName: String {
    let parts = split(separator: ":").map(String.init)
    if let place = parts.firstIndex(of: "function"), place + 1 < parts.count { return parts[place + 1] }
    if let family = parts.first(where: { $0.hasPrefix("task-definition/") }) { return String(family.dropFirst("task-definition/".count)) }
    // What is left without an ARN is a name, or the family and revision of a container's task.
    if parts.count == 2 && !parts[1].hasPrefix("//") { return parts[0] }
    return parts.last?.split(separator: "/").last.map(String.init) ?? self
  }
}
