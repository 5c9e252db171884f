/// All functions.
///
/// - Source: JSONata, function library.
enum Library {
  private static let documented = table(
    strings + matching + encodings + numbers + formats + aggregation + booleans + arrays + objects + higherOrder + dates
      + [evaluation, random])

  /// What Step Functions has: no `$eval`, and some of its own.
  private static let statesLanguage = documented.filter { $0.key != "eval" }.merging(table(stepFunctions)) { $1 }

  /// The function of a name.
  static func function(_ name: String, _ dialect: Dialect) -> Native? {
    switch dialect {
    case .plain: documented[name]
    case .statesLanguage: statesLanguage[name]
    }
  }

  private static func table(_ functions: [Native]) -> [String: Native] {
    Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
  }
}
