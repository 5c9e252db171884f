import Simulation

/// Connections that instances keep: from their first request to a service until they end or are reset.
extension World {
  /// Forgets what an instance kept between its invocations.
  mutating func forget(_ instance: UInt32) {
    steps.forget(instance)
    callers.forget(instance)
    if services.holdsForInstances { disconnect(instance) }
  }

  /// Gives back the connections of instances that have ended.
  @inline(__always)
  mutating func releaseEnded() {
    if functions.ended.count > 0 { releaseAllEnded() }
  }

  @inline(never)
  private mutating func releaseAllEnded() {
    while functions.ended.count > 0 { disconnect(functions.ended.removeLast()) }
  }

  private mutating func disconnect(_ instance: UInt32) {
    while let service = services.releaseConnection(of: instance, at: agenda.now) { serveLine(service) }
  }
}
