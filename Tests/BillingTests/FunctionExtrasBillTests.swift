import Billing
import Testing

/// What functions cost beside requests and duration: pollers, streamed responses, the edge.
///
/// To the cent as the sources print it.
struct FunctionExtrasBillTests {
  let book: PriceBook

  init() throws {
    book = try BillingTests.book("aws-us-east-1")
  }

  /// - Source: AWS Lambda pricing page, example of response streaming; the free tier of streaming is used up by something else.
  @Test func `streamed responses cost what is above 6 MB each`() {
    var function = meter(3_000_000, of: 500, memory: 1536)
    let small = StreamingMeter.billedBytes(responseOf: 100 << 10)
    let large = StreamingMeter.billedBytes(responseOf: 7 << 20)
    #expect(small == 0 && large == 1 << 20)
    function.add(StreamingMeter(bytes: Usage(2_000_000 * small + 1_000_000 * large)))
    let others = Meter("others", StreamingMeter(bytes: Usage(bytes(gigabytes: 100))))
    let bill = Bill(for: [function, others], by: book, terms: .month(freeTier: true))
    #expect(bill.cents(.durationX86) == "30.83")
    #expect(bill.cents(.requests) == "0.40")
    let paid: Int64? = 1_000_000 << 20
    #expect(bill.lines.first { $0.item == .responseStreaming && $0.terms == .tier(0) }?.counts == paid)
    #expect(bill.cents(.responseStreaming) == "7.81")
    // The page adds up its rounded lines and prints 39.04; the exact sum is 39.0459.
    #expect(bill.total.text(decimals: 4) == "39.0459")
  }

  /// - Source: AWS Lambda pricing page, example of Kafka in provisioned mode; its requests contradict themselves and are left out.
  @Test func `pollers of Kafka cost 148 dollars for 800 hours`() {
    var function = meter(30_000_000, of: 2_000, memory: 1024)
    function[.requests] = 0
    function.add(PollerMeter(.kafka, unitMilliseconds: Usage(milliseconds(hours: 800))))
    let bill = Bill(for: [function], by: book, terms: .month(freeTier: true))
    let paid: Int64? = 59_600_000 * 1_024_000
    #expect(bill.lines.first { $0.item == .durationX86 && $0.terms == .tier(0) }?.counts == paid)
    // The page prints 993.3, which cuts off what its own quantity and price make.
    #expect(bill.total(of: .durationX86).text(decimals: 4) == "993.3353")
    #expect(bill.cents(.pollerKafka) == "148.00")
  }

  /// - Source: AWS Lambda pricing page, example of SQS in provisioned mode.
  @Test func `pollers of a queue cost 74 dollars for 8000 hours`() {
    var function = meter(30_000_000, of: 1_000, memory: 1024)
    function.add(PollerMeter(.queue, unitMilliseconds: Usage(milliseconds(hours: 8_000))))
    let bill = Bill(for: [function], by: book, terms: .month(freeTier: false))
    #expect(bill.cents(.durationX86) == "500.00")
    #expect(bill.cents(.requests) == "6.00")
    #expect(bill.cents(.pollerQueue) == "74.00")
    #expect(bill.total.description == "580.00")
  }

  /// - Source: AWS Lambda pricing page, example of Lambda@Edge: it adds up its rounded lines, 0.63 and 6.00.
  @Test func `ten million requests at the edge`() {
    var edge = EdgeMeter()
    edge.requests = 10_000_000
    edge.memoryMilliseconds = 12_800_000_000
    let bill = Bill(for: [Meter("edge", edge)], by: book, terms: .month(freeTier: true))
    #expect(bill.cents(.edgeDuration) == "0.63")
    #expect(bill.cents(.edgeRequests) == "6.00")
    #expect(bill.total.description == "6.63")
  }
}
