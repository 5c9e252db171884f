internal import Documents
internal import Variates

extension PlatformProfile {
  /// The tree of a profile's file, with cold-start tables already put under `runtimes`.
  static func read(_ f: inout Fields) -> PlatformProfile {
    f.ignored("profile", "references", "sources", "coldStarts", "elements")
    var profile = PlatformProfile.blank
    profile.label = f.optional("label", .text(example: "AWS Lambda"), default: "", shown: nil, "what it is and of when")
    profile.asOf = f.optional("asOf", .text(kind: "date", example: "2026-11-23"), default: "", shown: nil, "of when its constants are")
    profile.priceBook = f.required("prices", .text(kind: "price book", example: "aws-us-east-1"), "the price book that goes with it")
    profile.architectures = f.required("architectures", .list(.word), "the processors that it offers")
    profile.memory = f.required("memory", .section(MemoryRule.read), "which memory sizes a function may have")
    profile.cpu = f.required("cpu", .section(CPURule.read), "how memory gives processor time")
    profile.cpuLimit = f.required("cpuLimit", .none(or: .duration(.positive)), "processor time that one request may use")
    profile.timeout = f.required("timeout", .section(TimeoutRule.read), "function timeouts")
    profile.ephemeralStorage = f.required("ephemeralStorage", .section(StorageRule.read), "temporary disks; the smallest costs nothing")
    profile.artifact = f.required("artifact", .section(ArtifactRule.read), "the largest artifacts, unpacked; none: not offered")
    profile.payload = f.required("payload", .section(PayloadRule.read), "the largest payloads")
    profile.requestsPerInstance = f.required("requestsPerInstance", .count(.atLeast(1)), "requests that one instance serves at a time")
    profile.keepAlive = f.required("keepAlive", .durations(), "for how long an idle instance lives")
    profile.maxLifetime = f.required("maxLifetime", .none(or: .durations()), "for how long an instance lives at most")
    profile.pick = f.required("pick", .word, "which idle instance takes a request")
    profile.binding = f.required("binding", .word, "whether a request waits for the instance that it started")
    profile.thaw = f.required("thaw", .none(or: .section(ThawRule.read)), "what the first use after a while costs")
    readStarts(&f, &profile)
    profile.concurrency = f.required("concurrency", .section(ConcurrencyRule.read), "concurrency limits")
    profile.scaling = f.required("scaling", ScalingRule.syntax, "how fast instances may be added")
    profile.atLimit = f.required("atLimit", AtLimitRule.syntax, "what happens to a request that finds no instance and may not start one")
    profile.provisioned = f.required("provisioned", .none(or: .section(ProvisionedRule.read)), "provisioned concurrency")
    readCalls(&f, &profile)
    profile.billing = f.required("billing", .section(BillingRule.read), "what is billed as the duration of an invocation")
    readElements(&f, &profile)
    return profile
  }

  private static func readCalls(_ f: inout Fields, _ profile: inout PlatformProfile) {
    profile.async = f.required("async", .none(or: .section(AsyncRules.read)), "asynchronous invocations")
    profile.hops = f.required("hops", .none(or: .section(HopRules.read)), "how long calls to functions and to the platform's services take")
    profile.sdk = f.required("sdk", .none(or: .section(SDKRules.read)), "how SDKs call functions and the platform's services")
    guard let sdk = profile.sdk, f.reading != nil else { return }
    for language in Set(profile.coldStart.runtimes.map(\.language)).sorted() where sdk.language(language) == nil {
      f.note(.missingKey(language), value: "sdk")
    }
  }

  private static func readElements(_ f: inout Fields, _ profile: inout PlatformProfile) {
    profile.doors = f.optional(
      "doors", .none(or: .section(DoorRules.read)), default: nil, shown: "none", "ways in from outside; none: not offered")
    profile.queues = f.optional("queues", .none(or: .section(QueueRules.read)), default: nil, shown: "none", "queues; none: not offered")
    profile.streams = f.optional(
      "streams", .none(or: .section(StreamRules.read)), default: nil, shown: "none", "streams; none: not offered")
    profile.delivery = f.optional(
      "delivery", .none(or: .section(DeliveryRules.read)), default: nil, shown: "none",
      "topics, buses, notifications and schedules; none: not offered")
    profile.buckets = f.optional(
      "buckets", .none(or: .section(BucketRules.read)), default: nil, shown: "none", "buckets; none: not offered")
    profile.workflows = f.optional(
      "workflows", .none(or: .section(WorkflowRules.read)), default: nil, shown: "none", "workflows; none: not offered")
    profile.containers = f.optional(
      "containers", .none(or: .section(ContainerRules.read)), default: nil, shown: "none", "containers; none: not offered")
  }

