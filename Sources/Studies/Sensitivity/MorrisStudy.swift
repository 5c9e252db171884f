public import Scenarios
public import Statistics

/// Which knobs matter anywhere in their ranges, alone or together with others: a screening by random walks.
public struct MorrisStudy: Sendable {
  /// What all knobs do to one metric.
  public struct Table: Sendable {
    /// The metric.
    public var name: MetricName
    /// The knobs' numbers with their effects over the whole range, in the metric's base unit, the largest μ* first.
    public var effects: [(knob: Int, effect: MorrisEffect)]
  }

  /// What was turned.
  public let knobs: [Knob]
  /// The walks.
  public let design: MorrisDesign
  /// One table a metric that could be measured at every point.
  public let tables: [Table]
  /// The metrics that could not be measured at every point.
  public let unknown: [MetricName]

  /// The walks of a seed.
  public static func design(_ knobs: [Knob], levels: Int, trajectories: Int, seed: Int64) -> MorrisDesign {
    var generator = SeededGenerator(seed: UInt64(bitPattern: seed))
    return MorrisDesign(factors: knobs.count, levels: levels, trajectories: trajectories, using: &generator)
  }

  /// The points of all walks, one walk after the other; nil where the ends of a range are not of one unit.
  public static func points(_ knobs: [Knob], _ design: MorrisDesign) -> StudyDesign? {
    var points: [[String]] = []
    for point in design.trajectories.flatMap(\.points) {
      let values = zip(knobs, design.fractions(point)).compactMap { $0.value(at: $1) }
      guard values.count == knobs.count else { return nil }
      points.append(values)
    }
    return StudyDesign(paths: knobs.map(\.path), points: points)
  }

  /// - Parameter results: one a point, in which the metrics were asked for.
  public init(_ knobs: [Knob], _ design: MorrisDesign, _ metrics: [MetricName], _ results: [StudyResult]) {
    (self.knobs, self.design) = (knobs, design)
    var (tables, unknown): ([Table], [MetricName]) = ([], [])
    for (index, name) in metrics.enumerated() {
      let numbers = results.compactMap { $0.asked[index].figure.number }
      guard numbers.count == results.count else {
        unknown.append(name)
        continue
      }
      let width = knobs.count + 1
      let walks = design.trajectories.indices.map { Array(numbers[($0 * width)..<(($0 + 1) * width)]) }
      let effects = MorrisEffect.effects(of: design, results: walks, level: FigureInterval.level)
      let sorted = effects.enumerated().sorted { ($1.element.size.mean, $0.offset) < ($0.element.size.mean, $1.offset) }
      tables.append(Table(name: name, effects: sorted.map { ($0.offset, $0.element) }))
    }
    (self.tables, self.unknown) = (tables, unknown)
  }
}

/// Random numbers for designs, the same with every version of the standard library.
///
/// - Source: G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014 (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
