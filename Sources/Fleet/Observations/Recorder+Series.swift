import Simulation

extension Recorder {
  /// Folds the block into the time series: each request counts in the interval in which it arrived.
  mutating func foldSeries() {
    for place in 0..<block.count {
      let observation = block[place]
      switch observation.kind {
      case .direct, .ended: foldSeries(ended: observation)
      case .refused where Refusal(rawValue: observation.detail)?.isThrottle == true:
        changeInterval(of: observation) {
          $0.requests += 1
          $0.throttles += 1
        }
      case .refused:
        changeInterval(of: observation) { $0.requests += 1 }
      default: break
      }
    }
  }

  private mutating func foldSeries(ended observation: Observation) {
    let latency = observation.kind == .direct ? observation.duration : observation.latency
    let failed = observation.kind == .ended && observation.outcome != .success
    changeInterval(of: observation) {
      $0.requests += 1
      $0.ended += 1
      $0.latencySum += Int128(latency)
      if failed { $0.failures += 1 }
      if observation.isCold { $0.coldStarts += 1 }
    }
  }

  private mutating func changeInterval(of observation: Observation, _ change: (inout SeriesRecord.Interval) -> Void) {
    guard let every = series?.every else { return }
    changeInterval(Int(observation.at / every), of: Int(functionOf[observation.entity]), change)
  }

  /// Changes what is counted of a function in an interval.
  mutating func changeInterval(_ interval: Int, of function: Int, _ change: (inout SeriesRecord.Interval) -> Void) {
    guard series != nil else { return }
    while series!.functions[function].count <= interval { series!.functions[function].append(.init()) }
    change(&series!.functions[function][interval])
  }
}
