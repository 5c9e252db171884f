/// What an invocation does for each of its items.
public struct PerItem: Equatable, Sendable {
  /// How many items at a time, at least 1; nil: one after another.
  public var parallel: Int?
  /// What is done for one item, in order.
  public var steps: [Step]

  /// Steps for each item.
  public init(parallel: Int? = nil, steps: [Step]) {
    self.parallel = parallel
    self.steps = steps
  }
}
