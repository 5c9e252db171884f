import Documents
import JSONata
import Testing

/// A case of a table: an expression and what it must give, as JSON in one line; nothing if it finds nothing, a code if it fails.
struct Example: CustomTestStringConvertible, Sendable {
  let expression: String
  let result: String

  init(_ expression: String, _ result: String) {
    self.expression = expression
    self.result = result
  }

  var testDescription: String { expression }
}

/// What an expression gives, as JSON in one line; "nothing" if it finds nothing, the code if it fails.
func evaluated(
  _ expression: String, _ input: JSONValue? = nil, _ bindings: [(name: String, value: JSONValue)] = [], dialect: Dialect = .plain,
  limits: Limits = Limits()
) -> String {
  // 2017-11-07T15:12:37.121Z
  var environment = Environment(milliseconds: 1_510_067_557_121, seed: 7, limits: limits)
  return evaluated(expression, input, bindings, dialect, &environment)
}

/// The same, in an environment that goes on.
func evaluated(
  _ expression: String, _ input: JSONValue?, _ bindings: [(name: String, value: JSONValue)], _ dialect: Dialect,
  _ environment: inout Environment
) -> String {
  do {
    let program = try Program(expression, dialect: dialect)
    return try program.evaluate(input: input, bindings: bindings, environment: &environment)?.compact ?? "nothing"
  } catch let fault as SyntaxFault {
    return fault.code
  } catch let failure as Failure {
    return failure.code
  } catch {
    return "\(error)"
  }
}

/// JSON, read by the language itself, which contains it.
func json(_ text: String) -> JSONValue {
  var environment = Environment(milliseconds: 0, seed: 0)
  do {
    return try Program(text).evaluate(input: nil, environment: &environment) ?? .null
  } catch {
    preconditionFailure("\(text) is no JSON: \(error)")
  }
}
