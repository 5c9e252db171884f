internal import Documents

/// A shape as it is written, before its rates are resolved.
enum ShapeText {
  case constant
  case ramp(from: Level, to: Level, over: Int64)
  case steps([StepLevel], every: Int64?)
  case spike(at: Int64, length: Int64, peak: Double, every: Int64?)
  case diurnal(RateShape.Diurnal)
  case weekly([Double], RateShape.Diurnal?)
  case onOff(on: Int64, off: Int64, peak: Double)

  /// A rate, or a multiple of the mean.
  enum Level {
    case absolute(Double)
    case relative(Double)

    static var syntax: Syntax<Level> {
      let absolute = Syntax<Double>.rate.map { Level.absolute($0) }
      return .either(absolute, or: Syntax<Double>.factor(.notNegative).map { .relative($0) }) { $0.text?.hasSuffix("x") == true }
    }
  }

  /// A level from an instant on.
  struct StepLevel {
    let at: Int64
    let level: Level
  }

  /// `constant`, or a mapping with one key; beside `steps` also `every`.
  static var syntax: Syntax<ShapeText> {
    let chosen = Syntax<ShapeText>.oneKey(shapes, beside: ["every"])
    let every = Syntax<Int64>.duration(.positive)
    let shape = Syntax<ShapeText>(ShapeText.form(chosen, every), placeholder: .constant) { node, path, reading in
      guard let shape = chosen.read(node, path, reading) else { return nil }
      guard let entry = node.entry("every") else { return shape }
      let path = Path.key(path, "every")
      guard case .steps(let levels, _) = shape else {
        reading.note(.combination("'every' means nothing here", mend: "it goes with 'steps'"), at: entry.place, length: 5, path)
        return shape
      }
      return every.read(entry.value, path, reading).map { .steps(levels, every: $0) }
    }
    return .word("constant", .constant, or: shape)
  }

  /// The forms of the shapes, `every` beside `steps`.
  private static func form(_ chosen: Syntax<ShapeText>, _ every: Syntax<Int64>) -> Form {
    guard case .any(let forms) = chosen.form() else { return chosen.form() }
    let key = KeyForm(
      key: "every", form: every.form(), isRequired: false, standard: "once", doc: "beside `steps`: they are repeated with this period")
    return .any(
      of: forms.map { form in
        guard case .section(let section) = form, section.keys[0].key == "steps" else { return form }
        return .section(SectionForm(keys: section.keys + [key]))
      })
  }

  private static var shapes: [OneKey<ShapeText>] {
    [
      OneKey("ramp", .section(readRamp), "a straight line, then the last level"),
      OneKey("steps", stepsSyntax, "a level from each instant on; with `every` beside it, repeated"),
      OneKey("spike", .section(readSpike), "a base rate with a peak for a while, such that the mean is `rate`"),
      OneKey("diurnal", Syntax<RateShape.Diurnal>.section(readDiurnal).map { .diurnal($0) }, "the course of a day"),
      OneKey("weekly", .section(readWeekly), "the course of a week, by day"),
      OneKey("onOff", .section(readOnOff), "bursts: two states of exponential length (MMPP-2)"),
    ]
  }

  private static func readRamp(_ f: inout Fields) -> ShapeText {
    let from = f.required("from", Level.syntax, "the level at the start: a rate, or a multiple of `rate`")
    let to = f.required("to", Level.syntax, "the level at the end")
    return .ramp(from: from, to: to, over: f.required("over", .duration(.positive), "how long it takes; `rate` is the mean over it"))
  }

  private static var stepsSyntax: Syntax<ShapeText> {
    let level = Syntax<StepLevel>.section { f in
      StepLevel(
        at: f.required("at", .duration(), "from when on"), level: f.required("level", Level.syntax, "a rate, or a multiple of `rate`"))
    }
    return Syntax<[StepLevel]>.list(level).map { .steps($0, every: nil) }
  }

  private static func readSpike(_ f: inout Fields) -> ShapeText {
    let at = f.required("at", .duration(), "when it begins in each period")
    let length = f.required("for", .duration(.positive), "how long it lasts")
    let peak = f.required("peak", .factor(.positive), "the peak as a multiple of the mean `rate`")
    return .spike(
      at: at, length: length, peak: peak, every: f.given("every", .duration(.positive), shown: "the run's duration", "the period"))
  }

  static func readDiurnal(_ f: inout Fields) -> RateShape.Diurnal {
    let peak = f.required("peak", .factor(Bounds.from(1, to: 1000)), "the highest rate as a multiple of the mean")
    return RateShape.Diurnal(peak: peak, at: f.required("at", .clock, "when it is highest, UTC"))
  }

  private static func readWeekly(_ f: inout Fields) -> ShapeText {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    let factors = days.map { f.required($0, .factor(.notNegative), "the rate of the day relative to the others'") }
    return .weekly(factors, f.given("diurnal", .section(readDiurnal), shown: "none", "the course inside each day"))
  }

  private static func readOnOff(_ f: inout Fields) -> ShapeText {
    let on = f.required("on", .duration(.positive), "mean length of a burst")
    let off = f.required("off", .duration(.positive), "mean length of a pause")
    return .onOff(on: on, off: off, peak: f.required("peak", .factor(.atLeast(1)), "the rate in a burst as a multiple of the mean `rate`"))
  }
}
