/// A value of a scenario that a study varies: its path, and the values that it takes in their order.
public struct Factor: Equatable, Sendable {
  /// The path of what is varied, in the syntax of overrides: `functions.api.memory`.
  public var path: String
  /// The values as they would be written in the scenario, with their units: at least one, no two alike.
  public var values: [String]

  /// The most values that a factor may have.
  public static let mostValues = 100_000

  /// A factor from its parts.
  public init(path: String, values: [String]) {
    self.path = path
    self.values = values
  }

  /// A factor as it is written: a path, an equals sign, then values with commas between them, of which each may also be a range:
  /// `128 MB,256 MB`, `4..40:4`, `30 s..360 s:30 s`, `{ exponential: { mean: 1 s } },1 s`.
  ///
  /// Commas within brackets and quotes part nothing.
  /// - Throws: `FactorFault`.
  public init(_ text: String) throws(FactorFault) {
    let scalars = Array(text.unicodeScalars)
    guard let equals = scalars.firstIndex(of: "="), scalars[..<equals].contains(where: { $0 != " " }) else {
      throw FactorFault(
        "it is not of the form path=values, as functions.api.memory=128 MB,256 MB or queues.jobs.delay=0 s..60 s:10 s", at: 0)
    }
    path = FactorFields.trimmed(scalars[..<equals]).text
    var values: [String] = []
    var seen: Set<String> = []
    for field in try FactorFields.split(scalars, from: equals + 1) {
      if field.scalars.isEmpty { throw FactorFault("a value is missing here", at: field.offset) }
      let range = try FactorRange(field)
      for value in range?.values ?? [field.text] {
        guard seen.insert(value).inserted else { throw FactorFault("the value '\(value)' is there twice", at: field.offset) }
        values.append(value)
      }
      if values.count > Self.mostValues {
        throw FactorFault("these are more than \(Self.mostValues) values; take a larger step", at: field.offset)
      }
    }
    self.values = values
  }
}

/// Why a text is no factor.
public struct FactorFault: Error, Equatable, Sendable {
  /// What is wrong, and how to mend it.
  public var message: String
  /// Where in the text, scalars from its start.
  public var offset: Int

  /// A fault at a place.
  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}
