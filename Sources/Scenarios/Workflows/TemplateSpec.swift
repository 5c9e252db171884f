public import Documents
public import StatesLanguage

/// A document as a scenario gives it: JSON, a payload template, or one expression.
public struct TemplateSpec: Equatable, Sendable {
  /// As it stands in the file.
  public var source: JSONValue
  /// What makes the document.
  public var template: PayloadTemplate

  /// A document that stays as it is.
  public init(_ value: JSONValue) {
    source = value
    template = PayloadTemplate(value)
  }

  /// A template and what it was read from.
  init(source: JSONValue, template: PayloadTemplate) {
    self.source = source
    self.template = template
  }

  /// Equal if they are written the same.
  public static func == (left: TemplateSpec, right: TemplateSpec) -> Bool { left.source == right.source }
}

/// What a task returns: one of some documents by their shares, which sum to 1.
public struct ResultSpec: Equatable, Sendable {
  /// The documents.
  public var choices: [Choice]

  /// One document and its share.
  public struct Choice: Equatable, Sendable {
    /// The share, from 0 to 1.
    public var share: Double
    /// The document.
    public var value: TemplateSpec

    /// One document and its share.
    public init(share: Double, value: TemplateSpec) {
      self.share = share
      self.value = value
    }
  }

  /// Some documents.
  public init(choices: [Choice]) { self.choices = choices }

  /// One document.
  public init(_ value: TemplateSpec) { choices = [Choice(share: 1, value: value)] }
}
