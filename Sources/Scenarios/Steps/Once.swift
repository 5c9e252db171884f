/// Steps whose result a warm instance keeps: done at its first use only, or again when the result is too old.
public struct Once: Equatable, Sendable {
  /// For how long the result is kept, nanoseconds, above 0; nil: as long as the instance lives.
  public var lifetime: Int64?
  /// What is done.
  public var steps: [Step]

  /// Steps whose result a warm instance keeps.
  public init(lifetime: Int64? = nil, steps: [Step]) {
    self.lifetime = lifetime
    self.steps = steps
  }
}
