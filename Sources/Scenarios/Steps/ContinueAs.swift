public import Variates

/// Ends an invocation before its time is over, and lets a further one of the same function do the passes that are left of a `repeat`.
public struct ContinueAs: Equatable, Sendable {
  /// The function itself, which is invoked again.
  public var function: String
  /// With so much time left a further pass is begun, nanoseconds, above 0.
  public var reserve: Int64
  /// What is stored before, so that the next invocation knows where to go on; nil: what it is invoked with says it.
  public var save: Save?

  /// A checkpoint.
  public struct Save: Equatable, Sendable {
    /// The bucket that it is stored in.
    public var bucket: String
    /// Its size, bytes.
    public var size: Distribution

    /// A checkpoint from its parts.
    public init(to bucket: String, size: Distribution) {
      self.bucket = bucket
      self.size = size
    }
  }

  /// A continuation from its parts.
  public init(of function: String, reserve: Int64, save: Save? = nil) {
    self.function = function
    self.reserve = reserve
    self.save = save
  }

  /// What it hands on, in order: the checkpoint, then what is left.
  var hops: [Hop] { (save.map { [Hop(.store, to: $0.bucket, size: $0.size)] } ?? []) + [Hop(.invoke, to: function)] }
}
