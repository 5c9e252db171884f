import Billing
import Testing

/// The bills of queues, streams, tables, topics, buses and schedules against worked examples, to the cent as their sources print them.
struct MessagingBillTests {
  let book: PriceBook

  init() throws {
    book = try BillingTests.book("aws-us-east-1")
  }

  func bill(_ part: some ComponentMeter, freeTier: Bool = false) -> Bill {
    Bill(for: [Meter("part", part)], by: book, terms: .month(freeTier: freeTier))
  }

  /// - Source: Infracost golden tests, Amazon SQS.
  @Test(arguments: [(QueueMeter.Kind.standard, Int64(128), "0.80"), (.fifo, 63, "0.50")])
  func `a queue's requests are billed by the 64 KB`(kind: QueueMeter.Kind, kilobytes: Int64, cost: String) {
    let queue = QueueMeter(kind, requests: Usage(1_000_000 * QueueMeter.units(bytes: kilobytes << 10)))
    #expect(bill(queue).total.description == cost)
  }

  @Test func `a batch is one call and an empty receive is one too`() {
    var queue = QueueMeter(.standard)
    queue.add(callOf: 10 * 4_096)
    queue.add(callOf: 0)
    #expect(queue.requests == 2)
    #expect([0, 1, 65_536, 65_537, 1 << 20].map { QueueMeter.units(bytes: $0) } == [1, 1, 1, 2, 16])
  }

  @Test func `both kinds of queue use up one free million and have tiers of their own`() {
    let standard = Meter("a", QueueMeter(.standard, requests: 100_000_750_000))
    let fifo = Meter("b", QueueMeter(.fifo, requests: 250_000))
    let free = Bill(for: [standard, fifo], by: book, terms: .month(freeTier: true)).lines.filter { $0.terms == .free }
    #expect(free.reduce(0) { $0 + $1.counts } == 1_000_000)
    let tiers = Bill(for: [standard, fifo], by: book, terms: .month(freeTier: false)).lines
    #expect(tiers.map(\.counts) == [100_000_000_000, 750_000, 250_000])
    #expect(tiers.map(\.amount.description) == ["40000.00", "0.23", "0.13"])
  }

  /// - Source: Infracost golden tests, Amazon Kinesis, provisioned.
  @Test func `a provisioned stream costs shards, units, retention and fan-out`() {
    var stream = StreamMeter()
    stream.shardMilliseconds = Usage(milliseconds(hours: 4 * 730))
    stream.putUnits = 6_500_000
    stream.extendedShardMilliseconds = Usage(milliseconds(hours: 100))
    stream.longRetention = Usage(month(gigabytes: 100))
    stream.retrievedBytes = Usage(bytes(gigabytes: 100))
    stream.consumerShardMilliseconds = Usage(milliseconds(hours: 100))
    stream.fanOutBytes = Usage(bytes(gigabytes: 100))
    #expect(bill(stream).lines.map(\.amount.description) == ["43.80", "0.09", "2.00", "2.30", "2.10", "1.50", "1.30"])
  }

  /// - Source: Amazon Kinesis Data Streams pricing page of old, example of 35 KB records; arithmetic derived.
  @Test func `a hundred records of 35 KB a second need four shards and cost 1.68 a day`() {
    let (perSecond, size): (Int64, Int64) = (100, 35 << 10)
    let shards = (perSecond * size + (1 << 20) - 1) >> 20
    var stream = StreamMeter()
    stream.shardMilliseconds = Usage(milliseconds(hours: shards * 24))
    stream.putUnits = Usage(perSecond * 86_400 * StreamMeter.units(bytes: size))
    #expect(shards == 4 && stream.putUnits == 17_280_000)
    #expect(bill(stream).lines.map(\.amount.description) == ["1.44", "0.24"])
    #expect(bill(stream).total.description == "1.68")
  }

  /// - Source: Infracost golden tests, Amazon Kinesis, on demand.
  @Test func `a stream on demand costs its time and its data`() {
    var stream = OnDemandStreamMeter()
    stream.milliseconds = Usage(milliseconds(hours: 730))
    stream.bytesIn = Usage(bytes(gigabytes: 1) / 5)
    stream.bytesOut = Usage(bytes(gigabytes: 1) / 5)
    #expect(bill(stream).lines.map(\.amount.description) == ["29.20", "0.02", "0.01"])
    stream = OnDemandStreamMeter()
    stream.add(recordOf: 1_025)
    stream.add(recordOf: 1)
    #expect(stream.bytesIn == 3_072)
    stream.fanOutBytes = Usage(bytes(gigabytes: 100))
    stream.extendedRetention = Usage(month(gigabytes: 100))
    stream.longRetention = Usage(month(gigabytes: 100))
    #expect(bill(stream).lines.map(\.amount.description) == ["0.00", "5.00", "10.00", "2.30"])
  }

  /// - Source: Infracost golden tests, Amazon DynamoDB on demand.
  @Test func `a table on demand costs units, storage and reads of its stream`() {
    var table = TableMeter()
    table.writes = 3_000_000
    table.reads = 8_000_000
    table.streamReads = 2_000_000
    table.storage = Usage(month(gigabytes: 230))
    #expect(bill(table).lines.map(\.amount.description) == ["1.88", "1.00", "0.40", "57.50"])
    #expect(bill(table, freeTier: true).cents(.tableStorage) == "51.25")
  }

  /// - Source: arithmetic on Amazon SNS's prices.
  @Test func `a topic costs publishes by the 64 KB and deliveries over HTTP`() {
    var topic = TopicMeter(.standard)
    topic.publishes = Usage(2_000_000 * TopicMeter.units(bytes: 65_537))
    topic.deliveries = 1_100_000
    #expect(bill(topic).lines.map(\.amount.description) == ["2.00", "0.66"])
    #expect(bill(topic, freeTier: true).lines.filter { $0.terms == .tier(0) }.map(\.amount.description) == ["1.50", "0.60"])
  }

  /// - Source: arithmetic on Amazon SNS's prices.
  @Test func `a FIFO topic costs messages and bytes in both directions`() {
    var topic = TopicMeter(.fifo)
    topic.add(publishOf: 100_000)
    topic.add(deliveryOf: 100_000)
    #expect(topic.publishes == 1 && topic.publishedBytes == 100_000 && topic.deliveredBytes == 100_000)
    topic.publishes = 10_000_000
    topic.publishedBytes = Usage(bytes(gigabytes: 100))
    topic.deliveries = 20_000_000
    topic.deliveredBytes = Usage(bytes(gigabytes: 200))
    #expect(bill(topic).lines.map(\.amount.description) == ["3.00", "1.70", "0.20", "0.20"])
  }

  /// - Source: arithmetic on Amazon EventBridge's prices.
  @Test func `a bus costs its events and a schedule its invocations beyond fourteen million`() {
    var bus = BusMeter()
    bus.add(eventOf: 65_537)
    #expect(bus.events == 2)
    #expect(bill(BusMeter(events: 3_000_000), freeTier: true).total.description == "3.00")
    #expect(bill(ScheduleMeter(invocations: 14_000_000), freeTier: true).total == .zero)
    #expect(bill(ScheduleMeter(invocations: 15_000_000), freeTier: true).total.description == "1.00")
  }

  /// - Source: arithmetic on Amazon S3's prices.
  @Test func `a bucket costs its requests and what it keeps`() {
    var bucket = BucketMeter()
    bucket.puts = 200_000
    bucket.gets = 5_000_000
    bucket.storage = Usage(month(gigabytes: 1_000))
    #expect(bill(bucket).lines.map(\.amount.description) == ["1.00", "2.00", "23.00"])
  }
}
