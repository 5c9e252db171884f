public import Documents

/// A payload template by itself, outside of a machine: what a stand-in for a task returns, or an input that is made.
public struct PayloadTemplate: Sendable {
  private let template: Template
  private let variables: Int

  /// A document that stays as it is.
  public init(_ value: JSONValue) {
    template = .constant(value)
    variables = 0
  }

  private init(_ template: Template, variables: Int) {
    self.template = template
    self.variables = variables
  }

  /// Why a template could not be evaluated.
  public struct Fault: Error, Sendable, Equatable {
    /// What happened, in words.
    public let cause: String
  }

  /// The template that a node holds: keys that end in `.$`, or texts in `{% .. %}`, are evaluated; everything wrong with it is told.
  ///
  /// - Complexity: O(n) in the node.
  public static func read(
    _ node: LocatedNode, _ path: String, language: QueryLanguage = .jsonPath
  ) -> (template: PayloadTemplate, diagnostics: [Diagnostic]) {
    var reader = MachineReader()
    let template = reader.template(node, key: "", language, path)
    return (PayloadTemplate(template, variables: reader.draft.variables.names.count), reader.diagnostics.inOrder())
  }

  /// The template that is one path or call of an intrinsic function.
  ///
  /// - Complexity: O(n) in the text.
  public static func read(expression node: LocatedNode, _ path: String) -> (template: PayloadTemplate, diagnostics: [Diagnostic]) {
    var reader = MachineReader()
    var template = Template.constant(.null)
    if let text = reader.text(node, path), let expression = reader.expression(text, at: node, path) {
      template = .expression(expression, key: "expression")
    }
    return (PayloadTemplate(template, variables: reader.draft.variables.names.count), reader.diagnostics.inOrder())
  }

  /// Whether it is the same document whatever the input.
  public var isConstant: Bool { template.constantValue != nil }

  /// The document that it makes of an input.
  ///
  /// - Parameter seed: of everything random in it.
  public func value(input: JSONValue, seed: UInt64) throws(Fault) -> JSONValue {
    if case .constant(let value) = template { return value }
    var entropy = Entropy(seed: seed)
    let bindings = Bindings(input: input, variables: [JSONValue?](repeating: nil, count: variables))
    do throws(Failure) {
      return try template.value(in: bindings, entropy: &entropy)
    } catch {
      throw Fault(cause: error.cause ?? "it can't be evaluated")
    }
  }
}