  private static func readStarts(_ f: inout Fields, _ profile: inout PlatformProfile) {
    profile.coldStart = f.required("start", .section(ColdStartRule.readParts), "the parts of a cold start before the runtime's own")
    let languages = f.required("languages", LanguageRule.syntax, "loading of code, by language")
    let initRule = f.required("init", .section(InitRule.read), "limits and billing of the init")
    profile.coldStart.initLimit = initRule.limit
    profile.coldStart.initLimitAhead = initRule.limitAhead
    profile.coldStart.afterReset = initRule.afterReset
    profile.coldStart.billed = initRule.billed
    profile.coldStart.runtimes = f.optional(
      "runtimes", RuntimeRule.syntax(languages), default: [], shown: "those of the cold-start tables", "runtimes and their start times")
    profile.snapStart = f.required("snapStart", .none(or: .section(SnapStartRule.read)), "start from a snapshot")
  }
}

extension MemoryRule {
  static func read(_ f: inout Fields) -> MemoryRule {
    f.ignored("sources")
    return MemoryRule(
      standard: f.required("default", .size(.positive), "of a function that names none"),
      minimum: f.required("low", .size(.positive), "the smallest"),
      maximum: f.required("high", .size(.positive), "the largest"), step: f.required("step", .size(.positive), "sizes are multiples of it"))
  }
}

extension CPURule {
  static func read(_ f: inout Fields) -> CPURule {
    f.ignored("sources")
    return CPURule(
      memoryPerVCPU: f.required(
        "memoryPerVCPU", .none(or: .size(.positive)), "memory that gives one processor; none: memory decides nothing"),
      maximumVCPUs: f.required("maximum", .number(.positive), "processors of the largest instance"),
      quotaPeriod: f.required("quotaPeriod", .duration(.positive), "a share under one processor runs until its part of the period is spent")
    )
  }
}

extension TimeoutRule {
  static func read(_ f: inout Fields) -> TimeoutRule {
    TimeoutRule(
      standard: f.required("default", .duration(.positive), "of a function that names none"),
      maximum: f.required("maximum", .duration(.positive), "the longest"))
  }
}

extension StorageRule {
  static func read(_ f: inout Fields) -> StorageRule {
    StorageRule(
      minimum: f.required("low", .size(), "the smallest, which costs nothing"), maximum: f.required("high", .size(), "the largest"))
  }
}

extension ArtifactRule {
  static func read(_ f: inout Fields) -> ArtifactRule {
    ArtifactRule(
      zip: f.required("zip", .none(or: .size()), "of a zip archive"), image: f.required("image", .none(or: .size()), "of a container image")
    )
  }
}

extension PayloadRule {
  static func read(_ f: inout Fields) -> PayloadRule {
    PayloadRule(
      request: f.required("request", .none(or: .size()), "of a synchronous request"),
      response: f.required("response", .none(or: .size()), "of a synchronous answer"),
      event: f.required("event", .none(or: .size()), "of an asynchronous invocation"))
  }
}

extension ThawRule {
  static func read(_ f: inout Fields) -> ThawRule {
    ThawRule(
      after: f.required("after", .duration(), "after how long a time idle"), time: f.required("time", .durations(), "how long it takes"))
  }
}

extension BillingRule {
  static func read(_ f: inout Fields) -> BillingRule {
    f.ignored("sources")
    return BillingRule(
      basis: f.required("basis", .word, "which time is billed"),
      unit: f.required("unit", .duration(.atLeast(1_000_000)), "rounded up to a multiple of it"),
      minimum: f.required("minimum", .duration(), "at least so much"),
      memoryStep: f.required("memoryStep", .size(.positive), "memory is rounded up to a multiple of it"))
  }
}
