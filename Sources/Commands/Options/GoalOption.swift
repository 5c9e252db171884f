import Scenarios
import Statistics
import Studies

/// A metric as the command line gives it, with `max:` before it where more is better.
struct GoalOption: Equatable {
  /// The option behind which it stands.
  var option: String
  /// The text.
  var text: String
  /// Which values are better where the text does not say it.
  var standard = Preference.smaller

  private static let prefixes: [(text: String, better: Preference)] = [("min:", .smaller), ("max:", .larger)]

  private var prefix: (text: String, better: Preference)? { Self.prefixes.first { text.hasPrefix($0.text) } }

  /// Which values are better.
  var better: Preference { prefix?.better ?? standard }

  /// What is asked of the scenario.
  var asked: Questions.Asked { Questions.Asked(option: option, text: text, lead: prefix?.text.count ?? 0) }

  /// Two metrics with a comma between them; nil where there are more or fewer.
  static func pair(_ text: String, option: String) -> [GoalOption]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    return parts.count == 2 ? parts.map { GoalOption(option: option, text: String($0)) } : nil
  }
}
