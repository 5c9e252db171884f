@testable import Fleet

/// A number in a record, found by reflection, so that no list of fields is trusted.
struct Leaf {
  /// The names from the record to the number, without places in lists.
  var path: String
  var name: String
  var value: Int128

  static func all(in value: Any, _ path: String = "", _ name: String = "") -> [Leaf] {
    switch value {
    case let number as any BinaryInteger: return [Leaf(path: path, name: name, value: Int128(number))]
    case let flag as Bool: return [Leaf(path: path, name: name, value: flag ? 1 : 0)]
    case let kind as Target.Kind: return [Leaf(path: path, name: name, value: Int128(kind.rawValue))]
    default:
      return Mirror(reflecting: value).children.flatMap { child in
        // The element of a list and what an optional holds are called as these are.
        let own = child.label.flatMap { $0 == "some" ? nil : $0 }
        return all(in: child.value, own.map { "\(path).\($0)" } ?? path, own ?? name)
      }
    }
  }
}
