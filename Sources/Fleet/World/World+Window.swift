import Simulation
import Statistics

/// Levels as they were when the measured window closed.
struct MeasuredLevels: ~Copyable {
  var functions: [FunctionLevels]
  var account = LevelRecord()
  var services: [LevelRecord]
  var queues: [QueueLevels]

  struct QueueLevels {
    var messages = LevelRecord()
    var inFlight = LevelRecord()
    var pollers = Int128(0)
    var emptyReceives: Int64 = 0
  }
  var shards: [LevelRecord]
  var consumers: [ConsumerLevels]

  struct FunctionLevels {
    var concurrency = LevelRecord()
    var instances = LevelRecord()
    var provisioned = LevelRecord()
  }

  struct ConsumerLevels {
    var records = LevelRecord()
    var blocked = LevelRecord()
  }

  /// The area under each function's concurrency at the end of the last interval of the time series.
  var seriesAreas: [Int128]
  /// The same of each service's connections and of each queue's messages.
  var serviceAreas: [Int128]
  var queueAreas: [Int128]

  init(_ blueprint: Blueprint) {
    functions = Array(repeating: FunctionLevels(), count: blueprint.functions.count)
    queues = Array(repeating: QueueLevels(), count: blueprint.queues.count)
    services = Array(repeating: LevelRecord(), count: blueprint.services.count)
    shards = Array(repeating: LevelRecord(), count: blueprint.streams.count)
    consumers = Array(repeating: ConsumerLevels(), count: blueprint.consumers.count)
    let hasSeries = blueprint.seriesEvery > 0
    seriesAreas = Array(repeating: 0, count: hasSeries ? blueprint.functions.count : 0)
    serviceAreas = Array(repeating: 0, count: hasSeries ? blueprint.services.count : 0)
    queueAreas = Array(repeating: 0, count: hasSeries ? blueprint.queues.count : 0)
  }
}

extension LevelRecord {
  init(_ level: LevelIntegral, at now: Nanoseconds) {
    area = level.area(upTo: now)
    peak = level.peak
    last = level.level
  }
}

extension World {
  /// Begins to measure levels.
  mutating func openWindow() {
    let now = agenda.now
    closeSeries(at: now)
    functions.measureFrom = plan.measureFrom
    functions.retireExpired(at: now)
    functions.mostAccountUnits = functions.accountUnits
    for index in 0..<functions.states.count {
      functions.states[index].units.reset(at: now)
      functions.details[index].provisioned.reset(at: now)
      functions.details[index].lived = 0
      functions.details[index].mostAlive = functions.details[index].alive
    }
    for index in 0..<services.states.count { services.states[index].connections.reset(at: now) }
    openQueueWindow()
    for index in 0..<streams.states.count { streams.states[index].shards.reset(at: now) }
    for index in 0..<streams.consumers.count {
      streams.consumers[index].records.reset(at: now)
      streams.consumers[index].blocked.reset(at: now)
    }
    restartSeries()
  }

  /// Writes the levels of the measured window down.
  mutating func closeWindow() {
    let now = agenda.now
    functions.retireExpired(at: now)
    for index in 0..<functions.states.count {
      measured.functions[index].concurrency = LevelRecord(functions.states[index].units, at: now)
      measured.functions[index].provisioned = LevelRecord(functions.details[index].provisioned, at: now)
      measured.functions[index].instances.area = functions.details[index].lived
      measured.functions[index].instances.peak = functions.details[index].mostAlive
      measured.functions[index].instances.last = functions.details[index].alive
    }
    for index in 0..<UInt32(functions.instances.count) where !functions.instances[index].isRetired {
      let instance = functions.instances[index]
      measured.functions[Int(instance.function)].instances.area += Int128(now - max(plan.measureFrom, functions.births[index].at))
    }
    for index in 0..<services.states.count {
      measured.services[index] = LevelRecord(services.states[index].connections, at: now)
    }
    closeQueueWindow()
    for index in 0..<streams.states.count { measured.shards[index] = LevelRecord(streams.states[index].shards, at: now) }
    for index in 0..<streams.consumers.count {
      measured.consumers[index].records = LevelRecord(streams.consumers[index].records, at: now)
      measured.consumers[index].blocked = LevelRecord(streams.consumers[index].blocked, at: now)
    }
    measured.account.area = measured.functions.reduce(0) { $0 + $1.concurrency.area }
    measured.account.peak = functions.mostAccountUnits
    measured.account.last = functions.accountUnits
  }
}
