internal import Documents

/// Maps: where their items come from, and how many run.
extension Execution {
  /// Begins a Map.
  ///
  /// - Returns: whether the strand goes on with the next state, as there was nothing to do.
  mutating func beginMap(
    _ strand: Int, _ state: Int, _ number: Int, at now: Int64, into effects: inout [Effect]
  ) throws(Failure) -> Bool {
    let map = machine.tables.maps[number]
    let input = try selectInput(strand, state)
    // Evaluated once more when the items start; what is wrong with it is found before they are read.
    _ = try integer(map.concurrency, 0...Int64.max, strand, state, input)
    if let reader = map.reader {
      record(.mapStarted, strand) { [JSONValue.Member("length", .integer(0))] }
      record(.runStarted, strand) { [] }
      let bindings = bindings(strand, state, input: input)
      let parameters = try reader.parameters?.value(in: bindings, entropy: &entropy) ?? .members([])
      strands[strand].phase = .reading
      effects.append(
        .readItems(
          DataRequest(token: newToken(strand), resource: reader.resource, parameters: parameters, data: reader.configuration)))
      return false
    }
    var items = input
    if let template = map.items {
      let bindings = bindings(strand, state, input: input)
      items = try template.value(in: bindings, entropy: &entropy)
    }
    guard case .array(let values) = items else {
      let words = "The items of a Map must be an array."
      throw map.items?.failure(of: items, wanted: "array", words) ?? .runtime(words)
    }
    let inputs = try inputs(strand, state, map, input, values)
    record(.mapStarted, strand) { [JSONValue.Member("length", .integer(Int64(values.count)))] }
    if map.isDistributed { record(.runStarted, strand) { [] } }
    return try start(strand, state, number, input, values, inputs, into: &effects)
  }

  /// The inputs of the items: selected, and in batches if the Map wants so.
  private mutating func inputs(
    _ strand: Int, _ state: Int, _ map: MapPlan, _ input: JSONValue, _ items: [JSONValue]
  ) throws(Failure) -> [JSONValue] {
    var inputs = items
    if let selector = map.selector {
      let usesContext = selector.usesContext
      let outer = strands[strand].item
      defer { strands[strand].item = outer }
      for (index, item) in items.enumerated() {
        strands[strand].item = Strand.Item(index: index, value: item)
        let bindings = bindings(strand, state, input: input, usesContext: usesContext)
        inputs[index] = try selector.value(in: bindings, entropy: &entropy)
      }
    }
    guard let batcher = map.batcher else { return inputs }
    let most = try integer(batcher.items, 1...Int64.max, strand, state, input).map { Int(clamping: $0) } ?? .max
    let bytes = try integer(batcher.bytes, 1...262_144, strand, state, input).map { Int(clamping: $0) } ?? limits.payload
    let bindings = bindings(strand, state, input: input)
    let shared = try batcher.input?.value(in: bindings, entropy: &entropy)
    return Execution.batches(of: inputs, atMost: most, bytes: bytes, shared: shared)
  }

  /// Items in order, as many in each batch as its number and bytes allow; one at least.
  private static func batches(of items: [JSONValue], atMost most: Int, bytes: Int, shared: JSONValue?) -> [JSONValue] {
    let frame = DocumentText.of(batch([], shared)).utf8.count
    var batches: [JSONValue] = []
    var current: [JSONValue] = []
    var size = frame
    for item in items {
      let length = DocumentText.of(item).utf8.count + (current.isEmpty ? 0 : 1)
      if !current.isEmpty, current.count >= most || size + length > bytes {
        batches.append(batch(current, shared))
        current = []
        size = frame
      }
      current.append(item)
      size += length
    }
    return current.isEmpty ? batches : batches + [batch(current, shared)]
  }

  private static func batch(_ items: [JSONValue], _ shared: JSONValue?) -> JSONValue {
    let all = JSONValue.Member("Items", .array(items))
    return .members(shared.map { [JSONValue.Member("BatchInput", $0), all] } ?? [all])
  }

