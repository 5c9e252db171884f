internal import Documents
internal import Fleet

/// Looks up the names of objectives and reads their values in the unit of the metric.
struct ObjectiveResolver {
  /// All names by section and in the order of the file, for suggestions.
  let names: [String]
  let reading: Reading

  /// - Parameter reading: with the names of all elements.
  init(reading: Reading) {
    names = reading.elements.names(of: ElementKind.allCases) + Names.reserved
    self.reading = reading
  }

  /// The checked objective; nil with the fault noted.
  func resolve(_ text: ObjectiveText) -> Objective? {
    guard let parts = text.parts, let place = text.place else { return nil }
    let note = noting(at: place, text.path)
    guard let measure = measure(parts.words, note) else { return nil }
    let (metric, statistic) = (measure.metric, measure.statistic)
    func noteValue(_ part: ObjectiveParts.Part) {
      note(.objectiveValue(part.text, of: metric, statistic), part.offset, part.text.unicodeScalars.count)
    }
    guard let value = value(parts.value.text, of: metric, statistic) else {
      noteValue(parts.value)
      return nil
    }
    var tolerance = 0.0
    if let part = parts.tolerance {
      guard let read = self.tolerance(part.text, around: value, of: metric, statistic), read >= 0 else {
        noteValue(part)
        return nil
      }
      tolerance = read
    }
    return Objective(
      text: parts.text, subject: measure.subject, metric: metric, part: measure.part, statistic: statistic, comparison: parts.comparison,
      value: value, tolerance: tolerance, advisory: text.advisory, share: text.share)
  }

  /// What is measured, of which an objective says what it is to be.
  struct Measure {
    var subject: Objective.Subject
    var metric: Metric
    var part: StartPart?
    var statistic: Statistic
  }

  /// Notes a finding so many scalars after a text's start, and over so many of them.
  typealias Noting = (_ finding: Finding, _ offset: Int, _ length: Int) -> Void

  /// Noting what is found in a text.
  func noting(at place: Place, _ path: Path) -> Noting {
    { [reading] finding, offset, length in
      reading.note(finding, at: Place(source: place.source, line: place.line, column: place.column + offset), length: length, path)
    }
  }

  /// What the words of a metric's path name; nil with the fault noted.
  func measure(_ words: [String], _ note: Noting) -> Measure? {
    func offset(_ index: Int) -> Int { words[..<index].reduce(0) { $0 + $1.unicodeScalars.count + 1 } }
    guard let (subject, metrics, skipped) = subject(words[0]) else {
      note(.unknownSubject(words[0], known: names), 0, words[0].unicodeScalars.count)
      return nil
    }
    // `cost` is its own subject, and the first word of its metrics too.
    var index = skipped
    guard index < words.count else { return nil }
    var name = words[index]
    if name == "cost", index + 1 < words.count {
      index += 1
      name += "." + words[index]
    }
    guard let metric = Metric(rawValue: name), metrics.contains(metric) else {
      note(.unknownMetric(name, of: subject.name, known: metrics.map(\.rawValue)), offset(index), words[index].unicodeScalars.count)
      return nil
    }
    var part: StartPart?
    if metric == .`init`, index + 1 < words.count {
      part = StartPart.allCases.first { $0.name == words[index + 1] }
      if part != nil { index += 1 }
    }
    // A quantile such as p99.9 has a dot of its own.
    let word = words[(index + 1)...].joined(separator: ".")
    // The peaks of functions lie at different times: all of them together have none.
    let refused = subject == .all && metric == .instances ? "max" : nil
    guard word != refused, let statistic = statistic(word, of: metric) else {
      let at = word.isEmpty ? index : index + 1
      let length = word.isEmpty ? words[index].unicodeScalars.count : word.unicodeScalars.count
      note(.unknownStatistic(word, of: metric, but: refused), offset(at), length)
      return nil
    }
    return Measure(subject: subject, metric: metric, part: part, statistic: statistic)
  }

  /// What a name stands for, its metrics, and how many words it takes.
  private func subject(_ name: String) -> (Objective.Subject, [Metric], Int)? {
    switch name {
    case "all": (.all, Metric.ofAll, 1)
    case "account": (.account, Metric.ofAccount, 1)
    case "cost": (.cost, Metric.ofCost, 0)
    default: reading.elements.kind(of: name).map { (.element($0, name), Metric.all(of: $0), 1) }
    }
  }

  private func statistic(_ word: String, of metric: Metric) -> Statistic? {
    word.isEmpty ? metric.standardStatistic : metric.kind.statistic(word)
  }

  /// How far a metric may be from a value: a share of the value, or a quantity in the metric's unit.
  private func tolerance(_ text: String, around value: Double, of metric: Metric, _ statistic: Statistic) -> Double? {
    if text.hasSuffix("%") { return (try? Unit.share.double(text).get()).map { $0 * abs(value) } }
    return self.value(text, of: metric, statistic)
  }

  private func value(_ text: String, of metric: Metric, _ statistic: Statistic) -> Double? {
    let unit: Unit
    switch metric.kind {
    case .durations where statistic == .count: unit = .number
    case .count where statistic == .ratio: unit = .share
    case .durations: unit = .duration
    case .ratio: unit = .share
    case .money: unit = .money
    case .count, .level: unit = .number
    case .seconds: return (try? Unit.duration.double(text).get()).map { $0 / 1e9 }
    }
    return try? unit.double(text).get()
  }
}

extension Metric {
  /// What is read off where no statistic is named; nil: one must be named.
  var standardStatistic: Statistic? {
    switch kind {
    case .count: .count
    case .ratio: .ratio
    case .money, .seconds: .total
    case .durations, .level: nil
    }
  }

  /// A value as it is written in an objective on the metric.
  var exampleValue: String {
    switch kind {
    case .durations: "300 ms"
    case .ratio: "0.1%"
    case .money: "400 USD"
    case .seconds: "10 s"
    case .count, .level: "100"
    }
  }
}

extension Metric.Kind {
  /// The words of the statistics that a metric of this kind has.
  public var statisticWords: [String] {
    switch self {
    case .count: ["count", "ratio"]
    case .ratio: ["ratio"]
    case .durations: ["mean", "p50", "p90", "p99", "p99.9", "max", "count"]
    case .level: ["mean", "max", "last"]
    case .money, .seconds: []
    }
  }

  /// The statistic of a word.
  func statistic(_ word: String) -> Statistic? {
    switch (self, word) {
    case (.count, "count"), (.durations, "count"): .count
    case (.ratio, "ratio"), (.count, "ratio"): .ratio
    case (.durations, "mean"), (.level, "mean"): .mean
    case (.durations, "max"), (.level, "max"): .maximum
    case (.level, "last"): .last
    case (.durations, _): Statistic.share(ofQuantile: word).map { .quantile($0) }
    default: nil
    }
  }
}
