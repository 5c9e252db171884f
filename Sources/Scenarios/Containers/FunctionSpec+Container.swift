internal import Documents
internal import Variates

/// A container is described as a function each of whose instances is launched for one task and ends with it.
extension FunctionSpec {
  /// The section of one container.
  static func container(name: String) -> Syntax<FunctionSpec> {
    .section { f in
      let rules = f.profile.containers ?? .blank
      let label = f.given("label", .text(example: "Crunches numbers"), "a free text beside the name")
      let kind = f.optional("kind", .word, default: ContainerSpec.Kind.fargate, shown: "fargate", "what runs it")
      let machine = f.given(
        "machine", .text(kind: "type", example: "c7i.xlarge"), shown: "none; required with `kind: ec2`", "the type of machine, of kind ec2")
      let type = machine.flatMap { type in rules.machines.first { $0.name == type } }
      if f.reading != nil, let machine, type == nil, !machine.isEmpty {
        f.note(.unknownMachine(machine, known: rules.machines.map(\.name)), value: "machine")
      }
      let vCPUs = f.given("vCPUs", .real(.number, .positive), shown: "1, or the machine's", "its processors, of kind fargate")
      let memory = f.given("memory", .size(.positive), shown: "2 GB, or the machine's", "its memory, of kind fargate")
      checkSize(f, kind)
      let architecture = f.optional(
        "architecture", .word, default: type?.architecture ?? .x86, shown: "x86_64, or the machine's", "the processor")
      let size = f.optional("image", .size(), default: 0, shown: "0 B", "the image, which is fetched at every launch")
      let rule = kind == .ec2 ? rules.ec2 : rules.fargate
      var function = FunctionSpec(
        name: name, label: label, runtime: nil, architecture: architecture, memory: type?.memory ?? memory ?? 2 << 30,
        timeout: unlimited, artifact: Artifact(package: .image, size: size, unpacked: size, loaded: 0), keepAlive: .constant(0),
        binding: .pinned)
      function.container = ContainerSpec(
        kind: kind, vCPUs: type?.vCPUs ?? vCPUs ?? 1, machine: kind == .ec2 ? machine : nil,
        launch: f.optional(
          "launch", .durations(), default: rule.launch, shown: "the platform's", "from the launch to its machine; not billed"),
        boot: f.optional(
          "boot", .durations(), default: rule.boot, shown: "the platform's", "from then on to the task, but for the image; billed"),
        bandwidth: rule.bandwidth,
        maximumRunning: f.given(
          "maximumRunning", .count(.from(1, to: 1_000_000)), shown: "any number", "tasks at a time; further launches are refused"))
      function.sdk = .standard(f.profile.sdk, language: nil)
      function.logs = f.optional("logs", .size(), default: 0, shown: "0 B", "log output of one task")
      function.egress = f.optional("egress", .size(), default: 0, shown: "0 B", "what one task sends to the Internet, for the bill")
      let from = f.optional(
        "from", .subscriptions(of: .container), default: [], shown: "nothing", "the buses and schedules that launch it")
      function.triggers = from.map { NamedTrigger(source: $0.source, trigger: .push($0.push)) }
      function.steps = f.optional("steps", .steps, default: [], shown: "nothing", "what a task does, in order")
      return function
    }
  }

  /// A machine has its own size, a serverless task is given one.
  private static func checkSize(_ f: Fields, _ kind: ContainerSpec.Kind) {
    guard f.reading != nil else { return }
    if kind == .ec2 {
      if !f.has("machine") { f.note(.missingKey("machine")) }
      for key in ["vCPUs", "memory"] where f.has(key) {
        f.note(.combination("a machine has a size of its own", mend: "take '\(key)' out"), key: key)
      }
    } else if f.has("machine") {
      f.note(
        .combination("a container of kind fargate has no machine", mend: "say 'kind: ec2', or give 'vCPUs' and 'memory'"), key: "machine")
    }
  }
}
