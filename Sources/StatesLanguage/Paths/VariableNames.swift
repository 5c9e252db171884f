/// The variables of a machine: each name has a number, in the order in which the names were met.
struct VariableNames: Sendable {
  /// Names by number.
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a name; a new one gets the next.
  mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The number of a name that was met before.
  func known(_ name: String) -> Int? { numbers[name] }
}
