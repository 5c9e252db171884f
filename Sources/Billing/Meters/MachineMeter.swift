/// Virtual machines of one type.
public struct MachineMeter: ComponentMeter {
  /// The item under which the type is billed; one of ``types``.
  public let type: BilledItem
  /// Billed milliseconds, summed over the machines.
  public var milliseconds: Usage = 0

  /// The items that are types of machine.
  public static let types = BilledItem.allCases.filter { $0.path.hasPrefix(prefix) }

  private static let prefix = "machine."

  /// Machines of a type such as `c7i.xlarge`; nil if no price book can have it.
  public init?(_ type: String) {
    guard let item = BilledItem(rawValue: Self.prefix + type) else { return nil }
    self.type = item
  }

  /// Counts one machine that ran for so many nanoseconds.
  public mutating func add(runOf duration: Int64, wasted: Bool = false) {
    milliseconds.add(ContainerMeter.rule.billedMilliseconds(duration: duration), wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] { [(type, milliseconds)] }

  /// Counts what `other` did.
  public mutating func merge(_ other: MachineMeter) {
    precondition(type == other.type, "machines of \(type.path) and \(other.type.path) can't be merged")
    milliseconds += other.milliseconds
  }
}
