extension BilledItem {
  /// What the item is counted in.
  public var unit: MeteredUnit {
    switch self {
    case .durationX86, .durationARM, .provisionedKeptX86, .provisionedKeptARM, .provisionedDurationX86, .provisionedDurationARM,
      .ephemeralStorage, .snapStartCache, .edgeDuration:
      .gigabyteSecond
    case .memory: .gibibyteSecond
    case .vCPU: .vCPUSecond
    case .cpuTime: .cpuMillisecond
    case .subscription: .month
    case .snapStartRestore, .logs, .responseStreaming, .streamRetrieval, .streamFanOutData, .onDemandIn, .onDemandOut, .onDemandFanOut,
      .fifoPublished, .fifoDelivered, .egress, .gatewayData:
      .gigabyte
    case .streamLongRetention, .onDemandRetention, .onDemandLongRetention, .tableStorage, .bucketStorage: .gigabyteMonth
    case .pollerQueue, .pollerKafka, .balancerTime, .streamShards, .streamRetention, .streamFanOutConsumers, .onDemandStreams,
      .gatewayTime, .machineT3Medium, .machineT3Large, .machineM5Large, .machineC7iXLarge, .machineC7gXLarge:
      .hour
    case .containerCPUX86, .containerCPUARM: .vCPUHour
    case .containerMemoryX86, .containerMemoryARM, .expressDuration: .gigabyteHour
    case .balancerCapacity: .capacityHour
    case .webSocketConnections: .minute
    case .requests, .edgeRequests, .restRequests, .httpRequests, .webSocketMessages, .queueStandard, .queueFIFO, .streamPuts,
      .tableWrites, .tableReads, .tableStreamReads, .topicPublishes, .topicHTTP, .fifoPublishes, .fifoDeliveries, .busEvents,
      .scheduleInvocations, .bucketPuts, .bucketGets, .workflowTransitions, .expressRequests, .service:
      .request
    }
  }

  /// How a quantity of the item is written after its number: its unit's symbol, or what is counted one by one.
  public var quantitySymbol: String {
    switch self {
    case .streamPuts, .tableWrites, .tableReads: "units"
    case .webSocketMessages, .topicPublishes, .topicHTTP, .fifoPublishes, .fifoDeliveries: "messages"
    case .busEvents: "events"
    case .scheduleInvocations: "invocations"
    case .workflowTransitions: "transitions"
    default: unit == .request ? "requests" : unit.symbol
    }
  }
}
