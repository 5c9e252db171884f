/// Which JSONata is spoken.
public enum Dialect: Sendable {
  /// JSONata 2.x as documented.
  case plain
  /// What AWS Step Functions takes between `{%` and `%}`.
  ///
  /// There is no input document, so `$`, `$$` and names of fields mean nothing outside of a path; `$eval` is missing, `$partition`,
  /// `$range`, `$hash`, `$uuid`, `$parse` and the seed of `$random` are added, and the version is 2.0.6, without `?:` and `??`.
  /// - Source: AWS Step Functions Developer Guide, transforming data with JSONata; Amazon States Language, JSONata.
  case statesLanguage
}
