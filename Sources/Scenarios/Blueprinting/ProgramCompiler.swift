internal import Fleet
internal import Simulation
internal import Variates

/// Compiles the steps of one function into operations.
struct ProgramCompiler {
  var compiler: BlueprintCompiler
  let function: FunctionSpec
  /// Whether a program forks, so that it needs strands.
  var forks = false
  /// Whether it may wait for others, so that it needs strands and a deadline.
  private(set) var waits = false
  /// Whether it hands on what it has no time for.
  var continues = false
  /// The place of the end of the steps for each item.
  private(set) var itemsEnd: UInt32 = 0
  /// How many slots `once` steps have taken.
  var onceSlots = 0
  /// How often each description of a step has occurred.
  private var occurrences: [String: Int] = [:]
  /// The operations that go to the end of the program.
  var ends: [Int] = []
  /// How many loops are open at the present place.
  var depth: UInt8 = 0

  init(_ compiler: BlueprintCompiler, of function: FunctionSpec) {
    self.compiler = compiler
    self.function = function
  }

  /// Appends a program and gives its place.
  mutating func compile(_ steps: [Step]) -> UInt32 {
    let place = here
    compileAll(steps, handler: nil)
    appendEnd()
    return place
  }

  private mutating func appendEnd() {
    for end in ends { aim(end) }
    ends = []
    append(Operation(.end))
  }

  /// Appends the program of an invocation: its own steps, then those for each of its items.
  mutating func compile(_ steps: [Step], perItem: PerItem?) -> UInt32 {
    let hasClaims = !compiler.claims.buckets(of: function.name).isEmpty
    guard perItem != nil || hasClaims else { return compile(steps) }
    let place = here
    // Without steps for each item, all payloads are there before the first step.
    if perItem == nil { compileItems(PerItem(steps: [])) }
    compileAll(steps, handler: nil)
    if let perItem { compileItems(perItem) }
    appendEnd()
    return place
  }

  private mutating func compileItems(_ perItem: PerItem) {
    var begin = Operation(.itemsBegin)
    begin.detail = UInt32(perItem.parallel ?? 0)
    if perItem.parallel != nil { forks = true }
    let first = append(begin)
    fetchClaims()
    compileAll(perItem.steps, handler: nil)
    var end = Operation(.itemsEnd)
    end.target = UInt32(first + 1)
    itemsEnd = UInt32(append(end))
    aim(first)
  }

  /// Where a failure goes: a place that is not known before what leads to it is compiled.
  struct Handler {
    /// The failing operations that lead there.
    var pending: [Int] = []
  }

  private var here: UInt32 { UInt32(compiler.blueprint.operations.count) }

  @discardableResult
  mutating func append(_ operation: Operation) -> Int {
    compiler.blueprint.operations.append(operation)
    return compiler.blueprint.operations.count - 1
  }

  mutating func aim(_ operation: Int) { compiler.blueprint.operations[operation].target = here }

  /// What tells a step's draws from others': the function, the kind of step, what it names, and which one of these it is.
  mutating func salt(_ description: String) -> UInt64 {
    let count = occurrences[description, default: 0]
    occurrences[description] = count + 1
    return Key.hash("\(function.name)/\(description)/\(count)")
  }

  mutating func compileAll(_ steps: [Step], handler: UnsafeMutablePointer<Handler>?) {
    for step in steps { compile(step, handler: handler) }
  }

  private mutating func compile(_ step: Step, handler: UnsafeMutablePointer<Handler>?) {
    if case .fails = step.onError {
      compile(step.action, handler: handler)
      return
    }
    var own = Handler()
    withUnsafeMutablePointer(to: &own) { compile(step.action, handler: $0) }
    guard case .steps(let remedy) = step.onError else {
      land(own)
      return
    }
    let skip = append(Operation(.jump))
    land(own)
    compileAll(remedy, handler: handler)
    aim(skip)
  }

  /// Lets all failures that lead to a handler go to the present place.
  private mutating func land(_ handler: Handler) {
    for operation in handler.pending {
      compiler.blueprint.operations[operation].depth = depth
      let kind = compiler.blueprint.operations[operation].kind
      if kind == .fork || kind == .split {
        compiler.blueprint.operations[operation].bytes = Int64(here)
      } else {
        compiler.blueprint.operations[operation].target = here
      }
    }
  }

