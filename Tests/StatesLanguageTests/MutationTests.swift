import Documents
import Testing

@testable import StatesLanguage

/// Damaged definitions: whatever stands in them, reading ends with findings or a machine.
@Suite(.enabled(if: ReferenceFiles.isThere, "FLEETSIM_REFERENCE_DATA is not set"))
struct MutationTests {
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "null", "-1", "1e400", "true", "\"$\"", "\"$.a[?(@.b\"", "\"States.Format(\"", "$", "\\", "\\u",
    "'", "{% ", "%}", "é",
  ]

  @Test func `damaged definitions are read to an end, and what loads runs`() throws {
    var entropy = Entropy(seed: 3)
    var loaded = 0
    for name in try ReferenceFiles.names(in: "lint-asl-validator") {
      let text = Array(try ReferenceFiles.text("lint-asl-validator/\(name)").text.unicodeScalars)
      for _ in 0..<60 {
        var damaged = text
        for _ in 0...entropy.below(3) {
          let start = Int(entropy.below(UInt64(damaged.count)))
          let end = min(damaged.count, start + Int(entropy.below(12)))
          let piece = MutationTests.pieces[Int(entropy.below(UInt64(MutationTests.pieces.count)))]
          damaged.replaceSubrange(start..<end, with: entropy.below(2) == 0 ? Array(piece.unicodeScalars) : [])
        }
        let source = SourceText(name: name, text: String(String.UnicodeScalarView(damaged)))
        let (machine, diagnostics) = StateMachine.read(json: source)
        #expect((machine == nil) == diagnostics.hasErrors)
        guard let machine else { continue }
        loaded += 1
        run(machine)
      }
    }
    #expect(loaded > 100)
  }

  /// Answers whatever is asked for with the input of the task, at most a hundred times.
  private func run(_ machine: StateMachine) {
    var execution = Execution(of: machine, context: .sample)
    var effects: [Effect] = []
    execution.start(input: json(#"{"a":[1,"x",{}],"vals":[1,2,3,4]}"#), at: 0, into: &effects)
    for _ in 0..<100 where !effects.isEmpty {
      let effect = effects.removeFirst()
      guard let token = effect.token else { continue }
      if case .run(let request) = effect {
        execution.resume(token, with: .succeeded(request.input), at: 0, into: &effects)
      } else if case .wait = effect {
        execution.resume(token, with: .elapsed, at: 0, into: &effects)
      } else {
        execution.resume(token, with: .succeeded(.array([.integer(1)])), at: 0, into: &effects)
      }
    }
  }
}
