import ArgumentParser

/// A change of a variant as the command line gives it: `name=path=value`, or `name=@patch.yaml`.
struct VariantOption: Equatable, ExpressibleByArgument {
  /// What a variant changes.
  enum Change: Equatable {
    /// A value by its path.
    case setting(String)
    /// All that a file lays over the scenario.
    case patch(String)
  }

  /// The variant's name.
  var name: String
  /// What it changes.
  var change: Change

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    name = String(argument[..<equals])
    let rest = argument[argument.index(after: equals)...]
    if rest.hasPrefix("@"), rest.count > 1 {
      change = .patch(String(rest.dropFirst()))
    } else if let second = rest.firstIndex(of: "="), second != rest.startIndex {
      change = .setting(String(rest))
    } else {
      return nil
    }
  }
}
