import Fleet
import Testing

@Suite("The fleet and the naive simulator")
struct NaiveFleetTests {
  @Test("both count the same on random fleets", arguments: 0..<10)
  func sameCounts(batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      let blueprint = RandomFleet.plain(seed)
      let record = try Run.simulate(blueprint)
      let naive = NaiveFleet.count(blueprint)
      for (function, pair) in zip(record.functions, naive).enumerated() {
        #expect(counts(of: pair.0) == pair.1, "seed \(seed), function \(function): \(blueprint.functions[function])")
      }
    }
  }

  @Test("the random fleets refuse, time out and start cold in every way that both know")
  func coverage() throws {
    var total = NaiveFleet.Counts()
    for seed in 0..<200 {
      for function in NaiveFleet.count(RandomFleet.plain(seed)) {
        total.offered += function.offered
        for reason in total.refused.indices { total.refused[reason] += function.refused[reason] }
        total.succeeded += function.succeeded
        total.timeouts += function.timeouts
        total.coldStarts += function.coldStarts
      }
    }
    let known: [Refusal] = [.concurrency, .reservedConcurrency, .scalingRate, .requestRate, .reservedRequestRate]
    for refusal in known { #expect(total.refused[Int(refusal.rawValue)] > 200, "\(refusal)") }
    #expect(total.offered > 20_000 && total.succeeded > 5000 && total.timeouts > 500 && total.coldStarts > 1000)
  }

  private func counts(of record: FunctionRecord) -> NaiveFleet.Counts {
    var counts = NaiveFleet.Counts()
    counts.offered = record.offered
    counts.refused = record.refused
    counts.succeeded = record.succeeded
    counts.timeouts = record.timeouts
    counts.coldStarts = record.coldStarts
    return counts
  }
}
