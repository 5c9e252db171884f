import Fleet
import Scenarios
import Simulation
import Statistics
import Testing

/// Callers that give up before what they call does: what runs on is waste, and attempts multiply from tier to tier.
struct TimeoutLadderTests {
  /// A chain of functions that call the next one; the last works for 5 s, and each caller waits for 2 s, some times.
  private func record(tiers: Int, attempts: Int, client: String = "") throws -> RunRecord {
    let functions = (0...tiers).map { tier in
      let step =
        tier == tiers
        ? "{ wait: 5 s }" : "{ call: { to: tier\(tier + 1), timeout: 2 s, retry: { attempts: \(attempts), on: [timeout, error] } } }"
      return "  tier\(tier): { runtime: go, artifact: { size: 1 MB }, timeout: 1 min, provisionedConcurrency: 40, steps: [ \(step) ] }\n"
    }
    return try Simulated.record(
      """
      scenario: ladder
      platform: { profile: aws-lambda, thaw: none, hops: { call: 0 ms } }
      run: { duration: 1 min, drain: { upTo: 1 h } }
      functions:
      \(functions.joined())
      traffic: { calls: { to: tier0, schedule: cron(* * * * ? *)\(client) } }
      """)
  }

  private func second(_ seconds: Double) -> Int128 { Int128(seconds * 1e9) }

  /// The caller gives up after 2 s, and the other 3 s are waste.
  @Test func `a callee whose caller has given up runs on as waste`() throws {
    let record = try record(tiers: 1, attempts: 1)
    #expect(record.functions[0].errors == 1 && record.functions[0].duration.sum == second(2) && record.functions[0].wasted == 0)
    #expect(record.functions[1].succeeded == 1 && record.functions[1].duration.sum == second(5))
    #expect(record.functions[1].wasted == second(3))
    #expect(record.functions[1].meter.wastedMilliseconds == 3000)
    #expect(record.sources[0].lost[Int(Loss.error.rawValue)] == 1)
    #expect(record.functions[0].causes.spent(on: .clientTimeout) == second(2))
  }

  /// - Source: Amazon Builders' Library, Timeouts, retries and backoff with jitter: r attempts at each of d tiers are r^d at the last.
  @Test(arguments: 1...3, 1...3) func `attempts multiply from tier to tier`(tiers: Int, attempts: Int) throws {
    let record = try record(tiers: tiers, attempts: attempts)
    var calls: Int64 = 1
    for tier in 0...tiers {
      #expect(record.functions[tier].offered == calls, "tier \(tier)")
      calls *= Int64(attempts)
    }
  }

  /// Each of the three calls to the second tier is given up at 2 s and goes on to its own end at 6 s; of the first of its calls 3 s of 5
  /// are waste, of the two that it makes when nobody waits for it any more all of them.
  @Test func `what a given up function goes on to call is waste from the beginning`() throws {
    let record = try record(tiers: 2, attempts: 3)
    #expect(record.functions.map(\.offered) == [1, 3, 9])
    #expect(record.functions[0].duration.sum == second(6) && record.functions[1].duration.sum == second(18))
    #expect(record.functions[1].wasted == second(12))
    #expect(record.functions[2].wasted == second(3 * (3 + 5 + 5)))
    #expect(record.hops[0].attempts == 3 && record.hops[0].retried == 2 && record.hops[0].failed == 1)
  }

  /// The client goes after 1 s: all from then on is waste, down the chain.
  @Test func `a client that gives up wastes the whole chain`() throws {
    let record = try record(tiers: 1, attempts: 1, client: ", client: { timeout: 1 s }")
    #expect(record.functions[0].wasted == second(1) && record.functions[1].wasted == second(4))
    #expect(record.sources[0].lost[Int(Loss.clientTimeout.rawValue)] == 1)
  }

  /// The function itself ends after 3 s, while what it calls runs for 5 s.
  @Test func `a function that runs into its timeout gives up what it waits for`() throws {
    let record = try Simulated.record(
      """
      scenario: ladder
      platform: { profile: aws-lambda, hops: { call: 0 ms } }
      run: { duration: 1 min, drain: { upTo: 1 h } }
      functions:
        front: { runtime: go, artifact: { size: 1 MB }, timeout: 3 s, provisionedConcurrency: 1, steps: [ { call: { to: back } } ] }
        back: { runtime: go, artifact: { size: 1 MB }, timeout: 1 min, provisionedConcurrency: 1, steps: [ { wait: 5 s } ] }
      traffic: { calls: { to: front, schedule: cron(* * * * ? *) } }
      """)
    #expect(record.functions[0].timeouts == 1 && record.functions[0].causes.spent(on: .calling) == second(3))
    #expect(record.functions[1].succeeded == 1 && record.functions[1].wasted == second(2))
  }
}
