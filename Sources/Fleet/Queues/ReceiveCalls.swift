/// The calls by which messages are received, and the requests for which they count.
struct ReceiveCalls {
  private(set) var calls: Int64 = 0
  private(set) var requests: Int64 = 0
  private var messages: UInt32 = 0
  private var bytes: Int64 = 0
  private var filtered: Int64 = 0

  /// Counts a message, in a call with those before it as long as one holds them.
  ///
  /// - Parameter isMeasured: whether requests count.
  mutating func add(_ size: Int64, isMeasured: Bool, _ callSize: UInt32, _ requestBytes: Int64) {
    let isNew = messages % callSize == 0
    let before = isNew ? 0 : max(1, (bytes + requestBytes - 1) / requestBytes)
    bytes = isNew ? size : bytes + size
    messages += 1
    if isNew { calls += 1 }
    if isMeasured { requests += max(1, (bytes + requestBytes - 1) / requestBytes) - before }
  }

  /// Counts a message that no filter lets through, and that is deleted for that.
  ///
  /// - Parameter isMeasured: whether requests count.
  mutating func noteFiltered(isMeasured: Bool) { if isMeasured { filtered += 1 } }

  /// The calls by which those are deleted.
  func deletes(_ callSize: UInt32) -> Int64 { (filtered + Int64(callSize) - 1) / Int64(callSize) }
}
