internal import Documents

/// Advice about timeouts: that a request has one, that a caller waits longer than what it calls, and that a timeout can act.
///
/// - Source: Amazon Builders' Library, "Timeouts, retries, and backoff with jitter".
enum TimeoutCheck {
  static func run(_ connections: Connections, _ report: CheckReport) {
    for (function, walk) in connections.functions { check(function, walk, connections, report) }
    for door in connections.scenario.doors { check(door, connections, report) }
  }

  private static func check(_ function: FunctionSpec, _ walk: StepWalk, _ connections: Connections, _ report: CheckReport) {
    for place in walk.places {
      guard let (hop, path) = place.hop else { continue }
      if hop.verb == .request, hop.timeout == .standard, function.container == nil {
        report.note(.requestWithoutTimeout(hop.to, function: function.timeout), at: path)
      }
      if case .after(let timeout) = hop.timeout, timeout >= function.timeout {
        report.note(.lateTimeout(timeout, function: function.timeout), at: path + ["timeout"])
      } else if case .after(let timeout) = hop.timeout, let retry = hop.retry, retry.attempts > 1, retry.on.contains(.timeout),
        timeout.multipliedReportingOverflow(by: Int64(retry.attempts)).partialValue > function.timeout
      {
        report.note(.lateTries(retry.attempts, of: timeout, function: function.timeout), at: path + ["retry"])
      } else if hop.verb == .call {
        checkCall(hop, path, of: function, connections, report)
      }
    }
  }

  private static func checkCall(
    _ hop: Hop, _ path: [CheckReport.Key], of function: FunctionSpec, _ connections: Connections, _ report: CheckReport
  ) {
    guard let callee = connections.function(hop.to) else { return }
    let wait: Int64?
    switch hop.timeout {
    case .standard: wait = function.sdk?.timeout
    case .none: wait = nil
    case .after(let time): wait = time
    }
    let shortest = min(wait ?? .max, function.timeout)
    guard shortest < callee.timeout, hop.to != function.name else { return }
    let who = shortest == wait ? "the call is given up" : "the function itself ends"
    report.note(.givesUpFirst(who, after: shortest, callee: callee.name, takes: callee.timeout), at: path)
  }

  /// Doors wait for functions too.
  private static func check(_ door: DoorSpec, _ connections: Connections, _ report: CheckReport) {
    guard let timeout = door.timeout, let callee = connections.function(door.to), timeout < callee.timeout else { return }
    report.note(
      .givesUpFirst("the door gives up", after: timeout, callee: callee.name, takes: callee.timeout), at: ["doors", .key(door.name)])
  }
}
