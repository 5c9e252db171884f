internal import Documents

extension Syntax where Value == Int64 {
  /// A quantity in whole base units: nanoseconds or bytes.
  static func whole(_ unit: Unit, _ bounds: Bounds) -> Syntax<Int64> {
    Syntax(.quantity(unit, bounds), placeholder: Int64(max(1, bounds.low ?? 1))) { node, path, reading in
      reading.quantity(node, path, unit, bounds, unit.integer(_:)) { Double($0) }
    }
  }

  /// A length of time, nanoseconds.
  static func duration(_ bounds: Bounds = .notNegative) -> Syntax<Int64> { whole(.duration, bounds) }

  /// A size, bytes.
  static func size(_ bounds: Bounds = .notNegative) -> Syntax<Int64> { whole(.size, bounds) }

  /// A time of day, nanoseconds after midnight.
  static var clock: Syntax<Int64> {
    Syntax(.text(kind: "time of day", pattern: "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$", example: "14:00"), placeholder: 0) {
      node, path, reading in
      guard let text = reading.text(node, path, expected: "a time of day") else { return nil }
      if let clock = Clock.parse(text) { return clock }
      reading.note(.badClock(text), at: node, path)
      return nil
    }
  }
}

extension Syntax where Value == Double {
  /// A quantity in base units.
  static func real(_ unit: Unit, _ bounds: Bounds) -> Syntax<Double> {
    Syntax(.quantity(unit, bounds), placeholder: max(1, bounds.low ?? 1)) { node, path, reading in
      reading.quantity(node, path, unit, bounds, unit.double(_:)) { $0 }
    }
  }

  /// A share of 1, written in percent.
  static var share: Syntax<Double> { real(.share, .share) }

  /// A plain number.
  static func number(_ bounds: Bounds) -> Syntax<Double> { real(.number, bounds) }

  /// Requests per second.
  static var rate: Syntax<Double> { real(.rate, .notNegative) }

  /// Bytes per second.
  static var bandwidth: Syntax<Double> { real(.bandwidth, .positive) }

  /// A multiple.
  static func factor(_ bounds: Bounds) -> Syntax<Double> { real(.factor, bounds) }
}

extension Syntax where Value == Int {
  /// A whole number.
  static func count(_ given: Bounds = .notNegative) -> Syntax<Int> {
    // Where nothing else bounds a count, the engine's tables do.
    let bounds = given.high == nil ? Bounds(low: given.low, excludesLow: given.excludesLow, high: 100_000_000) : given
    return Syntax(.integer(bounds), placeholder: Int(max(1, bounds.low ?? 1))) { node, path, reading in
      guard let text = reading.text(node, path, expected: "a whole number") else { return nil }
      guard let value = Int(text) else {
        let isNumber = Decimal.prefix(of: text[...])?.rest.isEmpty == true
        reading.note(isNumber && !text.contains(".") ? .tooLarge(text) : .notAWholeNumber(text), at: node, path)
        return nil
      }
      guard bounds.contains(Double(value)) else {
        reading.note(.outOfRange(text, .count, bounds), at: node, path)
        return nil
      }
      return value
    }
  }
}

extension Reading {
  /// A number with its unit, in its bounds; nil with the fault noted.
  func quantity<Value>(
    _ node: LocatedNode, _ path: Path, _ unit: Unit, _ bounds: Bounds, _ parse: (String) -> Result<Value, QuantityFault>,
    _ double: (Value) -> Double
  ) -> Value? {
    guard let text = text(node, path, expected: "a \(unit.name) such as \(unit.example)") else { return nil }
    switch parse(text) {
    case .success(let value):
      if bounds.contains(double(value)) { return value }
      note(.outOfRange(text, unit, bounds), at: node, path)
    case .failure(.noUnit): note(.noUnit(text, unit), at: node, path)
    case .failure(.noNumber): note(.notAQuantity(text, unit), at: node, path)
    case .failure(.unknownUnit(let suffix)): note(.unknownUnit(suffix, unit), at: node, path)
    case .failure(.tooLarge): note(.tooLarge(text), at: node, path)
    }
    return nil
  }
}