  private mutating func start(
    _ strand: Int, _ state: Int, _ number: Int, _ input: JSONValue, _ items: [JSONValue], _ inputs: [JSONValue],
    into effects: inout [Effect]
  ) throws(Failure) -> Bool {
    let map = machine.tables.maps[number]
    let most = map.isDistributed ? limits.childExecutions : limits.inlineIterations
    let wanted = try integer(map.concurrency, 0...Int64.max, strand, state, input) ?? 0
    var join = Join()
    join.map = number
    join.limit = wanted == 0 ? most : min(most, Int(clamping: wanted))
    join.tolerated = map.isDistributed ? try tolerated(strand, state, map, input, of: inputs.count) : 0
    join.items = items
    join.inputs = inputs
    join.results = [JSONValue?](repeating: nil, count: inputs.count)
    beginJoin(strand, join)
    if inputs.isEmpty { return true }
    launch(strand, after: strands[strand].previous, into: &effects)
    return false
  }

  /// How many of so many items may fail: what both the count and the percentage allow.
  private mutating func tolerated(
    _ strand: Int, _ state: Int, _ map: MapPlan, _ input: JSONValue, of count: Int
  ) throws(Failure) -> Int {
    let most = try integer(map.toleratedCount, 0...Int64.max, strand, state, input)
    let percentage = try integer(map.toleratedPercentage, 0...100, strand, state, input)
    let share = percentage.map { Int($0) * count / 100 }
    return switch (most, share) {
    case (nil, nil): 0
    case (let most?, nil): Int(clamping: most)
    case (nil, let share?): share
    case (let most?, let share?): min(Int(clamping: most), share)
    }
  }

  /// Takes the items that were read.
  mutating func takeItems(_ strand: Int, _ state: Int, into effects: inout [Effect]) throws(Failure) -> Bool {
    guard case .map(let number) = machine.tables.states[state].kind else { return false }
    let answer = strands[strand].answer
    strands[strand].answer = nil
    guard case .succeeded(.array(var items)) = answer else {
      var cause: String? = "Attempting to map over non-iterable node."
      if case .failed(_, let told) = answer { cause = told }
      let failure = Failure(reason: .itemReader, cause: cause)
      recordRunFailure(strand, failure)
      throw failure
    }
    let map = machine.tables.maps[number]
    let input = try selectInput(strand, state)
    if let most = try integer(map.reader?.maximum, 0...Int64.max, strand, state, input), most > 0 {
      items = Array(items.prefix(Int(clamping: most)))
    }
    let inputs = try inputs(strand, state, map, input, items)
    return try start(strand, state, number, input, items, inputs, into: &effects)
  }

  mutating func beginWriting(
    _ strand: Int, _ state: Int, _ writer: WriterPlan, _ results: JSONValue, into effects: inout [Effect]
  ) throws(Failure) {
    let input = try selectInput(strand, state)
    let bindings = bindings(strand, state, input: input)
    let parameters = try writer.parameters?.value(in: bindings, entropy: &entropy) ?? .members([])
    strands[strand].phase = .writing
    effects.append(
      .writeResults(DataRequest(token: newToken(strand), resource: writer.resource, parameters: parameters, data: results)))
  }

  /// Takes what the Map shall return in place of its results.
  mutating func takeWritten(_ strand: Int, _ state: Int, into effects: inout [Effect]) throws(Failure) -> Bool {
    guard case .map(let number) = machine.tables.states[state].kind else { return false }
    let answer = strands[strand].answer
    strands[strand].answer = nil
    if case .succeeded(let output) = answer { return try finishMap(strand, state, number, output, into: &effects) }
    var cause: String?
    if case .failed(_, let told) = answer { cause = told }
    let failure = Failure(reason: .resultWriter, cause: cause)
    recordRunFailure(strand, failure)
    throw failure
  }
}
