/// A failure by chance.
public struct Failure: Equatable, Sendable {
  /// The probability, from 0 to 1.
  public var chance: Double
  /// The error's name.
  public var error: String
  /// Whether it is drawn once per item and repeats at every attempt, as bad data does.
  public var sticky: Bool

  /// A failure by chance.
  public init(chance: Double, error: String = "Error", sticky: Bool = false) {
    self.chance = chance
    self.error = error
    self.sticky = sticky
  }
}
