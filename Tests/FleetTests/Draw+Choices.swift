import Variates

/// The tests' source of random inputs: seeded, the same on every machine.
extension Draw: RandomNumberGenerator {
  /// The draws of a test's n-th case.
  init(case number: Int) { self.init(Key.mix(UInt64(number) &+ 1)) }

  /// A number in a range, every one with the same chance.
  mutating func number(in range: ClosedRange<Int64>) -> Int64 { .random(in: range, using: &self) }

  /// One of some values.
  mutating func one<Value>(of values: [Value]) -> Value { values[Int(below(UInt64(values.count)))] }

  /// True with a probability.
  mutating func chance(_ probability: Double) -> Bool { uniform() < probability }
}
