/// Why an expression has no result.
public struct Failure: Error, Equatable, Sendable {
  /// JSONata's code of the error, such as T2001; those for which it has none begin with X.
  public var code: String
  /// What is wrong, in a few words.
  public var message: String
  /// Where in the expression, in Unicode scalars from its begin, if that is known.
  public var offset: Int?

  /// A failure whose place is added where it is known.
  init(_ code: String, _ message: String, at offset: Int? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
  }

  /// The same, at a place if it has none.
  func located(_ place: Int) -> Failure {
    var failure = self
    failure.offset = offset ?? place
    return failure
  }

  static let tooDeep = Failure("D1011", "the expression recurs, or its values are nested, too deeply")
  static let tooLong = Failure("D1012", "the evaluation takes more steps than it may")
}

/// Why a text is no expression.
public struct SyntaxFault: Error, Equatable, Sendable {
  /// JSONata's code of the error, such as S0201; those of AWS's restrictions begin with X, and S0303 is a wrong regular expression.
  public var code: String
  /// What is wrong, in a few words.
  public var message: String
  /// Where in the text, in Unicode scalars from its begin.
  public var offset: Int

  init(_ code: String, _ message: String, at offset: Int) {
    self.code = code
    self.message = message
    self.offset = offset
  }
}
