internal import Documents
internal import Variates

extension FunctionSpec {
  /// The section of one function.
  static func syntax(name: String) -> Syntax<FunctionSpec> {
    .section { f in
      var function = readBasics(&f, name: name)
      function.initSteps = f.optional(
        "init", .steps, default: [], shown: "nothing", "the function's own work at a cold start: compute and wait only")
      readConcurrency(&f, &function)
      readInstances(&f, &function)
      let smallest = f.profile.ephemeralStorage.minimum
      function.ephemeralStorage = f.optional(
        "ephemeralStorage", .size(), default: smallest, shown: "the platform's smallest", "temporary disk")
      function.logs = f.optional("logs", .size(), default: 0, shown: "0 B", "log output of one invocation")
      function.egress = f.optional("egress", .size(), default: 0, shown: "0 B", "what one invocation sends to the Internet, for the bill")
      function.vpc = f.optional(
        "vpc", .word, default: VPC.none, shown: "none", "whether what it sends goes through a private network's NAT gateway, for the bill")
      readCalls(&f, &function)
      function.triggers = f.optional(
        "triggers", .triggers, default: [], shown: "nothing", "the queues, streams, topics, buses, buckets and schedules that drive it")
      function.steps = f.optional("steps", .steps, default: [], shown: "nothing", "what an invocation does, in order")
      function.returns = f.given(
        "returns", ResultSpec.syntax, shown: "an empty object", "what a workflow gets: JSON, a template over its input, or `oneOf` some")
      function.perItem = f.given("perItem", PerItem.syntax, shown: "nothing", "what it then does for each of its items")
      return function
    }
  }

  private static func readBasics(_ f: inout Fields, name: String) -> FunctionSpec {
    let profile = f.profile
    let label = f.given("label", .text(example: "Intake"), "a free text beside the name")
    let runtime = f.given(
      "runtime", .text(kind: "runtime", example: "nodejs22"), shown: "none: required where the platform has cold starts",
      "one of the platform's runtimes")
    let architecture = f.optional("architecture", .word, default: Architecture.x86, shown: "x86_64", "the processor")
    let bounds = Bounds.from(Double(profile.memory.minimum), to: Double(profile.memory.maximum))
    let memory = f.optional(
      "memory", .size(f.reading == nil ? .positive : bounds), default: profile.memory.standard, shown: "128 MB",
      "configured memory, in the platform's range and step")
    let timeout = f.optional(
      "timeout", .duration(.positive), default: profile.timeout.standard, shown: "3 s",
      "the longest that one invocation may take; the platform has a maximum")
    let rule = runtime.flatMap { profile.coldStart.runtime($0) }
    if f.reading != nil, !profile.coldStart.runtimes.isEmpty {
      if let runtime, rule == nil, !runtime.isEmpty {
        f.note(.unknownRuntime(runtime, known: profile.coldStart.runtimes.map(\.name)), value: "runtime")
      } else if runtime == nil {
        f.note(.missingKey("runtime"))
      }
    }
    let artifact = f.optional(
      "artifact", Artifact.syntax(packedRatio: rule?.packedRatio ?? 0.3), default: Artifact(size: 0, unpacked: 0, loaded: 0),
      shown: "a zip of 0 B",
      "what a cold start fetches and loads")
    return FunctionSpec(
      name: name, label: label, runtime: runtime, architecture: architecture, memory: memory, timeout: timeout, artifact: artifact,
      keepAlive: profile.keepAlive)
  }

