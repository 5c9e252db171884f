public import Fleet
import Scenarios

/// What became of the asynchronous invocations of one function; ages in nanoseconds.
public struct EventSummary: Equatable, Sendable {
  /// The function's name.
  public var name: String
  /// What the run recorded of them.
  public var record: EventRecord
  /// Events that were accepted per second of the measured window.
  public var receivedPerSecond: Double
  /// The median time from acceptance to the try that succeeded.
  public var ageP50: Figure
  /// Its 99th percentile.
  public var ageP99: Figure

  /// - Returns: nil where the function was never invoked so.
  init?(_ spec: FunctionSpec, at index: Int, _ reader: MetricReader) {
    guard index < reader.record.asyncEvents.count, reader.record.asyncEvents[index].received > 0 else { return nil }
    record = reader.record.asyncEvents[index]
    name = spec.name
    receivedPerSecond = reader.perSecond(record.received)
    let ages = record.reading(of: .asyncAge).figures([.quantile(0.5), .quantile(0.99)], window: reader.windowSeconds)
    (ageP50, ageP99) = (ages[0], ages[1])
  }
}
