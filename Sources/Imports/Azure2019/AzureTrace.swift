import Documents

/// The trace joined over its files: the functions that go into the scenario, and what was left out.
struct AzureTrace {
  /// The functions, by volume.
  var functions: [ImportedFunction]
  /// Minutes covered.
  var minutes: Int
  /// The number of the first minute in the file.
  var firstMinute: Int
  /// The first minute after midnight.
  var startMinute: Int
  /// The day of the published set, from 1 to 14, if known.
  var day: Int?
  /// Functions that were never invoked.
  var idle = 0
  /// Functions without durations, and their invocations.
  var unknown = (functions: 0, invocations: 0)
  /// Functions that were not selected, and their invocations.
  var unselected = (functions: 0, invocations: 0)
  /// Functions with durations but without invocations.
  var unused = 0
  /// Functions without memory.
  var unmeasured = 0

  /// The trace of its files.
  init(_ invocations: InvocationsFile, _ durations: DurationsFile, _ memory: MemoryFile?, day: Int?, _ options: ImportOptions) {
    firstMinute = invocations.firstMinute
    startMinute = invocations.startMinute
    minutes = invocations.rows.first?.counts.count ?? 0
    self.day = day
    let invoked = invocations.rows.filter { $0.total > 0 }
    idle = invocations.rows.count - invoked.count
    let known = invoked.filter { durations.rows[$0.key] != nil }
    unknown = (invoked.count - known.count, AzureTrace.total(invoked) - AzureTrace.total(known))
    let joined = invocations.rows.count { durations.rows[$0.key] != nil }
    unused = durations.rows.count - joined
    let chosen = options.selection.chosen(of: known)
    unselected = (known.count - chosen.count, AzureTrace.total(known) - AzureTrace.total(chosen))
    let width = max(3, String(chosen.count).count)
    functions = []
    for (index, row) in chosen.enumerated() {
      guard let measured = durations.rows[row.key] else { continue }
      let number = String(index + 1)
      let peak = memory?.peak(row.key)
      if peak == nil { unmeasured += 1 }
      let duration = DurationModel(measured)
      functions.append(
        ImportedFunction(
          name: "fn" + String(repeating: "0", count: width - number.count) + number, key: row.key, trigger: row.trigger,
          counts: row.counts.map { Int($0) }, total: row.total, executions: measured.count, duration: duration, peak: peak,
          memory: options.memory.size(peak: peak, limits: options.limits),
          timeout: ImportedFunction.timeout(duration, longest: options.limits.longestTimeout)))
    }
  }

  private static func total(_ rows: [InvocationsFile.Row]) -> Int { rows.reduce(0) { $0 + $1.total } }

  /// All invocations.
  var invocations: Int { functions.reduce(0) { $0 + $1.total } }

  /// All expected running time, ms.
  var work: Double { functions.reduce(0) { $0 + $1.work } }

  /// What the running time would be by the knots alone, ms.
  var knotWork: Double { functions.reduce(0) { $0 + Double($1.total) * $1.duration.knotMean } }

  /// All expected GB-s, at each function's own memory or at one size for all, MB.
  func gigabyteSeconds(memory: Int? = nil) -> Double {
    functions.reduce(0) { $0 + $1.work / 1000 * Double(memory ?? $1.memory) / 1024 }
  }

  /// The standard error of a run's running time as a share of it.
  var standardError: Double {
    functions.reduce(0) { $0 + Double($1.total) * $1.duration.variance }.squareRoot() / work
  }

  /// How far apart the ratios of the two files' counts are: the third quartile by the first; nil for fewer than 8 functions.
  var countSpread: Double? {
    guard functions.count >= 8 else { return nil }
    let ratios = functions.map { Double($0.executions) / Double($0.total) }.sorted()
    return ratios[ratios.count * 3 / 4] / max(ratios[ratios.count / 4], 1e-9)
  }
}
