import Simulation
import Testing
import Variates

@testable import Fleet

@Suite("Records as numbers")
struct RecordNumbersTests {
  @Test("a record is read from its numbers as it was")
  func numbers() throws {
    for seed in 0..<150 {
      let record = try Run.simulate(RandomFleet.full(seed))
      let numbers = try #require(record.numbers, "fleet \(seed)")
      #expect(RunRecord(numbers: numbers) == record, "fleet \(seed)")
    }
  }

  @Test("whatever numbers are read, they make no record or one that can be added up")
  func strangeNumbers() throws {
    for seed in 0..<150 {
      var draw = Draw(case: seed)
      let record = try Run.simulate(RandomFleet.full(seed))
      let numbers = try #require(record.numbers)
      var read = 0
      for _ in 0..<60 {
        var strange = numbers
        switch draw.below(3) {
        case 0: strange.removeLast(Int(draw.below(UInt64(numbers.count))))
        default:
          for _ in 0...draw.below(3) {
            strange[Int(draw.below(UInt64(numbers.count)))] = draw.one(of: [-1, 0, 1, 2, 40, 1000, 1 << 52, 1 << 53 - 1, 1 << 53, .max])
          }
        }
        guard let other = RunRecord(numbers: strange) else { continue }
        read += 1
        var sum = other
        for _ in 0..<3 { sum.add(other) }
        if record.hasShape(of: other) {
          var both = record
          both.add(other)
          #expect(both.hasShape(of: record))
        }
      }
      #expect(read > 0, "fleet \(seed)")
    }
  }

  @Test(
    "sums beyond 2^53 are exact", arguments: [0, 1 << 52 - 1, 1 << 52, 1 << 53, 1 << 53 + 1, 1 << 64 - 1, 1 << 104 + 12_345] as [Int128])
  func wide(value: Int128) throws {
    var record = RunRecord(window: 0..<Int64(clamping: value))
    record.accountConcurrency.area = value
    let numbers = try #require(record.numbers)
    #expect(RunRecord(numbers: numbers) == record && numbers.allSatisfy { $0 >= 0 && $0 < 1 << 53 })
  }

  /// Numbers that another order of the fields made would be taken for something else: when this changes, the version of the records' bytes
  /// in `RecordCoding` must.
  @Test("the order of the fields is that of version 3")
  func order() throws {
    var record = RunRecord(window: 0..<10)
    record.functions = [FunctionRecord()]
    record.sources = [SourceRecord()]
    record.services = [ServiceRecord()]
    record.queues = [QueueRecord()]
    record.hops = [HopRecord(of: 0, to: Target(.queue, 0))]
    record.streams = [StreamRecord()]
    record.streams[0].consumers = [StreamConsumerRecord()]
    record.asyncEvents = [EventRecord()]
    record.doors = [DoorRecord()]
    record.brokers = [BrokerRecord()]
    record.subscriptions = [SubscriptionRecord()]
    record.workflows = [WorkflowRecord()]
    record.series = SeriesRecord(every: 5, functions: 1, services: 1, queues: 1)
    var numbers = try #require(record.numbers)
    for index in numbers.indices where numbers[index] == 0 {
      let kept = numbers[index]
      numbers[index] = Int64(index)
      if RunRecord(numbers: numbers) == nil { numbers[index] = kept }
    }
    let leaves = Leaf.all(in: try #require(RunRecord(numbers: numbers)))
    let text = leaves.map { "\($0.path)=\($0.value)" }.joined(separator: " ")
    let (count, hash) = (numbers.count, Key.hash(text))
    #expect(count == 277)
    #expect(hash == 13_854_171_772_747_660_901, "\(text)")
  }
}
