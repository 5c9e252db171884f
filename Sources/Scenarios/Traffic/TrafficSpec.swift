public import Variates

/// One source of requests.
public struct TrafficSpec: Equatable, Sendable {
  /// The source's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// The receiver that the requests go to.
  public var to: String
  /// When requests arrive.
  public var arrivals: Arrivals
  /// The size of an item, bytes.
  public var size: Distribution
  /// The keys of the items, if they have any.
  public var key: KeySpec?
  /// The kinds of the items and their shares, which sum to 1; empty: all are alike.
  public var kinds: [KindShare]
  /// What workflows get as their input, if it says so.
  public var input: TemplateSpec?
  /// How the callers behave.
  public var client: ClientSpec

  /// One kind of items.
  public struct KindShare: Equatable, Sendable {
    /// The kind's name.
    public var kind: String
    /// Its share, from 0 to 1.
    public var share: Double

    /// One kind of items.
    public init(kind: String, share: Double) {
      self.kind = kind
      self.share = share
    }
  }

  /// A source from its parts.
  public init(
    name: String, label: String? = nil, to: String, arrivals: Arrivals, size: Distribution, key: KeySpec? = nil,
    kinds: [KindShare] = [], client: ClientSpec = ClientSpec()
  ) {
    self.name = name
    self.label = label
    self.to = to
    self.arrivals = arrivals
    self.size = size
    self.key = key
    self.kinds = kinds
    self.client = client
  }
}

/// How the keys of items are distributed.
public enum KeySpec: Equatable, Sendable {
  /// `n` keys, the k-th with a probability proportional to k^-s.
  case zipf(n: Int, s: Double)
  /// `n` keys, all alike.
  case uniform(n: Int)
}
