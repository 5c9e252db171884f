import Variates

/// Definitions of state machines drawn at random: all types of states, retries, catchers, timeouts, callbacks and nested executions.
struct RandomMachine {
  private var draw: Draw
  private var count = 0
  private let nested: String?
  private let isExpress: Bool

  /// - Parameters:
  ///   - nested: the workflow whose executions tasks may start; nil for none.
  ///   - isExpress: whether it leaves out what Express executions do not have.
  init(_ key: UInt64, nested: String? = nil, isExpress: Bool = false) {
    draw = Draw(Key.mix(key))
    self.nested = nested
    self.isExpress = isExpress
  }

  private mutating func one(of n: Int) -> Int { Int(draw.below(UInt64(n))) }
  private mutating func happens(_ percent: Int) -> Bool { one(of: 100) < percent }

  /// A definition whose input has a number `n` and a list `items`.
  mutating func definition() -> String {
    let timeout = happens(30) ? "\"TimeoutSeconds\": \(5 + one(of: 20)), " : ""
    return "{ \(timeout)\(scope(depth: 0)) }"
  }

  private mutating func scope(depth: Int) -> String {
    let names = (0..<(1 + one(of: 4))).map { _ in
      count += 1
      return "S\(count)"
    }
    let states = names.enumerated().map { place, name in
      let rest = names[(place + 1)...]
      let next = rest.first.map { "\"Next\": \"\($0)\"" } ?? "\"End\": true"
      return "\"\(name)\": \(state(next, later: Array(rest), depth))"
    }
    return "\"StartAt\": \"\(names[0])\", \"States\": { \(states.joined(separator: ", ")) }"
  }

  private mutating func state(_ next: String, later: [String], _ depth: Int) -> String {
    switch one(of: depth < 2 ? 9 : 6) {
    case 0: return "{ \"Type\": \"Pass\", \(next) }"
    case 1: return "{ \"Type\": \"Wait\", \"Seconds\": \(one(of: 3)), \(next) }"
    case 2 where later.count > 1:
      return """
        { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericLessThan": \(one(of: 10)), "Next": "\(later[later.count - 1])" }],
          "Default": "\(later[0])" }
        """
    case 6:
      return """
        { "Type": "Parallel", "Branches": [{ \(scope(depth: depth + 1)) }, { \(scope(depth: depth + 1)) }], \(failing(later)) \(next) }
        """
    case 7, 8:
      // A Map within a Map is an inline one, as the outer one may have Express executions.
      let isInline = isExpress || depth > 0 || happens(50)
      let mode = isInline ? "\"INLINE\"" : "\"DISTRIBUTED\", \"ExecutionType\": \"\(happens(50) ? "STANDARD" : "EXPRESS")\""
      let tolerated = mode.hasPrefix("\"D") && happens(50) ? "\"ToleratedFailurePercentage\": 40," : ""
      return """
        { "Type": "Map", "ItemsPath": "$.items", "ItemSelector": { "n.$": "$.n", "items.$": "$.items" }, "MaxConcurrency": \(one(of: 3)),
          \(tolerated)
          "ItemProcessor": { "ProcessorConfig": { "Mode": \(mode) }, \(scope(depth: depth + 1)) }, \(failing(later)) \(next) }
        """
    default: return task(next, later, depth)
    }
  }

  private mutating func task(_ next: String, _ later: [String], _ depth: Int) -> String {
    let timeout = happens(30) ? "\"TimeoutSeconds\": \(1 + one(of: 3))," : ""
    let resource: String
    switch one(of: nested == nil || depth > 0 ? 4 : 6) {
    case 0: resource = "\"arn:aws:states:::sqs:sendMessage\", \"Parameters\": { \"QueueUrl\": \"letters\" }"
    case 4, 5:
      resource = """
        "arn:aws:states:::states:startExecution\(happens(70) ? ".sync:2" : "")", "Parameters": { "StateMachineArn":
          "arn:aws:states:us-east-1:123456789012:stateMachine:\(nested ?? "")", "Input": { "n.$": "$.n", "items.$": "$.items" } }
        """
    default: resource = "\"arn:aws:lambda:us-east-1:123456789012:function:\(happens(50) ? "flaky" : "slow")\""
    }
    return "{ \"Type\": \"Task\", \"Resource\": \(resource), \(timeout) \(failing(later)) \(next) }"
  }

  /// Retriers, catchers, and where the result goes.
  private mutating func failing(_ later: [String]) -> String {
    var text = "\"ResultPath\": \"$.last\","
    if happens(40) {
      text += """
         "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 2, "BackoffRate": 1.5, "MaxDelaySeconds": 3,
          "JitterStrategy": "\(happens(50) ? "FULL" : "NONE")" }],
        """
    }
    if happens(40), let last = later.last {
      text += " \"Catch\": [{ \"ErrorEquals\": [\"States.ALL\"], \"ResultPath\": \"$.last\", \"Next\": \"\(last)\" }],"
    }
    return text
  }
}
