public import Scenarios
public import Statistics

/// What a metric does while each knob in turn is at either end of its range and all others stay as the scenario has them.
public struct TornadoStudy: Sendable {
  /// What one knob does to one metric.
  public struct Bar: Sendable {
    /// The knob's number.
    public var knob: Int
    /// The metric with the knob at its low end.
    public var low: Estimate
    /// The metric with the knob at its high end.
    public var high: Estimate
    /// From the least to the greatest of the metric at both ends and at the base, in the metric's base unit.
    public var swing: Double
    /// The figure at the high end less that at the low end, in the metric's base unit; nil where one of them is not known.
    public var difference: Double?
    /// How sure that is, by the paired differences of the replications; nil with fewer than five, or where one has no figure.
    public var interval: ConfidenceInterval?
  }

  /// What all knobs do to one metric.
  public struct Table: Sendable {
    /// The metric.
    public var name: MetricName
    /// The metric at the base.
    public var base: Estimate
    /// The knobs, the one that matters most first.
    public var bars: [Bar]
  }

  /// What was turned.
  public let knobs: [Knob]
  /// One table a metric that could be measured at every point.
  public let tables: [Table]
  /// The metrics that could not be measured at every point.
  public let unknown: [MetricName]

  /// The points: the base, then the low and the high one of each knob.
  public static func points(_ knobs: [Knob]) -> StudyDesign {
    let points = TornadoDesign(factors: knobs.count).points.map { point in
      zip(point, knobs).map { setting, knob in
        switch setting {
        case .low: knob.low
        case .base: knob.base
        case .high: knob.high
        }
      }
    }
    return StudyDesign(paths: knobs.map(\.path), points: points)
  }

  /// - Parameter results: one a point, in which the metrics were asked for.
  public init(_ knobs: [Knob], _ metrics: [MetricName], _ results: [StudyResult]) {
    self.knobs = knobs
    var (tables, unknown): ([Table], [MetricName]) = ([], [])
    for (index, name) in metrics.enumerated() {
      let estimates = results.map { $0.asked[index].estimate }
      let numbers = estimates.compactMap(\.figure.size)
      guard numbers.count == estimates.count else {
        unknown.append(name)
        continue
      }
      let bars = TornadoDesign(factors: knobs.count).bars(numbers).map { bar in
        Bar(bar, estimates[2 * bar.factor + 1], estimates[2 * bar.factor + 2])
      }
      tables.append(Table(name: name, base: estimates[0], bars: bars))
    }
    (self.tables, self.unknown) = (tables, unknown)
  }
}

extension TornadoStudy.Bar {
  fileprivate init(_ bar: TornadoDesign.Bar, _ low: Estimate, _ high: Estimate) {
    self.init(knob: bar.factor, low: low, high: high, swing: bar.swing, difference: nil, interval: nil)
    guard let from = low.figure.number, let to = high.figure.number else { return }
    difference = to - from
    guard low.replicates.count == high.replicates.count, low.replicates.count >= FigureInterval.fewestReplications else { return }
    interval = PairedDifference(high.replicates, minus: low.replicates, center: to - from, level: FigureInterval.level).interval
  }
}

extension Figure {
  /// The number, infinite where it is only known to be large; nil where nothing was measured.
  fileprivate var size: Double? {
    if case .above = self { return .infinity }
    return number
  }
}
