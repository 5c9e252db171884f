import Documents

/// Keys and values in the order in which they came.
///
/// An object of the input is read when it is first looked into, so that what an expression does not touch costs nothing.
/// It is changed only while it is built, or by a transform in the copy that the transform made.
final class Object {
  /// Objects up to this many keys are searched from end to end.
  private static let searched = 8

  /// The members of the input that are not read yet.
  private var source: [JSONValue.Member]?
  private var names: [String] = []
  private var contents: [Value] = []
  /// Where each key is, if there are many.
  private var places: [ExactText: Int]?
  private var levels = 1

  init() {}

  /// An object of the input.
  init(_ source: [JSONValue.Member]) {
    self.source = source
    levels = DocumentLimits.depth
  }

  /// Levels of values inside, this one counted.
  ///
  /// Those of input that is not read are taken for as many as a document may have.
  var nesting: Int { levels }

  /// What it was made of, if nobody looked into it.
  var untouched: [JSONValue.Member]? { source }

  var count: Int { source?.count ?? names.count }

  /// All keys, in order.
  var keys: [String] {
    read()
    return names
  }

  /// All values, in the order of their keys.
  var values: [Value] {
    read()
    return contents
  }

  /// The value of a key, if there is one.
  subscript(key: String) -> Value? {
    read()
    return place(of: key).map { contents[$0] }
  }

  /// Sets the value of a key; a new key goes to the end.
  func set(_ key: String, _ value: Value) {
    read()
    levels = max(levels, value.nesting + 1)
    if let place = place(of: key) {
      contents[place] = value
    } else {
      names.append(key)
      contents.append(value)
      if places != nil {
        places?[ExactText(key)] = names.count - 1
      } else if names.count > Object.searched {
        index()
      }
    }
  }

  /// Takes a key away, if it is there.
  func remove(_ key: String) {
    read()
    guard let place = place(of: key) else { return }
    names.remove(at: place)
    contents.remove(at: place)
    if places != nil { index() }
  }

  private func read() {
    guard let members = source else { return }
    source = nil
    names.reserveCapacity(members.count)
    contents.reserveCapacity(members.count)
    for member in members { set(member.key, Value(member.value)) }
  }

  private func index() {
    var places: [ExactText: Int] = [:]
    for (place, name) in names.enumerated() { places[ExactText(name)] = place }
    self.places = places
  }

  private func place(of key: String) -> Int? {
    if let places { return places[ExactText(key)] }
    return names.firstIndex { $0.isExactly(key) }
  }
}
