/// Goes one of several ways, by what the item is or by chance.
public enum Choice: Equatable, Sendable {
  /// By the item's kind; a kind occurs in one case at most.
  case byKind([KindCase], otherwise: [Step])
  /// By the item's size: the first case whose limit is not exceeded.
  case bySize([SizeCase], otherwise: [Step])
  /// By chance; the chances sum to 1 at most, `otherwise` has the rest.
  case byChance([ChanceCase], otherwise: [Step])

  /// The way of items of one kind.
  public struct KindCase: Equatable, Sendable {
    /// The kind's name.
    public var kind: String
    /// What is done.
    public var steps: [Step]

    /// The way of items of one kind.
    public init(kind: String, steps: [Step]) {
      self.kind = kind
      self.steps = steps
    }
  }

  /// The way of items up to a size.
  public struct SizeCase: Equatable, Sendable {
    /// The largest size that goes this way, bytes.
    public var upTo: Int64
    /// What is done.
    public var steps: [Step]

    /// The way of items up to a size.
    public init(upTo: Int64, steps: [Step]) {
      self.upTo = upTo
      self.steps = steps
    }
  }

  /// A way that is taken by chance.
  public struct ChanceCase: Equatable, Sendable {
    /// The probability, from 0 to 1.
    public var chance: Double
    /// What is done.
    public var steps: [Step]

    /// A way that is taken by chance.
    public init(chance: Double, steps: [Step]) {
      self.chance = chance
      self.steps = steps
    }
  }
}
