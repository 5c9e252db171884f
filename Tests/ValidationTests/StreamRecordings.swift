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

/// What was recorded on AWS of a mapping from a stream to a function.
///
/// - Source: localstack/localstack, tests/aws/services/lambda_/event_source_mapping, test_lambda_integration_kinesis.snapshot.json and
///   test_lambda_integration_dynamodbstreams.snapshot.json, Apache-2.0.
struct StreamRecording: Decodable {
  var test: String
  var content: Recorded

  /// The recordings of a stream's kind, by the name of the test.
  ///
  /// They are not part of the repository: the folder that FLEETSIM_REFERENCE_DATA names holds them.
  static func all(_ kind: String) throws -> [String: StreamRecording] {
    let folder = try #require(folder)
    let file = kind == "kinesis" ? "kinesis.json" : "dynamodbstreams.json"
    let list = try JSONDecoder().decode([StreamRecording].self, from: try Data(contentsOf: URL(filePath: "\(folder)/\(file)")))
    return Dictionary(uniqueKeysWithValues: list.map { ($0.test, $0) })
  }

  static var folder: String? { ProcessInfo.processInfo.environment["FLEETSIM_REFERENCE_DATA"].map { "\($0)/esm" } }

  /// The mapping as AWS echoed it.
  var mapping: Recorded? { content["create_event_source_mapping_response"] ?? content["create_event_source_mapping_response-a"] }

  /// The trigger's settings as scenario text; as the test made the mapping where the recording does not hold it.
  func trigger(unrecorded: String?) -> String? {
    guard let mapping else { return unrecorded }
    func number(_ key: String) -> Int { mapping[key]?.number ?? 0 }
    var settings = ["batchSize: \(number("BatchSize"))", "parallelizationFactor: \(number("ParallelizationFactor"))"]
    settings.append("window: \(number("MaximumBatchingWindowInSeconds")) s")
    settings.append("tumblingWindow: \(number("TumblingWindowInSeconds")) s")
    settings.append("startingPosition: \(mapping["StartingPosition"]?.text == "LATEST" ? "latest" : "trimHorizon")")
    settings.append("bisectOnError: \(mapping["BisectBatchOnFunctionError"]?.flag ?? false)")
    settings.append("reportBatchItemFailures: \(mapping["FunctionResponseTypes"]?.list.first?.text == "ReportBatchItemFailures")")
    if number("MaximumRetryAttempts") >= 0 { settings.append("retries: \(number("MaximumRetryAttempts"))") }
    if number("MaximumRecordAgeInSeconds") >= 0 { settings.append("maximumRecordAge: \(number("MaximumRecordAgeInSeconds")) s") }
    return "{ \(settings.joined(separator: ", ")) }"
  }
}
