/// The intrinsic functions of JSONPath templates.
///
/// - Source: Amazon States Language, Appendix B.
enum IntrinsicFunction: String, Sendable, CaseIterable {
  case format = "Format"
  case stringToJson = "StringToJson"
  case jsonToString = "JsonToString"
  case array = "Array"
  case arrayPartition = "ArrayPartition"
  case arrayContains = "ArrayContains"
  case arrayRange = "ArrayRange"
  case arrayGetItem = "ArrayGetItem"
  case arrayLength = "ArrayLength"
  case arrayUnique = "ArrayUnique"
  case base64Encode = "Base64Encode"
  case base64Decode = "Base64Decode"
  case hash = "Hash"
  case jsonMerge = "JsonMerge"
  case mathRandom = "MathRandom"
  case mathAdd = "MathAdd"
  case stringSplit = "StringSplit"
  case uuid = "UUID"

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .format: 1...Int.max
    case .array: 0...Int.max
    case .uuid: 0...0
    case .stringToJson, .jsonToString, .arrayLength, .arrayUnique, .base64Encode, .base64Decode: 1...1
    case .arrayPartition, .arrayContains, .arrayGetItem, .hash, .mathAdd, .stringSplit: 2...2
    case .arrayRange, .jsonMerge: 3...3
    case .mathRandom: 2...3
    }
  }

  /// Whether an argument, by its place from 0, must be a number if it is a literal.
  func wantsNumber(at index: Int) -> Bool {
    switch self {
    case .mathAdd, .mathRandom, .arrayRange: true
    case .arrayPartition, .arrayGetItem: index == 1
    default: false
    }
  }

  /// Whether an argument, by its place from 0, must be a text if it is a literal.
  func wantsText(at index: Int) -> Bool {
    switch self {
    case .format: index == 0
    case .stringToJson, .base64Encode, .base64Decode, .stringSplit: true
    case .hash: index == 1
    default: false
    }
  }
}
