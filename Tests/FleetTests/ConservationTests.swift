import Simulation
import Statistics
import Testing

@testable import Fleet

@Suite("Conservation")
struct ConservationTests {
  @Test("nothing is lost and no limit exceeded in random fleets", arguments: 0..<10)
  func random(batch: Int) throws {
    for seed in batch * 50..<(batch + 1) * 50 {
      try RandomFleet.expect(RandomFleet.full(seed), "fleet \(seed)") { try Conservation.violations(in: $0) }
    }
  }

  /// A property holds of fleets in which nothing happens, too.
  @Test("the random fleets call, give up, fail and are refused in every way")
  func coverage() throws {
    var services = ServiceRecord()
    var hops = HopRecord(of: 0, to: Target(.function, 0))
    var refused = [Int64](repeating: 0, count: Refusal.allCases.count)
    var wasted: Int128 = 0
    for seed in 0..<200 {
      let record = try Run.simulate(RandomFleet.full(seed))
      wasted += record.functions.reduce(0) { $0 + $1.wasted }
      for hop in record.hops {
        hops.retried += hop.retried
        hops.rejected += hop.rejected
        hops.opened += hop.opened
        hops.unpaid += hop.unpaid
        hops.paced += hop.paced
      }
      for function in record.functions {
        for index in refused.indices { refused[index] += function.refused[index] }
      }
      for service in record.services {
        services.answered += service.answered
        services.served += service.served
        services.errors += service.errors
        services.stalled += service.stalled
        services.abandoned += service.abandoned
        services.leftLine += service.leftLine
        services.over += service.over
        for index in services.rejected.indices { services.rejected[index] += service.rejected[index] }
      }
    }
    #expect(services.served > 1000 && services.errors > 100 && services.stalled > 10)
    #expect(services.rejected.allSatisfy { $0 > 10 }, "\(services.rejected)")
    #expect(services.abandoned > 100 && services.leftLine > 10 && services.over > 0 && wasted > 0)
    #expect(services.answered > 0 && hops.retried > 1000 && hops.rejected > 100 && hops.opened > 100, "\(hops)")
    #expect(hops.unpaid > 10 && hops.paced > 0, "\(hops)")
    #expect(refused[Int(Refusal.outage.rawValue)] > 10 && refused[Int(Refusal.injectedThrottle.rawValue)] > 10, "\(refused)")
  }
}
