import Fleet
public import Scenarios

extension Refusal {
  /// The name by which tables list the reason why a container was not launched.
  fileprivate var nameOfLaunch: String {
    switch self {
    case .scalingRate: "launch_rate"
    case .reservedConcurrency: "maximum_running"
    default: name
    }
  }
}

/// How many requests were lost or refused for one cause.
public struct LossCount: Equatable, Sendable {
  /// The source that lost them, or what refused them or gave them up.
  public var subject: Objective.Subject
  /// The name of the cause.
  public var cause: String
  /// How many, more than 0.
  public var requests: Int64
  /// Of how many: the source's requests, or what was offered to the other.
  public var of: Int64

  /// The share that they are, from 0 to 1.
  public var share: Double { of == 0 ? 0 : Double(requests) / Double(of) }

  /// Every loss of a run, of sources, functions and then the other kinds of elements, each in the scenario's order; causes without a
  /// loss are left out.
  static func list(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    var losses: [LossCount] = []
    for (spec, source) in zip(scenario.traffic, record.sources) {
      for (loss, count) in zip(Loss.allCases, source.lost) where count > 0 {
        losses.append(LossCount(subject: .source(spec.name), cause: loss.name, requests: count, of: source.requests))
      }
    }
    for (spec, function) in zip(scenario.functions, record.functions) {
      for (refusal, count) in zip(Refusal.allCases, function.refused) where count > 0 {
        let cause = spec.container == nil ? refusal.name : refusal.nameOfLaunch
        losses.append(LossCount(subject: .element(spec.section, spec.name), cause: cause, requests: count, of: function.offered))
      }
    }
    let between = [ofEvents, ofDoors, ofQueues, ofStreams, ofBrokers, ofSchedules, ofServices, ofWorkflows].flatMap { $0(scenario, record) }
    return losses + between
  }
}
