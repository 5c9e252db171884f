internal import Documents

extension ContinueAs {
  static func read(_ f: inout Fields) -> ContinueAs {
    let reserve = f.required("reserve", .duration(.positive), "with more time left than this the next pass is begun")
    let save = f.given("save", .section(Save.read), shown: "nothing", "the checkpoint that is stored before")
    return ContinueAs(of: f.path.element, reserve: reserve, save: save)
  }
}

extension ContinueAs.Save {
  static func read(_ f: inout Fields) -> Self {
    Self(
      to: f.required("to", .name(example: "blobs"), "the bucket that takes it"),
      size: f.required("size", .sizes, "its size"))
  }
}

extension Path {
  /// The name of the element in whose section it leads; empty outside.
  fileprivate var element: String {
    switch self {
    case .root, .key(.root, _): ""
    case .key(.key(.root, _), let name): name
    case .key(let parent, _), .index(let parent, _): parent.element
    }
  }
}