  private mutating func compile(_ action: Step.Action, handler: UnsafeMutablePointer<Handler>?) {
    switch action {
    case .compute(let compute): compile(compute)
    case .wait(let time):
      var operation = Operation(.wait)
      operation.salt = salt("wait")
      operation.sampler = compiler.blueprint.samplers.add(time)
      append(operation)
    case .choose(let choice): compile(choice, handler: handler)
    case .repeat(let repetition): compile(repetition, handler: handler)
    case .once(let once): compile(once, handler: handler)
    case .hop(let hop):
      compile(hop, salt: salt("\(hop.verb.rawValue) \(hop.to)"), handler: handler)
    case .continueAs(let next): compile(next, handler: handler)
    case .fail(let failure):
      var operation = Operation(.fail)
      operation.salt = salt("fail \(failure.error)")
      operation.share = failure.chance
      operation.isSticky = failure.sticky
      operation.detail = compiler.number(ofError: failure.error)
      let place = append(operation)
      handler?.pointee.pending.append(place)
    }
  }

  mutating func compile(_ hop: Hop, salt: UInt64, handler: UnsafeMutablePointer<Handler>?) {
    waits = true
    func add(_ place: Int) { handler?.pointee.pending.append(place) }
    var operation = Operation(.hop)
    operation.salt = salt
    if let store = hop.storing {
      operation.detail = compiler.compile(store, of: function)
      // The same step draws the size of what is stored and of what the link stands for.
      compiler.blueprint.hops[Int(operation.detail)].salt = Key.hash("store")
      add(append(operation))
    }
    operation.detail = compiler.compile(hop, of: function)
    guard let split = hop.split else { return add(append(operation)) }
    forks = true
    var parts = Operation(.split)
    parts.salt = salt
    parts.detail = UInt32(split.parallel ?? 1)
    parts.sampler = Sampler(constant: Double(split.size))
    parts.bytes = Int64(Operation.nowhere)
    let place = append(parts)
    append(operation)
    append(Operation(.branchEnd))
    aim(place)
    add(place)
  }

  /// Fetches what links that come to the function stand for.
  private mutating func fetchClaims() {
    for bucket in compiler.claims.buckets(of: function.name) {
      var claimed = Operation(.claimed)
      claimed.detail = compiler.target(of: bucket).index
      let place = append(claimed)
      waits = true
      var operation = Operation(.hop)
      operation.salt = salt("fetch claim \(bucket)")
      operation.detail = compiler.compile(Hop(.fetch, to: bucket), of: function)
      append(operation)
      aim(place)
    }
  }

  private mutating func compile(_ compute: Compute) {
    var operation = Operation(.compute)
    operation.salt = salt("compute")
    let cpu = compiler.scenario.platform.cpu
    switch compute {
    case .fixed(let time): operation.sampler = compiler.blueprint.samplers.add(time)
    case .work(let time, let memory):
      operation.sampler = compiler.blueprint.samplers.add(time)
      operation.detail = conversion(
        CPUConversion(measured: cpu.quota(at: memory), actual: function.quota(cpu), period: cpu.quotaPeriod))
    case .curve(let points):
      let (time, factor) = points.interpolated(at: function.memory)
      operation.sampler = compiler.blueprint.samplers.add(time)
      operation.detail = conversion(CPUConversion(factor: factor))
    case .recorded: operation.kind = .computeRecorded
    }
    append(operation)
  }

  /// The number of a conversion, from 1; 0 where nothing changes.
  private mutating func conversion(_ conversion: CPUConversion) -> UInt32 {
    if conversion.changesNothing { return 0 }
    if let place = compiler.blueprint.conversions.firstIndex(of: conversion) { return UInt32(place + 1) }
    compiler.blueprint.conversions.append(conversion)
    return UInt32(compiler.blueprint.conversions.count)
  }

  private mutating func compile(_ choice: Choice, handler: UnsafeMutablePointer<Handler>?) {
    let salt = salt("choose")
    var (cases, otherwise): ([(Operation, [Step])], [Step])
    switch choice {
    case .byKind(let kinds, let rest):
      cases = kinds.map { item in
        var operation = Operation(.kind)
        operation.detail = compiler.kinds[item.kind] ?? .max
        return (operation, item.steps)
      }
      otherwise = rest
    case .bySize(let sizes, let rest):
      cases = sizes.map { item in
        var operation = Operation(.size)
        operation.bytes = item.upTo
        return (operation, item.steps)
      }
      otherwise = rest
    case .byChance(let chances, let rest):
      var sum = 0.0
      cases = chances.map { item in
        sum += item.chance
        var operation = Operation(.chance)
        operation.share = sum
        return (operation, item.steps)
      }
      otherwise = rest
    }
    var ends: [Int] = []
    for (operation, steps) in cases {
      var test = operation
      test.salt = salt
      let place = append(test)
      compileAll(steps, handler: handler)
      ends.append(append(Operation(.jump)))
      aim(place)
    }
    compileAll(otherwise, handler: handler)
    for end in ends { aim(end) }
  }
}
