/// What a value looks like: the one description from which the JSON Schema and the reference page are made.
public indirect enum Form: Sendable {
  /// A number with a unit.
  case quantity(Unit, Bounds)
  /// A whole number.
  case integer(Bounds)
  /// A text of a certain kind, such as `name`, with a regular expression for it and an example.
  case text(kind: String, pattern: String?, example: String)
  /// `true` or `false`.
  case flag
  /// One of some words.
  case word([String])
  /// A list.
  case list(Form)
  /// A mapping of fixed keys.
  case section(SectionForm)
  /// A mapping from free keys, described by their kind, to values.
  case map(keys: String, Form)
  /// A value of any kind, which is looked at where it is used.
  case anything
  /// One of several.
  case any(of: [Form])
  /// A form that is defined elsewhere, by its name.
  case reference(String)
}

/// A mapping of fixed keys.
public struct SectionForm: Sendable {
  /// Its keys, in the order in which they are described.
  public var keys: [KeyForm]
  /// Further keys of a pattern, if it may have them.
  public var others: OtherKeys?

  init(keys: [KeyForm], others: OtherKeys? = nil) {
    self.keys = keys
    self.others = others
  }

  /// Keys of a pattern, which stand beside the fixed ones.
  public struct OtherKeys: Sendable {
    /// What they are, such as `p99`.
    public var example: String
    /// The regular expression that they match.
    public var pattern: String
    /// What their values look like.
    public var form: Form
    /// What they mean, in one line.
    public var doc: String
  }
}

/// One key of a section.
public struct KeyForm: Sendable {
  /// The key.
  public var key: String
  /// What its value looks like.
  public var form: Form
  /// Whether it must be given.
  public var isRequired: Bool
  /// What holds if it is not given, in words or as it would be written; nil: nothing.
  public var standard: String?
  /// What it means, in one line.
  public var doc: String
}
