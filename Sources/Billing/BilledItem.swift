/// A thing that a cloud charges for.
///
/// The order is that of the lines on a bill. The raw value is the item's path in a price book under `rates`, also its name in tables.
public enum BilledItem: String, Hashable, Sendable, CaseIterable {
  // Functions

  /// Requests that began to execute.
  case requests
  /// Billed duration times memory on x86_64, where no provisioned instance served.
  case durationX86 = "duration.x86_64"
  /// Billed duration times memory on arm64, where no provisioned instance served.
  case durationARM = "duration.arm64"
  /// Provisioned concurrency times memory times the time it was configured, on x86_64.
  case provisionedKeptX86 = "provisioned.kept.x86_64"
  /// Provisioned concurrency times memory times the time it was configured, on arm64.
  case provisionedKeptARM = "provisioned.kept.arm64"
  /// Billed duration times memory on provisioned instances of x86_64.
  case provisionedDurationX86 = "provisioned.duration.x86_64"
  /// Billed duration times memory on provisioned instances of arm64.
  case provisionedDurationARM = "provisioned.duration.arm64"
  /// Temporary storage above what comes free with an instance, times billed duration.
  case ephemeralStorage
  /// Snapshots times memory times the time they were kept.
  case snapStartCache = "snapStart.cache"
  /// Memory restored from snapshots.
  case snapStartRestore = "snapStart.restore"
  /// Processors times the time an instance was billed.
  case vCPU
  /// Memory times the time an instance was billed, where the provider charges it apart from the processors.
  case memory
  /// Processor time used.
  case cpuTime
  /// Log text written.
  case logs
  /// Bytes streamed to callers above what each request has for nothing.
  case responseStreaming
  /// Requests to functions at the edge of the network.
  case edgeRequests = "edge.requests"
  /// Billed duration times memory at the edge of the network.
  case edgeDuration = "edge.duration"
  /// Provisioned event pollers of queues times the time they were kept.
  case pollerQueue = "poller.queue"
  /// Provisioned event pollers of Kafka topics times the time they were kept.
  case pollerKafka = "poller.kafka"

  // Doors

  /// Requests to REST APIs.
  case restRequests = "door.restApi"
  /// Requests to HTTP APIs, one for each chunk.
  case httpRequests = "door.httpApi"
  /// Messages over web sockets, one for each chunk.
  case webSocketMessages = "door.webSocket.message"
  /// The time for which web sockets were open.
  case webSocketConnections = "door.webSocket.connection"
  /// The time for which load balancers stood.
  case balancerTime = "door.alb.time"
  /// Capacity of load balancers used, times the time it was.
  case balancerCapacity = "door.alb.capacity"

  // Queues and streams

  /// Requests to standard queues, one for each chunk.
  case queueStandard = "queue.standard"
  /// Requests to FIFO queues, one for each chunk.
  case queueFIFO = "queue.fifo"
  /// Shards times the time they were open.
  case streamShards = "stream.provisioned.shard"
  /// Payload units put into provisioned streams.
  case streamPuts = "stream.provisioned.put"
  /// Shards times the time for which they kept records longer than a day.
  case streamRetention = "stream.provisioned.retention"
  /// Records that provisioned streams kept longer than a week, times the time they did.
  case streamLongRetention = "stream.provisioned.longRetention"
  /// Records older than a week that were read from provisioned streams.
  case streamRetrieval = "stream.provisioned.retrieval"
  /// Consumers with enhanced fan-out times shards times the time they were registered.
  case streamFanOutConsumers = "stream.provisioned.fanOut.consumer"
  /// Data that provisioned streams handed to enhanced fan-out.
  case streamFanOutData = "stream.provisioned.fanOut.data"
  /// Streams on demand times the time they were.
  case onDemandStreams = "stream.onDemand.stream"
  /// Data put into streams on demand.
  case onDemandIn = "stream.onDemand.in"
  /// Data read from streams on demand by polling.
  case onDemandOut = "stream.onDemand.out"
  /// Data that streams on demand handed to enhanced fan-out.
  case onDemandFanOut = "stream.onDemand.fanOut"
  /// Records that streams on demand kept longer than a day, times the time they did.
  case onDemandRetention = "stream.onDemand.retention"
  /// Records that streams on demand kept longer than a week, times the time they did.
  case onDemandLongRetention = "stream.onDemand.longRetention"

  // Tables

  /// Write request units of tables on demand.
  case tableWrites = "table.write"
  /// Read request units of tables on demand.
  case tableReads = "table.read"
  /// Read requests to a table's stream.
  case tableStreamReads = "table.streamRead"
  /// Data in tables, times the time it was there.
  case tableStorage = "table.storage"

  // Topics, buses, schedules, buckets

  /// Publishes to standard topics, one for each chunk.
  case topicPublishes = "topic.standard"
  /// Deliveries of standard topics over HTTP.
  case topicHTTP = "topic.http"
  /// Messages published to FIFO topics.
  case fifoPublishes = "topic.fifo.publish"
  /// Data published to FIFO topics.
  case fifoPublished = "topic.fifo.publishData"
  /// Messages that FIFO topics handed to subscriptions.
  case fifoDeliveries = "topic.fifo.delivery"
  /// Data that FIFO topics handed to subscriptions.
  case fifoDelivered = "topic.fifo.deliveryData"
  /// Custom events put on buses, one for each chunk.
  case busEvents = "bus.event"
  /// Invocations by schedules.
  case scheduleInvocations = "schedule.invocation"
  /// Requests to buckets that write or list.
  case bucketPuts = "bucket.put"
  /// Requests to buckets that read.
  case bucketGets = "bucket.get"
  /// Objects in buckets, times the time they were there.
  case bucketStorage = "bucket.storage"

  // Workflows, containers, network, services

  /// State transitions of standard workflows.
  case workflowTransitions = "workflow.standard"
  /// Executions of express workflows.
  case expressRequests = "workflow.express.request"
  /// Billed duration times billed memory of express workflows.
  case expressDuration = "workflow.express.duration"
  /// Processors of x86_64 containers times their billed time.
  case containerCPUX86 = "container.x86_64.vCPU"
  /// Memory of x86_64 containers times their billed time.
  case containerMemoryX86 = "container.x86_64.memory"
  /// Processors of arm64 containers times their billed time.
  case containerCPUARM = "container.arm64.vCPU"
  /// Memory of arm64 containers times their billed time.
  case containerMemoryARM = "container.arm64.memory"
  /// Billed time of virtual machines of type t3.medium.
  case machineT3Medium = "machine.t3.medium"
  /// Billed time of virtual machines of type t3.large.
  case machineT3Large = "machine.t3.large"
  /// Billed time of virtual machines of type m5.large.
  case machineM5Large = "machine.m5.large"
  /// Billed time of virtual machines of type c7i.xlarge.
  case machineC7iXLarge = "machine.c7i.xlarge"
  /// Billed time of virtual machines of type c7g.xlarge.
  case machineC7gXLarge = "machine.c7g.xlarge"
  /// Data sent to the Internet.
  case egress = "network.egress"
  /// The time for which NAT gateways stood.
  case gatewayTime = "network.nat.time"
  /// Data through NAT gateways.
  case gatewayData = "network.nat.data"
  /// Requests that a service served, at a price of its own; never in a price book.
  case service
  /// What a plan costs for being had.
  case subscription

  /// The item's path in a price book under `rates`, also its name in tables.
  public var path: String { rawValue }

  /// The items that a price book can have a rate for: all but those whose meters bring their price along.
  public static let inBooks = allCases.filter { $0 != .service }
}
