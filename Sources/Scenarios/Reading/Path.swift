/// The path of a value in a scenario, such as `functions.api.steps[1].wait`.
indirect enum Path {
  /// The scenario itself.
  case root
  /// The value of a key.
  case key(Path, String)
  /// An element of a list, from 0.
  case index(Path, Int)

  /// The path as it is written in findings and overrides.
  var text: String {
    switch self {
    case .root: ""
    case .key(.root, let key): key
    case .key(let parent, let key): "\(parent.text).\(key)"
    case .index(let parent, let index): "\(parent.text)[\(index)]"
    }
  }
}
