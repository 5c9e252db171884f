import Simulation
import Variates

/// A blueprint laid out for the loop: flat tables that every folder of the fleet may read.
struct PlanTables: ~Copyable {
  let functions: Table<FunctionPlan>
  let rules: Table<FunctionRules>
  let routes: Table<Route>
  let operations: Table<Operation>
  let hops: Table<HopPlan>
  let events: Table<EventPlan>
  let doors: Table<DoorPlan>
  let brokers: Table<BrokerPlan>
  let subscriptions: Table<SubscriptionPlan>
  let filterKinds: Table<UInt16>
  let pauses: Table<Nanoseconds>
  let sdks: Table<SDKPlan>
  let breakers: Table<BreakerPlan>
  let services: Table<ServicePlan>
  let queues: Table<QueuePlan>
  let mappings: Table<MappingPlan>
  let outages: Table<Outage>
  let streams: Table<StreamPlan>
  let consumers: Table<ConsumerPlan>
  let reshards: Table<Reshard>
  let faults: Table<FaultPlan>
  let deploys: Table<DeployPlan>
  let conversions: Table<CPUConversion>
  let sources: Table<SourcePlan>
  let clients: Table<ClientPlan>
  let segments: Table<RateSegment>
  let times: Table<Nanoseconds>
  let durations: Table<Nanoseconds>
  let counts: Table<UInt32>
  let samplers: SamplerBank
  let measureFrom: Nanoseconds
  let arrivalsEnd: Nanoseconds
  let end: Nanoseconds
  let engine: EngineOptions

  init(_ blueprint: Blueprint) {
    functions = Table(blueprint.functions)
    rules = Table(blueprint.functions.map { FunctionRules($0, blueprint.engine) })
    routes = Table(blueprint.sources.map(Route.init) + blueprint.links.map(Route.init))
    hops = Table(
      blueprint.hops.map { hop in
        var hop = hop
        let isPaced = hop.sdk >= 0 && blueprint.sdks[Int(hop.sdk)].rate != nil
        // Faults of a bucket are looked up when its transfer begins.
        let hasFaults = hop.transfer > 0 && !blueprint.brokers[Int(hop.target.index)].faults.isEmpty
        hop.beginsAhead = hop.hasLatency && hop.count == nil && hop.breaker < 0 && !isPaced && !hasFaults
        return hop
      })
    events = Table(blueprint.events)
    doors = Table(blueprint.doors)
    brokers = Table(blueprint.brokers)
    subscriptions = Table(blueprint.subscriptions)
    filterKinds = Table(blueprint.filterKinds)
    pauses = Table(blueprint.pauses)
    sdks = Table(blueprint.sdks)
    breakers = Table(blueprint.breakers)
    services = Table(blueprint.services)
    queues = Table(blueprint.queues)
    mappings = Table(blueprint.mappings)
    outages = Table(blueprint.outages)
    streams = Table(blueprint.streams)
    consumers = Table(blueprint.consumers)
    reshards = Table(blueprint.reshards)
    faults = Table(blueprint.faults)
    deploys = Table(blueprint.deploys)
    operations = Table(blueprint.operations)
    conversions = Table(blueprint.conversions)
    sources = Table(blueprint.sources)
    clients = Table(blueprint.clients)
    segments = Table(blueprint.segments)
    times = Table(blueprint.times)
    durations = Table(blueprint.durations)
    counts = Table(blueprint.counts)
    samplers = SamplerBank(blueprint.samplers)
    measureFrom = blueprint.measureFrom
    arrivalsEnd = blueprint.arrivalsEnd
    end = blueprint.end
    engine = blueprint.engine
  }
}

/// The handle by which the plan is passed around: one word, so that it is never copied as a whole.
typealias Plan = Fixed<PlanTables>

extension Fixed where Value == PlanTables {
  var functions: Table<FunctionPlan> { @inline(__always) _read { yield value.functions } }
  var rules: Table<FunctionRules> { @inline(__always) _read { yield value.rules } }
  @inline(__always) func rules(of function: UInt32) -> Rules { value.rules.row(function) }
  var routes: Table<Route> { @inline(__always) _read { yield value.routes } }
  var hops: Table<HopPlan> { @inline(__always) _read { yield value.hops } }
  var events: Table<EventPlan> { @inline(__always) _read { yield value.events } }
  var doors: Table<DoorPlan> { @inline(__always) _read { yield value.doors } }
  var brokers: Table<BrokerPlan> { @inline(__always) _read { yield value.brokers } }
  var subscriptions: Table<SubscriptionPlan> { @inline(__always) _read { yield value.subscriptions } }
  var filterKinds: Table<UInt16> { @inline(__always) _read { yield value.filterKinds } }
  var pauses: Table<Nanoseconds> { @inline(__always) _read { yield value.pauses } }
  var sdks: Table<SDKPlan> { @inline(__always) _read { yield value.sdks } }
  var breakers: Table<BreakerPlan> { @inline(__always) _read { yield value.breakers } }
  var services: Table<ServicePlan> { @inline(__always) _read { yield value.services } }
  var queues: Table<QueuePlan> { @inline(__always) _read { yield value.queues } }
  var mappings: Table<MappingPlan> { @inline(__always) _read { yield value.mappings } }
  var outages: Table<Outage> { @inline(__always) _read { yield value.outages } }
  var streams: Table<StreamPlan> { @inline(__always) _read { yield value.streams } }
  var consumers: Table<ConsumerPlan> { @inline(__always) _read { yield value.consumers } }
  var reshards: Table<Reshard> { @inline(__always) _read { yield value.reshards } }
  var faults: Table<FaultPlan> { @inline(__always) _read { yield value.faults } }
  var deploys: Table<DeployPlan> { @inline(__always) _read { yield value.deploys } }
  var operations: Table<Operation> { @inline(__always) _read { yield value.operations } }
  var conversions: Table<CPUConversion> { @inline(__always) _read { yield value.conversions } }
  var sources: Table<SourcePlan> { @inline(__always) _read { yield value.sources } }
  var clients: Table<ClientPlan> { @inline(__always) _read { yield value.clients } }
  var segments: Table<RateSegment> { @inline(__always) _read { yield value.segments } }
  var times: Table<Nanoseconds> { @inline(__always) _read { yield value.times } }
  var durations: Table<Nanoseconds> { @inline(__always) _read { yield value.durations } }
  var counts: Table<UInt32> { @inline(__always) _read { yield value.counts } }
  var samplers: SamplerBank { @inline(__always) _read { yield value.samplers } }
  var measureFrom: Nanoseconds { @inline(__always) get { value.measureFrom } }
  var arrivalsEnd: Nanoseconds { @inline(__always) get { value.arrivalsEnd } }
  var end: Nanoseconds { @inline(__always) get { value.end } }
  var engine: EngineOptions { @inline(__always) _read { yield value.engine } }
}
