internal import Documents

/// SnapStart stands only where the platform has it.
enum SnapStartCheck {
  static func run(_ function: FunctionSpec, _ platform: PlatformProfile, _ report: CheckReport) {
    guard function.snapStart != nil, let why = obstacle(function, platform) else { return }
    report.note(.snapStart(why), at: ["functions", .key(function.name), "snapStart"])
  }

  /// Why it is not possible, if it is not.
  ///
  /// - Source: AWS Lambda Developer Guide, "Improving startup performance with Lambda SnapStart", limitations.
  private static func obstacle(_ function: FunctionSpec, _ platform: PlatformProfile) -> String? {
    guard let rule = platform.snapStart else { return "the platform does not have it" }
    if function.artifact.package == .image { return "it is for zip artifacts" }
    if function.provisionedConcurrency != nil { return "it excludes provisioned concurrency" }
    if let runtime = function.runtime, !rule.runtimes.contains(runtime) { return "\(runtime) does not have it" }
    if function.ephemeralStorage > rule.maximumEphemeralStorage {
      return "it allows \(Unit.size.text(Double(rule.maximumEphemeralStorage))) of temporary disk"
    }
    return nil
  }
}
