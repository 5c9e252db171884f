import ArgumentParser

/// Which scenario a command works on.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file; - reads the standard input.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change a value of the scenario, such as functions.api.memory=\"512 MB\"; may be given more than once.", valueName: "path=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("set-file"),
    help: ArgumentHelp(
      "Lay a YAML file over the scenario before --set: mappings merge, lists replace; may be given more than once.", valueName: "patch.yaml"
    ),
    completion: .file(extensions: ["yaml", "yml"]))
  var patches: [String] = []

  @Option(
    name: .customLong("inject"),
    help: ArgumentHelp(
      """
      Add a fault to the scenario, such as outage:crm,at=12:00,for=30m; may be given more than once. Kinds: outage, throttle, latency, \
      poison, deploy.
      """, valueName: "kind:name,key=value"))
  var faults: [String] = []

  func validate() throws {
    for setting in settings where !setting.contains("=") || setting.hasPrefix("=") {
      throw ValidationError("--set '\(setting)' is not of the form path=value")
    }
    for fault in faults where !fault.contains(":") || fault.hasPrefix(":") {
      throw ValidationError("--inject '\(fault)' is not of the form kind:name,key=value, as outage:crm,at=12:00,for=30m")
    }
  }
}