  private static func readCalls(_ f: inout Fields, _ function: inout FunctionSpec) {
    let profile = f.profile
    function.answer = f.optional(
      "answer", .sizes, default: .constant(0), shown: "0 B", "the size of what it returns, for limits and doors; it takes no time")
    function.needsWhole = f.optional("needsWhole", .flag, default: false, shown: "false", "it can't be called with a part of a payload")
    let language = function.runtime.flatMap { profile.coldStart.runtime($0)?.language }
    let sdk = SDKSpec.standard(profile.sdk, language: language)
    let calling = f.given(
      "sdk", SDKSpec.syntax(profile.sdk, language: language), shown: "its language's", "how its SDK calls the platform and other functions")
    function.sdk = profile.sdk == nil ? nil : calling ?? sdk
    if profile.sdk == nil, f.has("sdk") { f.note(.elementUnavailable("sdk"), key: "sdk") }
    let async = f.given(
      "async", AsyncSpec.syntax(profile.async), shown: "the platform's", "what becomes of its asynchronous invocations")
    function.async = profile.async.map { async ?? .standard($0) }
    if profile.async == nil, f.has("async") { f.note(.elementUnavailable("async"), key: "async") }
  }

  private static func readConcurrency(_ f: inout Fields, _ function: inout FunctionSpec) {
    function.reservedConcurrency = f.given(
      "reservedConcurrency", .count(), shown: "none: it shares the account's",
      "concurrency set aside for this function alone, and its limit; 0 throttles everything")
    function.provisionedConcurrency = f.given(
      "provisionedConcurrency", ProvisionedConcurrency.syntax, shown: "none", "instances that are kept initialised")
    let restore = f.profile.snapStart?.restore ?? .constant(0)
    let flag = Syntax<Bool>.flag.map { $0 ? Distribution?.some(restore) : nil }
    let section = Syntax<Distribution?>.section { f in f.required("restore", .durations(), "how long a restore takes") }
    let snapStart = f.given(
      "snapStart", .either(flag, or: section) { $0.entries != nil }, shown: "false", "start from a snapshot instead of a cold start")
    function.snapStart = snapStart ?? nil
  }

  private static func readInstances(_ f: inout Fields, _ function: inout FunctionSpec) {
    let profile = f.profile
    function.keepAlive = f.optional(
      "keepAlive", .durations(), default: profile.keepAlive, shown: "the platform's", "for how long an idle instance lives")
    let lifetime = f.given(
      "maxLifetime", .none(or: .durations()), shown: "the platform's", "for how long an instance lives at most")
    function.maxLifetime = lifetime ?? profile.maxLifetime
    function.pick = f.optional(
      "pick", .word, default: profile.pick, shown: "the platform's: mostRecent", "which idle instance takes a request")
    function.binding = f.optional(
      "binding", .word, default: profile.binding, shown: "the platform's: late", "whether a request waits for the instance that it started")
    function.firstUse = f.given("firstUse", .durations(), shown: "none", "replaces cold start and steps on a new instance")
    function.warmer = f.given("warmer", .section(Warmer.read), shown: "none", "scheduled pings that keep instances alive")
  }
}

extension Artifact {
  /// The section of an artifact; sizes that are not given follow from those that are.
  static func syntax(packedRatio: Double) -> Syntax<Artifact> {
    .section { f in
      let package = f.optional("package", .word, default: Package.zip, shown: "zip", "how the code is packaged")
      let size = f.optional("size", .size(), default: 0, shown: "0 B", "as stored")
      let unpacked = f.optional(
        "unpacked", .size(), default: Int64((Double(size) / packedRatio).rounded()),
        shown: "size / 0.30, or what the runtime's language has",
        "once unpacked")
      let loaded = f.optional(
        "loaded", .size(), default: package == .zip ? unpacked : 0, shown: "unpacked for a zip, 0 B for an image",
        "how much of it the code imports at the start")
      if package == .image, f.reading != nil, !f.has("loaded") { f.note(.loadedUnknown) }
      return Artifact(package: package, size: size, unpacked: unpacked, loaded: loaded)
    }
  }
}

extension Warmer {
  static func read(_ f: inout Fields) -> Warmer {
    let every = f.required("every", .duration(.positive), "the time between rounds of pings")
    let count = f.optional("count", .count(.from(1, to: 1_000_000)), default: 1, shown: "1", "pings at once in each round")
    let duration = f.optional(
      "duration", .durations(), default: .constant(75_000_000), shown: "75 ms", "how long the handler takes over a ping")
    return Warmer(every: every, count: count, duration: duration)
  }
}
