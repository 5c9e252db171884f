internal import ArgumentParser

/// Measures M/M/1 on the bare engine.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "M/M/1 on the bare engine.",
    discussion: "The mean wait must be within four standard errors of theory. Columns: ns is CPU time of one customer.")

  @Option(help: "Arrivals in a mean service time, above 0 and below 1.")
  var load = 0.9

  @Option(help: "How many customers are served in a round.")
  var customers = 10_000_000

  @Option(help: "How often it is measured.")
  var rounds = 5

  func validate() throws {
    guard load > 0, load < 1 else { throw ValidationError("--load is above 0 and below 1") }
    guard customers > 0, rounds > 0 else { throw ValidationError("--customers and --rounds are above 0") }
  }

  func run() throws {
    print("load,customers,round,ns,events,mean_wait,expected_wait")
    for round in 1...rounds {
      let queue = SingleServerQueue(load: load, customers: customers, seed: UInt64(round))
      let outcome = queue.run()
      guard abs(outcome.meanWait - queue.expectedWait) <= 4 * queue.standardError else {
        throw Disagreement.meanWait(outcome.meanWait, expected: queue.expectedWait, standardError: queue.standardError)
      }
      print("\(load),\(customers),\(round),\(outcome.nanoseconds),\(outcome.events),\(outcome.meanWait),\(queue.expectedWait)")
    }
  }
}
