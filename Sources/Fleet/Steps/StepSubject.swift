/// What steps may ask about the request or item that they serve.
struct StepSubject: BitwiseCopyable {
  /// The number from which the attempt's draws derive.
  var key: UInt64
  /// That of its item, the same at every attempt.
  var item: UInt64
  /// The source that it goes back to.
  var source: UInt32
  /// Its place in the source's trace.
  var payload: UInt32
  /// The instance that serves it.
  var instance: UInt32
  /// What it carries, where that has been said since its source sent it.
  var kind = Item.noKind
  var size: Int64 = -1
  /// The bucket from which its payload must be fetched.
  var claim = Item.noClaim
  /// What another invocation has left of a loop.
  var rest = Continuation.none
  /// Whether it is a batch, or one item of it.
  var isOfBatch = false

  /// What the steps of an instance's initialisation may ask about.
  init(start key: UInt64, of instance: UInt32, salt: UInt64) {
    self.key = key &+ salt
    item = key
    source = 0
    payload = 0
    self.instance = instance
  }

  /// What the steps of an invocation may ask about, whose request is its own item.
  @inline(__always)
  init(of invocation: borrowing Invocation) {
    key = invocation.key
    item = invocation.item
    source = invocation.source
    payload = invocation.payload
    instance = invocation.instance
  }

  /// What steps may ask about an item.
  @inline(__always)
  init(_ item: borrowing Item, instance: UInt32, isOfBatch: Bool) {
    key = item.attemptKey
    self.item = item.number
    source = item.source
    payload = item.payload
    self.instance = instance
    kind = item.kind
    size = item.payloadSize
    claim = item.claim
    rest = item.rest
    self.isOfBatch = isOfBatch
  }
}
