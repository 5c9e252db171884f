import Billing
import Testing

/// Sums of meters, and what of them is wasted.
struct MeterTests {
  let book: PriceBook

  init() throws {
    book = try BillingTests.book("aws-us-east-1")
  }

  /// A meter with something of every item, different for each seed.
  func meter(_ name: String, seed: Int64) -> Meter {
    var meter = Meter(name)
    meter.ownPrice = Price(ExactDecimal(3, exponent: -1), per: .request)
    for (index, item) in BilledItem.allCases.enumerated() {
      let scale = Int128(item.unit.countsOfPrice) * Int128((seed &* 7_919 &+ Int64(index) &* 104_729) % 1_000) / 7
      let counts = Int64(scale)
      meter.add(Usage(counts, wasted: counts / (2 + seed % 5)), of: item)
    }
    return meter
  }

  @Test(arguments: 1...20)
  func `the bill of a sum is the bill of the merged meters`(seed: Int64) {
    let parts = (0..<5).map { meter("part", seed: seed * 5 + $0) }
    var whole = Meter("part")
    for part in parts { whole.merge(part) }
    for terms in [Bill.Terms.firstTier, .month(freeTier: false), .month(freeTier: true)] {
      let apart = Bill(for: parts.map(unpriced), by: book, terms: terms)
      let together = Bill(for: [unpriced(whole)], by: book, terms: terms)
      #expect(apart.lines == together.lines)
      #expect(apart.total(of: "part") == together.total)
    }
  }

  /// The meter without what it used at a price of its own: such lines are a component's and not the account's.
  func unpriced(_ meter: Meter) -> Meter {
    var meter = meter
    meter[.service] = 0
    meter.wasted[.service] = 0
    return meter
  }

  @Test func `parts that are merged count as parts that are added one after another`() {
    var first = QueueMeter(.fifo, requests: Usage(7, wasted: 2))
    let second = QueueMeter(.fifo, requests: Usage(5, wasted: 1))
    var apart = Meter("jobs", first)
    apart.add(second)
    first.merge(second)
    #expect(apart == Meter("jobs", first))
    #expect(apart.wasted[.queueFIFO] == 3)
  }

  @Test func `what is wasted is billed and shown apart`() {
    var queue = QueueMeter(.standard)
    for attempt in 0..<4 { queue.add(callOf: 100_000, wasted: attempt > 0) }
    let share = Bill.run([Meter("jobs", queue)], by: book).shares[0]
    #expect((share.counts, share.wasted) == (8, 6))
    #expect(share.amount.nanodollars == 3_200 && share.wastedAtFirstPrice.nanodollars == 2_400)
  }

  @Test func `a month scales what is wasted with the rest`() {
    let meter = Meter("jobs", QueueMeter(.standard, requests: Usage(10, wasted: 3)))
    let month = meter.scaledToMonth(window: 3_600_000_000_000)
    #expect(month[.queueStandard] == 7_300 && month.wasted[.queueStandard] == 2_190)
  }

  @Test func `what is kept costs by its time average`() {
    var stream = StreamMeter()
    stream.shardMilliseconds = Usage(4 * 60_000)
    let bill = Bill.month([Meter("clicks", stream)], window: 60_000_000_000, by: book, freeTier: true)
    #expect(bill.total.description == "43.80")
  }

  @Test func `every item of a book has a path of its own and none is the beginning of another`() {
    let paths = BilledItem.allCases.map(\.path)
    #expect(Set(paths).count == paths.count)
    for path in paths { #expect(!paths.contains { $0.hasPrefix(path + ".") }, "\(path)") }
    #expect(BilledItem.inBooks.filter { book.rates[$0] == nil } == [.vCPU, .memory, .cpuTime, .subscription])
  }

  @Test func `an allowance is for all that is counted alike below its path`() {
    #expect(PriceBook.items(ofAllowance: "queue") == [.queueStandard, .queueFIFO])
    #expect(PriceBook.items(ofAllowance: "duration") == [.durationX86, .durationARM])
    #expect(PriceBook.items(ofAllowance: "topic") == nil)
    #expect(PriceBook.items(ofAllowance: "topic.standard") == [.topicPublishes])
    #expect(PriceBook.items(ofAllowance: "subscription") == nil)
    #expect(PriceBook.items(ofAllowance: "que") == nil)
  }
}
