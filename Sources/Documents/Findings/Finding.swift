/// A mistake or advice in words, without its place.
public struct Finding: Equatable, Sendable {
  /// Its kind.
  public let rule: Rule
  /// What is wrong here.
  public let message: String
  /// How to mend it here, if more can be said than the message does.
  public let mend: String?

  /// A mistake or advice in words.
  public init(_ rule: Rule, _ message: String, mend: String? = nil) {
    self.rule = rule
    self.message = message
    self.mend = mend
  }
}
