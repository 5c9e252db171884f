public import Variates

/// When the requests of a source arrive.
public enum Arrivals: Equatable, Sendable {
  /// Independently of the answers, at a rate that may change over time.
  case open(RateShape, ArrivalProcess)
  /// At the instants of a schedule, so many at once, at least 1.
  case scheduled(Schedule, count: Int)
  /// As recorded in a file.
  case trace(Trace)
  /// From so many users, at least 1, each of whom waits for the answer and then thinks, nanoseconds.
  case users(Int, think: Distribution)
}

/// How arrivals spread around the rate.
public enum ArrivalProcess: Equatable, Sendable {
  /// Independent arrivals: exponential gaps.
  case poisson
  /// Equal gaps, the first of which begins with the run.
  case uniform
  /// Gamma-distributed gaps of a coefficient of variation, above 0.
  case gamma(cv: Double)
}

/// A rate over time; rates in requests per second, instants and lengths in nanoseconds of the run.
public enum RateShape: Equatable, Sendable {
  /// The same rate all the time.
  case constant(rate: Double)
  /// A straight line from one rate to another, over a time; then the last holds.
  case ramp(from: Double, to: Double, over: Int64)
  /// A level from each instant on, ascending from 0; repeated with a period, or once if nil, the last level then holds.
  case steps([Level], every: Int64?)
  /// A base rate with a peak rate for a while, from an instant on, in every period.
  case spike(base: Double, peak: Double, at: Int64, length: Int64, every: Int64)
  /// rate · exp(κ cos 2π(t−at)/24 h) / I0(κ), with exp(κ)/I0(κ) = peak; `at` is nanoseconds after midnight UTC.
  case diurnal(rate: Double, peak: Double, at: Int64)
  /// The rate of each day from Monday to Sunday, with an optional diurnal shape inside the day.
  case weekly(rates: [Double], diurnal: Diurnal?)
  /// A Poisson process modulated by two states with exponential stays of mean `on` and `off`, each with its rate.
  case onOff(onRate: Double, offRate: Double, on: Int64, off: Int64)

  /// One level of a shape in steps.
  public struct Level: Equatable, Sendable {
    /// From when on it holds, nanoseconds from the start of the run or of the period.
    public var at: Int64
    /// Requests per second, at least 0.
    public var rate: Double

    /// One level of a shape in steps.
    public init(at: Int64, rate: Double) {
      self.at = at
      self.rate = rate
    }
  }

  /// The course of a day: highest at an hour, `peak` times the mean.
  public struct Diurnal: Equatable, Sendable {
    /// The highest rate as a multiple of the mean, at least 1.
    public var peak: Double
    /// When it is reached, nanoseconds after midnight UTC.
    public var at: Int64

    /// The course of a day.
    public init(peak: Double, at: Int64) {
      self.peak = peak
      self.at = at
    }
  }

  /// The highest rate that it comes to, requests per second.
  var highest: Double {
    switch self {
    case .constant(let rate): rate
    case .ramp(let from, let to, _): max(from, to)
    case .steps(let levels, _): levels.map(\.rate).max() ?? 0
    case .spike(let base, let peak, _, _, _): max(base, peak)
    case .diurnal(let rate, let peak, _): rate * peak
    case .weekly(let rates, let diurnal): (rates.max() ?? 0) * (diurnal?.peak ?? 1)
    case .onOff(let onRate, let offRate, _, _): max(onRate, offRate)
    }
  }
}
