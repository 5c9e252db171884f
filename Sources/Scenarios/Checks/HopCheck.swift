internal import Documents

/// What a hop names exists and is of the kind that its verb reaches, and the platform has such hops.
enum HopCheck {
  static func run(_ connections: Connections, _ report: CheckReport) {
    let platform = connections.scenario.platform
    let isReadable = !ElementKind.allCases.contains { report.isFaulty($0.section) }
    for (function, walk) in connections.functions {
      for place in walk.places {
        guard let (hop, path) = place.hop else { continue }
        if hop.verb == .runTask, platform.containers == nil {
          report.note(.elementUnavailable(hop.verb.rawValue), atKey: path)
          continue
        }
        let isThere = hop.verb == .request || (platform.hops != nil && (hop.verb != .invoke || platform.async != nil))
        if !isThere {
          report.note(.elementUnavailable(hop.verb.rawValue), atKey: path)
        } else if isReadable {
          check(hop, path, connections, report)
        }
      }
      if isReadable { checkDestinations(of: function, connections.scenario, report) }
    }
  }

  private static func check(_ hop: Hop, _ path: [CheckReport.Key], _ connections: Connections, _ report: CheckReport) {
    let elements = report.reading.elements
    if !hop.to.isEmpty {
      let to = path + [.key(hop.verb.nameKey)]
      if let kind = elements.kind(of: hop.to), kind != hop.verb.receiver {
        report.note(.wrongVerb(hop, kind, right: Hop.Verb.allCases.first { $0.receiver == kind }), at: to)
      } else if let finding = elements.fault(of: hop.to, among: [hop.verb.receiver]) {
        report.note(finding, at: to)
      }
    }
    if let bucket = hop.claimCheck, !bucket.isEmpty, let finding = elements.fault(of: bucket, among: [.bucket]) {
      report.note(finding, at: path + ["claimCheck", "bucket"])
    }
    if hop.split != nil, hop.claimCheck != nil { report.note(.partsOfLink, atKey: path + ["split"]) }
    if hop.split != nil, connections.function(hop.to)?.needsWhole == true {
      report.note(.split(hop.to), at: path + ["split"])
    }
  }

  /// - Source: AWS Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations": standard queues and topics, functions and
  ///   event buses, and buckets for failures; dead letters go to standard queues and topics.
  private static func checkDestinations(of function: FunctionSpec, _ scenario: Scenario, _ report: CheckReport) {
    guard let async = function.async else { return }
    let destinations: [(key: CheckReport.Key, name: String?, fits: [ElementKind])] = [
      ("onFailure", async.onFailure, [.queue, .topic, .function, .bus, .bucket]),
      ("onSuccess", async.onSuccess, [.queue, .topic, .function, .bus]), ("deadLetter", async.deadLetter, [.queue, .topic]),
    ]
    for (key, name, fits) in destinations {
      guard let name, !name.isEmpty else { continue }
      let path: [CheckReport.Key] = ["functions", .key(function.name), "async", key]
      if let finding = report.reading.elements.fault(of: name, among: fits) { report.note(finding, at: path) }
      if scenario.queue(named: name)?.kind == .fifo || scenario.topic(named: name)?.kind == .fifo {
        report.note(.fifo("'\(name)' is of kind fifo, which takes no asynchronous results", mend: "choose one of kind standard"), at: path)
      }
    }
  }
}
