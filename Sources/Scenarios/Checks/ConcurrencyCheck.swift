internal import Documents

/// Reserved and provisioned concurrency fit into the account.
///
/// - Source: AWS Lambda Developer Guide, "Configuring reserved concurrency" and "Configuring provisioned concurrency".
enum ConcurrencyCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    var sum = 0
    var last: [CheckReport.Key] = []
    for function in scenario.functions {
      let provisioned = function.provisionedConcurrency?.largest ?? 0
      let here: [CheckReport.Key] = ["functions", .key(function.name)]
      if let reserved = function.reservedConcurrency, provisioned > reserved {
        report.note(.provisionedAboveReserved(provisioned, reserved: reserved), at: here + ["provisionedConcurrency"])
      }
      let aside = function.reservedConcurrency ?? provisioned
      guard aside > 0 else { continue }
      sum = sum.addingReportingOverflow(aside).partialValue
      last = here + [function.reservedConcurrency == nil ? "provisionedConcurrency" : "reservedConcurrency"]
    }
    guard let concurrency = scenario.account.concurrency, sum > 0 else { return }
    let floor = scenario.platform.concurrency.unreservedFloor
    if sum > concurrency - floor { report.note(.reservedSum(sum, limit: max(0, concurrency - floor), floor: floor), at: last) }
  }
}

extension ProvisionedConcurrency {
  /// The largest number of instances that it can ask for.
  var largest: Int {
    switch self {
    case .fixed(let count, let schedule): schedule.reduce(count) { max($0, $1.count) }
    case .targetTracking(_, _, let maximum): maximum
    }
  }
}
