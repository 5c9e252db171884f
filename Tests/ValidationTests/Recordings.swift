import FoundationEssentials
import Testing

/// A JSON value of a recording.
indirect enum Recorded: Decodable {
  case object([String: Recorded])
  case list([Recorded])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let flag = try? box.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? box.decode(Double.self) {
      self = .number(number)
    } else if let text = try? box.decode(String.self) {
      self = .text(text)
    } else if let list = try? box.decode([Recorded].self) {
      self = .list(list)
    } else {
      self = .object(try box.decode([String: Recorded].self))
    }
  }

  subscript(key: String) -> Recorded? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var number: Int? { if case .number(let number) = self { Int(number) } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  var list: [Recorded] { if case .list(let list) = self { list } else { [] } }

  /// Everything inside it that has a key, wherever it stands.
  func all(_ key: String) -> [Recorded] {
    switch self {
    case .object(let members): members.flatMap { ($0.key == key ? [$0.value] : []) + $0.value.all(key) }
    case .list(let list): list.flatMap { $0.all(key) }
    default: []
    }
  }
}

/// What was recorded on AWS of a mapping from a queue or a stream to a function.
///
/// - Source: localstack/localstack, tests/aws/services/lambda_/event_source_mapping, the snapshots test_lambda_integration_kinesis,
///   test_lambda_integration_dynamodbstreams and test_lambda_integration_sqs, Apache-2.0.
struct Recording: Decodable {
  var test: String
  var content: Recorded

  /// The recordings of a kind of source, by the name of the test.
  ///
  /// They are not part of the repository: the folder that FLEETSIM_REFERENCE_DATA names holds them.
  static func all(_ kind: String) throws -> [String: Recording] {
    let url = URL(filePath: "\(try #require(folder))/\(kind == "dynamodb" ? "dynamodbstreams" : kind).json")
    let list = try JSONDecoder().decode([Recording].self, from: try Data(contentsOf: url))
    return Dictionary(uniqueKeysWithValues: list.map { ($0.test, $0) })
  }

  static var folder: String? { ProcessInfo.processInfo.environment["FLEETSIM_REFERENCE_DATA"].map { "\($0)/esm" } }

  /// The mapping as AWS echoed it, the first time.
  var mapping: Recorded? {
    guard case .object(let members) = content else { return nil }
    return members.sorted { $0.key < $1.key }.map(\.value).first { $0["BatchSize"] != nil }
  }

  /// Whether AWS is recorded to have refused something.
  var holdsRefusal: Bool { !content.all("Error").isEmpty }
}

/// What is done with a recording: it is replayed, what AWS refused is refused by a check, or there is a reason why neither.
enum RecordingUse<Replay: Sendable>: Sendable {
  case replay(Replay)
  case refused(RefusedMapping)
  case not(String)

  var replay: Replay? { if case .replay(let replay) = self { replay } else { nil } }
  var refused: RefusedMapping? { if case .refused(let refused) = self { refused } else { nil } }
}
