import Documents
import Testing

@testable import StatesLanguage

/// A JSON text that is known to be one.
func json(_ text: String) -> JSONValue { JSONValue(json: text)! }

/// An execution whose effects are looked at and answered one by one.
struct Driven {
  var execution: Execution
  var effects: [Effect] = []

  /// An execution of states that are given in JSON; the first of them begins.
  init(
    _ states: String, start: String, input: String = "{}", at now: Int64 = 0, limits: Limits = Limits(),
    conventions: Conventions = Conventions(), isPaced: Bool = false, keepsHistory: Bool = false
  ) throws {
    let text = #"{ "StartAt": "\#(start)", "States": {\#(states)} }"#
    let (machine, diagnostics) = StateMachine.read(json: SourceText(name: "machine.json", text: text))
    let read = try #require(machine, "\(diagnostics.map(\.summary))")
    execution = Execution(
      of: read, context: .sample, seed: 7, conventions: conventions, limits: limits, keepsHistory: keepsHistory, isPaced: isPaced)
    execution.start(input: json(input), at: now, into: &effects)
  }

  /// Answers the first effect.
  mutating func answer(_ answer: Answer, at now: Int64 = 0) throws {
    let token = try #require(effects.first?.token)
    effects.removeFirst()
    execution.resume(token, with: answer, at: now, into: &effects)
  }

  /// What the first effect asks for, in words.
  var next: String? { effects.first?.words }
}

extension Effect {
  /// What is to be answered to.
  var token: Token? {
    switch self {
    case .run(let request): request.token
    case .wait(let request): request.token
    case .step(let request): request.token
    case .runChild(let request): request.token
    case .readItems(let request), .writeResults(let request): request.token
    case .cancel, .ended: nil
    }
  }

  /// It in words.
  var words: String {
    switch self {
    case .run(let request): "run \(request.input.compact)"
    case .wait(let request): "wait \(Double(request.nanoseconds) / 1e9)\(request.isJittered ? " jittered" : "")"
    case .step(let request): "step \(request.state)"
    case .cancel(let token): "cancel \(token.strand)"
    case .runChild(let request): "child \(request.index) \(request.input.compact)"
    case .readItems(let request): "read \(request.parameters.compact)"
    case .writeResults(let request): "write \(request.data.compact)"
    case .ended(.succeeded(let output)): "succeeded \(output.compact)"
    case .ended(.failed(let error, let cause)): "failed \(error ?? "-") \(cause ?? "-")"
    case .ended(.timedOut): "timed out"
    case .ended(.aborted): "aborted"
    }
  }
}
