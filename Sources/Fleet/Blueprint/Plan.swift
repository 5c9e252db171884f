import Simulation
import Variates

/// A blueprint laid out for the loop: flat tables that every folder of the fleet may read.
struct Plan: ~Copyable {
  let functions: Table<FunctionPlan>
  let operations: Table<Operation>
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
