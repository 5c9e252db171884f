/// Arrivals as recorded in a file, as they are to be replayed.
public struct Trace: Equatable, Sendable {
  /// What was recorded.
  public var record: Record
  /// Multiplies the counts at unchanged times, above 0.
  public var replay: Double
  /// Compresses time: 2 plays an hour in half an hour; above 0.
  public var speed: Double

  /// What a file recorded; times in nanoseconds from the recording's start.
  public enum Record: Equatable, Sendable {
    /// The instant of every arrival, ascending; 0 is the earliest of the file.
    case timestamps([Int64])
    /// Arrivals per interval of equal length (nanoseconds), and how they spread in it.
    case counts([Int64], every: Int64, within: Within)
    /// Start and duration (nanoseconds) of every invocation, ascending by start; 0 is the earliest of the file.
    case invocations(starts: [Int64], durations: [Int64])
  }

  /// How the arrivals of an interval spread in it.
  public enum Within: String, Equatable, Sendable, CaseIterable {
    /// Uniformly at random.
    case random
    /// At equal distances.
    case even
  }

  /// A trace and how it is replayed.
  public init(record: Record, replay: Double = 1, speed: Double = 1) {
    self.record = record
    self.replay = replay
    self.speed = speed
  }
}
