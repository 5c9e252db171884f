internal import Documents

/// What the command line asks of a scenario, in the words of its objectives.
public struct Questions: Equatable, Sendable {
  /// A metric that is asked for.
  public struct Asked: Equatable, Sendable {
    /// The option behind which its name stands, such as `--rank`.
    public var option: String
    /// The option's text.
    public var text: String
    /// How many scalars of the text stand before the metric's name.
    public var lead: Int

    /// A metric that is asked for.
    public init(option: String, text: String, lead: Int = 0) {
      self.option = option
      self.text = text
      self.lead = lead
    }
  }

  /// What is required instead of the scenario's objectives; empty: these.
  public var requirements: [String]
  /// The metrics that are wanted.
  public var asked: [Asked]

  /// What is asked of a scenario; by default nothing.
  public init(requirements: [String] = [], asked: [Asked] = []) {
    self.requirements = requirements
    self.asked = asked
  }

  /// The requirements as objectives, with faults noted in a text called `--require`; nil where there are none.
  func objectives(_ reading: Reading) -> [Objective]? {
    if requirements.isEmpty { return nil }
    let resolver = ObjectiveResolver(reading: reading)
    let lines = requirements.map { Self.line($0[...]) }
    let source = SourceText(name: "--require", text: lines.joined(separator: "\n"), order: 3_000_000)
    return lines.enumerated().compactMap { index, line in
      var text = ObjectiveText(place: Place(source: source, line: index + 1, column: 1), path: .root)
      text.parts = ObjectiveParts(line)
      if text.parts == nil, let place = text.place {
        reading.note(.objectiveText(line), at: place, length: line.unicodeScalars.count, .root)
      }
      return Self.knowsNames(reading) ? resolver.resolve(text) : nil
    }
  }

  /// The metrics that are asked for, with faults noted in a text a metric.
  func metrics(_ reading: Reading) -> [MetricName] {
    guard Self.knowsNames(reading) else { return [] }
    let resolver = ObjectiveResolver(reading: reading)
    return asked.enumerated().compactMap { index, asked in
      let line = Self.line(asked.text[...])
      let name = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(asked.lead)))
      let source = SourceText(name: asked.option, text: line, order: 3_000_001 + index)
      let start = Place(source: source, line: 1, column: asked.lead + 1)
      let words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard words.count >= 2, words.allSatisfy({ !$0.isEmpty }) else {
        reading.note(.metricText(name), at: start, length: name.unicodeScalars.count, .root)
        return nil
      }
      return resolver.measure(words, resolver.noting(at: start, .root)).map {
        MetricName(text: name, subject: $0.subject, metric: $0.metric, part: $0.part, statistic: $0.statistic)
      }
    }
  }

  /// Whether no section of elements has a mistake, so that names can be told.
  private static func knowsNames(_ reading: Reading) -> Bool {
    reading.faultyPaths.isDisjoint(with: ElementKind.allCases.map(\.section))
  }

  private static func line(_ text: Substring) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}
