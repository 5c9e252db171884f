internal import Documents

/// `continueAs` stands where passes are left to be handed on, and leaves a first invocation time for one.
enum ContinueCheck {
  static func run(_ connections: Connections, _ report: CheckReport) {
    for (function, walk) in connections.functions {
      let fits = places(in: function)
      for place in walk.places {
        guard let next = place.continuation else { continue }
        let path = place.path + ["continueAs"]
        if connections.scenario.platform.async == nil || connections.scenario.platform.hops == nil {
          report.note(.elementUnavailable("continueAs"), atKey: path)
          continue
        }
        // A container has no end of its time to be ahead of.
        if function.container != nil {
          report.note(.continuedContainer, atKey: path)
          continue
        }
        if !place.path.isIn(fits) { report.note(.misplacedContinuation, atKey: path) }
        if next.reserve >= function.timeout { report.note(.reserve(next.reserve, of: function.timeout), at: path + ["reserve"]) }
        if let save = next.save, !save.bucket.isEmpty, let finding = report.reading.elements.fault(of: save.bucket, among: [.bucket]) {
          report.note(finding, at: path + ["save", "to"])
        }
      }
    }
  }

  /// The places where a function may say so: the first step of one `repeat` among its own steps that does one pass after another.
  private static func places(in function: FunctionSpec) -> [Int] {
    let all = function.steps.indices.filter { index in
      guard case .repeat(let repetition) = function.steps[index].action, repetition.parallel == nil else { return false }
      return repetition.continuation != nil
    }
    return Array(all.prefix(1))
  }
}

extension [CheckReport.Key] {
  /// Whether it is the first step of a `repeat` that is one of a function's own steps.
  fileprivate func isIn(_ places: [Int]) -> Bool {
    guard count == 7, case .index(let outer) = self[3], case .index(0) = self[6], case .key("repeat") = self[4] else { return false }
    return places.contains(outer)
  }
}
