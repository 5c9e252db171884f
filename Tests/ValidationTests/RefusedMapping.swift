import Documents
import Scenarios
import Testing

/// A mapping that AWS refused to make: a scenario with it has an error.
struct RefusedMapping: Sendable {
  /// The triggers as scenario text.
  var triggers: String
  /// The code of the finding.
  var code: String

  /// A queue or stream that does not exist.
  static func missing(_ name: String) -> RefusedMapping { RefusedMapping(triggers: "{ \(name): {} }", code: "FS3001") }

  /// One mapping twice.
  static func twice(_ name: String) -> RefusedMapping { RefusedMapping(triggers: "{ \(name): {}, \(name): {} }", code: "FS1009") }

  /// Expects that the recording holds a refusal, that a scenario of it is refused, and that what AWS made instead is not.
  func check(_ recording: Recording) throws {
    #expect(!recording.content.all("Error").isEmpty, "\(recording.test): AWS refused nothing")
    let errors = parse(triggers).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code], "\(recording.test): \(errors.map(\.rendered).joined())")
    let plain = parse("{ jobs: {}, records: {} }")
    let scenario = try #require(plain.scenario, "\(plain.diagnostics.map(\.rendered).joined())")
    guard let size = recording.mapping?["BatchSize"]?.number else { return }
    let sizes = scenario.functions[0].triggers.map { trigger in
      switch trigger.trigger {
      case .queue(let queue): queue.batchSize
      case .stream(let stream): stream.batchSize
      case .push: 0
      }
    }
    #expect(sizes[triggers.contains("jobs") ? 0 : 1] == size, "\(recording.test): the size of batches where none is said")
  }

  private func parse(_ triggers: String) -> ScenarioResult {
    Scenario.parse(
      """
      scenario: recording
      platform: aws-lambda
      run: { duration: 10 min }
      functions:
        f: { runtime: python3.12, timeout: 3 s, triggers: \(triggers) }
      queues:
        jobs: { initial: 1 }
      streams:
        records: { kind: kinesis, shards: 1, initial: 1 }
      traffic: {}
      """)
  }
}
