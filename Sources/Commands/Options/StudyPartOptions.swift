import ArgumentParser

/// Which part of a study a process does; what `plan`, `work`, `merge` and engines say to a study's command.
struct StudyPartOptions: ParsableArguments {
  /// A part of a study.
  enum Part {
    /// All of it.
    case whole
    /// To say which units of so many runs there are.
    case plan(chunk: Int)
    /// One unit; into the folder of a plan, or else onto the standard output.
    case unit(UnitSpan, folder: String?)
    /// To put together what the units of a plan in a folder left there.
    case merge(folder: String)
  }

  @Option(help: .hidden)
  var planUnits: Int?

  @Option(help: .hidden)
  var unit: UnitSpan?

  @Option(help: .hidden)
  var unitsIn: String?

  /// The part that is asked for.
  var part: Part {
    if let planUnits { return .plan(chunk: planUnits) }
    if let unit { return .unit(unit, folder: unitsIn) }
    if let unitsIn { return .merge(folder: unitsIn) }
    return .whole
  }

  /// Whether it is all of the study.
  var isWhole: Bool { planUnits == nil && unit == nil && unitsIn == nil }

  /// Whether results come of it.
  var hasResults: Bool { planUnits == nil && unit == nil }
}
