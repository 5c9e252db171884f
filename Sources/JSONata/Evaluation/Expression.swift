/// A part of a program that can be evaluated: names are resolved, nothing is looked up by text.
protocol Expression: Sendable {
  /// What it finds, which may still be a sequence of one or none; `Evaluation.value` makes that a value.
  ///
  /// - Parameter input: The context.
  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value
}
