/// A replay as scenario text.
extension QueueReplay {
  /// Whether the function is busy with an earlier message of the group until all messages have come, so that they are one batch.
  private var isHeld: Bool { isFIFO && initial == 0 }

  /// What is sent, all within a second; a busy function gets an earlier message, and nothing counts that was sent before 2 s.
  var items: [ReplayedItems] {
    let counts = [("good", good), ("late", late), ("bad", bad), ("other", others)]
    var items = isHeld ? [ReplayedItems("slow", "0*5 1")] : []
    for (index, (kind, count)) in counts.enumerated() where count > 0 {
      let here = isApart ? Array(repeating: "1", count: count).joined(separator: " 0*99 ") : "\(count)"
      items.append(ReplayedItems(kind, "0*\((isHeld ? 30 : 10) + index) \(here)"))
    }
    return items
  }

  func scenario(_ trigger: String, seed: Int64) -> String { takesEvents ? eventScenario(seed) : queueScenario(trigger, seed) }

  private func queueScenario(_ trigger: String, _ seed: Int64) -> String {
    let kind = isFIFO ? "fifo" : "standard"
    let redrive = receives.map { ", maxReceiveCount: \($0), deadLetter: dead" } ?? ""
    let key = "{ uniform: { n: 1 } }"
    let initial = isFIFO ? "{ count: \(initial), key: \(key) }" : "\(initial)"
    // What fails at the first attempt asks for something that is out of order until then.
    let service = "services: { later: { latency: 5 ms, outages: [{ at: 0 s, for: \(isHeld ? 10 : 4) s, manner: reject }] } }"
    return """
      scenario: recording
      platform: aws-lambda
      run: { duration: 10 min, warmUp: \(isHeld ? 2 : 0) s, seed: \(seed) }
      functions:
        f:
          runtime: python3.12
          timeout: \(visibility) s
          \(reserved.map { "reservedConcurrency: \($0)" } ?? "")
          triggers: { jobs: \(trigger) }
          \(failure == .exception ? "steps" : "perItem"): [ \(steps) ]
      queues:
        jobs: { kind: \(kind), visibilityTimeout: \(visibility) s\(redrive), initial: \(initial) }
        \(receives == nil ? "" : "dead: { kind: \(kind) }")
      \(late > 0 ? service : "")
      \(items.isEmpty ? "traffic: {}" : "traffic:\n" + ReplayedItems.sources(items, to: "jobs", key: isFIFO ? key : nil))
      """
  }

  /// Only kinds that come may be asked for.
  private var steps: String {
    let fail = "{ fail: { chance: 100%, error: Bad } }"
    if initial > 0 { return seconds > 0 ? "{ wait: \(seconds) s }" : fail }
    let cases = [("slow", "{ wait: 6 s }", isHeld), ("late", "{ request: { to: later } }", late > 0), ("bad", fail, bad > 0)]
    let known = cases.filter(\.2).map { "{ when: \($0.0), steps: [ \($0.1) ] }" }
    if known.isEmpty { return "{ compute: 5 ms }" }
    return "{ choose: { by: kind, cases: [ \(known.joined(separator: ", ")) ], otherwise: [ { compute: 5 ms } ] } }"
  }

  private func eventScenario(_ seed: Int64) -> String {
    """
    scenario: recording
    platform: aws-lambda
    run: { duration: 10 min, seed: \(seed) }
    functions:
      f:
        runtime: python3.12
        async: { retries: 0, deadLetter: dead }
        steps: [ \(steps) ]
      caller:
        runtime: python3.12
        steps: [ { invoke: { to: f } } ]
    queues:
      dead: { kind: standard }
    traffic:
    \(ReplayedItems.sources(items, to: "caller"))
    """
  }
}
