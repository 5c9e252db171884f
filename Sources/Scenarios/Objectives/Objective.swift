public import Fleet

/// What is required of a run: a metric compared with a value.
public struct Objective: Equatable, Sendable {
  /// The requirement as written, such as `api.latency.p99 < 300 ms`.
  public var text: String
  /// Whose metric it is: an element, such as a function or a queue, `account`, `all` or `cost`.
  public var subject: Subject
  /// Which metric.
  public var metric: Metric
  /// Which part of it: only cold starts have parts.
  public var part: StartPart?
  /// Which statistic of it.
  public var statistic: Statistic
  /// How metric and value are compared.
  public var comparison: Comparison
  /// The value, in the metric's unit: nanoseconds, US dollars, seconds for `wasted_s`, otherwise plain (a share is from 0 to 1).
  public var value: Double
  /// How far from the value it may be at most where the comparison is `within`, in the metric's unit, not negative; otherwise 0.
  public var tolerance: Double
  /// Whether a failure is reported only.
  public var advisory: Bool
  /// The share of replications, from 0 to 1, in which it must hold; nil: the rule of its statistic.
  public var share: Double?

  /// What a metric belongs to.
  public enum Subject: Equatable, Hashable, Sendable {
    /// The element of this kind and name.
    case element(ElementKind, String)
    /// The account.
    case account
    /// All functions together.
    case all
    /// The bill of the whole scenario.
    case cost

    /// The word that names it in a metric's path.
    public var name: String {
      switch self {
      case .element(_, let name): name
      case .account: "account"
      case .all: "all"
      case .cost: "cost"
      }
    }

    /// The function of a name.
    public static func function(_ name: String) -> Subject { .element(.function, name) }

    /// The source of a name.
    public static func source(_ name: String) -> Subject { .element(.source, name) }
  }

  /// How a metric is compared with a value.
  public enum Comparison: String, Equatable, Sendable, CaseIterable {
    /// Below.
    case less = "<"
    /// At most.
    case atMost = "<="
    /// Above.
    case greater = ">"
    /// At least.
    case atLeast = ">="
    /// Equal.
    case equal = "=="
    /// At most a tolerance away.
    case within
  }

  /// An objective from its parts.
  public init(
    text: String, subject: Subject, metric: Metric, part: StartPart? = nil, statistic: Statistic, comparison: Comparison, value: Double,
    tolerance: Double = 0, advisory: Bool = false, share: Double? = nil
  ) {
    self.text = text
    self.subject = subject
    self.metric = metric
    self.part = part
    self.statistic = statistic
    self.comparison = comparison
    self.value = value
    self.tolerance = tolerance
    self.advisory = advisory
    self.share = share
  }

  /// Whether a measured number is as required.
  public func holds(_ number: Double) -> Bool {
    switch comparison {
    case .less: number < value
    case .atMost: number <= value
    case .greater: number > value
    case .atLeast: number >= value
    case .equal: number == value
    case .within: abs(number - value) <= tolerance
    }
  }
}
