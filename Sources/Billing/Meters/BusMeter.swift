/// The custom events that a bus was given.
///
/// What it delivers costs nothing.
public struct BusMeter: ComponentMeter {
  /// Billed events.
  public var events: Usage

  /// A bus that was given `events`.
  public init(events: Usage = 0) { self.events = events }

  /// The events as which one event is billed: one for each 64 KB.
  ///
  /// - Source: general knowledge of Amazon EventBridge pricing (unverified).
  public static func units(bytes: Int64) -> Int64 { Chunk.units(bytes: bytes, of: 64 << 10) }

  /// Counts an event of so many bytes.
  public mutating func add(eventOf bytes: Int64, wasted: Bool = false) {
    events.add(Self.units(bytes: bytes), wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] { [(.busEvents, events)] }

  /// Counts what `other` did.
  public mutating func merge(_ other: BusMeter) { events += other.events }
}
