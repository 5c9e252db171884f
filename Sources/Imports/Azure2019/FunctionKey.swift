/// What names a function of the trace: the hashes of its owner, its app and itself; a function's hash alone is not unique.
struct FunctionKey: Hashable {
  /// The owner's hash.
  var owner: String
  /// The app's hash.
  var app: String
  /// The function's hash; empty in a key of an app.
  var function: String

  /// The columns that hold it.
  static let columns = ["HashOwner", "HashApp", "HashFunction"]

  /// The app that the function belongs to.
  var ofApp: FunctionKey { FunctionKey(owner: owner, app: app, function: "") }

  /// Whether the key comes before another: by function, then app, then owner.
  func precedes(_ other: FunctionKey) -> Bool {
    (function, app, owner) < (other.function, other.app, other.owner)
  }

  /// The text that a function's random draws are made from.
  var text: String { "\(owner),\(app),\(function)" }
}
