internal import Documents

/// A function keeps the limits of its platform.
enum PlatformLimitCheck {
  static func run(_ function: FunctionSpec, _ platform: PlatformProfile, _ report: CheckReport) {
    let here: [CheckReport.Key] = ["functions", .key(function.name)]
    if function.memory % platform.memory.step != 0 {
      report.note(.memoryStep(function.memory, step: platform.memory.step), at: here + ["memory"])
    }
    if function.timeout > platform.timeout.maximum {
      report.note(.timeout(function.timeout, maximum: platform.timeout.maximum), at: here + ["timeout"])
    }
    let storage = platform.ephemeralStorage
    let range = Bounds.from(Double(storage.minimum), to: Double(storage.maximum))
    if !range.contains(Double(function.ephemeralStorage)) {
      let text = Unit.size.text(Double(function.ephemeralStorage))
      report.note(.outOfRange(text, .size, range), at: here + ["ephemeralStorage"])
    }
    checkArtifact(function, platform, report, here)
    checkArchitecture(function, platform, report, here)
    if function.provisionedConcurrency != nil, platform.provisioned == nil {
      report.note(.provisionedUnavailable, at: here + ["provisionedConcurrency"])
    }
  }

  private static func checkArtifact(
    _ function: FunctionSpec, _ platform: PlatformProfile, _ report: CheckReport, _ here: [CheckReport.Key]
  ) {
    let artifact = function.artifact
    guard let limit = platform.artifact.limit(artifact.package) else {
      report.note(.packageUnavailable(artifact.package), at: here + ["artifact", "package"])
      return
    }
    if artifact.unpacked > limit {
      let key: CheckReport.Key = report.root["functions"]?[function.name]?["artifact"]?["unpacked"] == nil ? "size" : "unpacked"
      report.note(
        .artifactTooLarge(artifact.unpacked, limit: limit, what: "an unpacked \(artifact.package.rawValue)"), at: here + ["artifact", key])
    }
    if artifact.loaded > artifact.unpacked {
      report.note(.loadedMoreThanUnpacked, at: here + ["artifact", "loaded"])
    }
  }

  private static func checkArchitecture(
    _ function: FunctionSpec, _ platform: PlatformProfile, _ report: CheckReport, _ here: [CheckReport.Key]
  ) {
    guard platform.architectures.contains(function.architecture) else {
      report.note(.architecture(function.architecture), at: here + ["architecture"])
      return
    }
    guard let runtime = function.runtime, let rule = platform.coldStart.runtime(runtime) else { return }
    if rule.start(function.artifact.package, function.architecture) == nil, platform.artifact.limit(function.artifact.package) != nil {
      report.note(.noStart(runtime, function.artifact.package, function.architecture), at: here + ["runtime"])
    }
  }
}
