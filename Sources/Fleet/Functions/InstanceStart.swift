import Simulation
import Variates

/// An instance on its way: when each part of its start ends.
struct InstanceStart: BitwiseCopyable {
  /// The instance.
  var instance: UInt32
  /// When it was asked for.
  var from: Nanoseconds
  /// The length of each part, in the order of ``StartPart``.
  var parts = InlineArray<6, Nanoseconds>(repeating: 0)
  /// Of these, what counts as initialisation for the bill.
  var billable: Nanoseconds = 0
  /// The invocation that must be served by this instance, where requests are pinned.
  var pinned = Invocation.none
  /// Whether initialisation must be done again inside the first invocation.
  var failedInit = false
  /// Whether a snapshot is restored.
  var restores = false

  /// The whole length, in nanoseconds.
  var length: Nanoseconds {
    var sum: Nanoseconds = 0
    for part in parts.indices { sum += parts[part] }
    return sum
  }

  /// Charges the wait of a request from when it was accepted to the parts that it overlapped.
  ///
  /// The start may have been asked for before the request came, and the request may have come before the start was asked for; what
  /// no part covers is charged to waiting for an instance.
  func charge(_ arrived: Nanoseconds, until now: Nanoseconds, to ledger: inout Ledger) {
    var partBegan = from
    var covered: Nanoseconds = 0
    for part in StartPart.allCases {
      let partEnded = partBegan + parts[Int(part.rawValue)]
      let overlap = min(partEnded, now) - max(partBegan, arrived)
      if overlap > 0 {
        ledger[part.cause] += overlap
        covered += overlap
      }
      partBegan = partEnded
    }
    ledger[.waitingForInstance] += now - arrived - covered
  }
}
