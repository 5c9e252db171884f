public import Scenarios

/// What stands most in the way of an objective.
public enum Bottleneck: Equatable, Sendable {
  /// On what the slowest requests spent most.
  case cause(CauseShare)
  /// Why most requests were lost or refused.
  case loss(LossCount)
  /// What costs most a month, nano-dollars.
  case cost(item: String, month: Int64)
}

extension StudyResult {
  /// What stands most in the way of an objective; nil where there is nothing of the kind.
  ///
  /// Of a duration it is the largest cause of what it measures, or where causes are not told apart, as of messages, the largest loss in the
  /// fleet; of money the dearest item; of anything else the largest loss, of its subject where that has one.
  /// - Complexity: O(causes + losses).
  public func bottleneck(of objective: Objective) -> Bottleneck? {
    switch objective.metric.kind {
    case .money: return costs.monthByItem.first.map { .cost(item: $0.item, month: $0.month) }
    case .durations:
      let span: CauseShare.Span = objective.metric == .completion ? .completion : .latency
      let own = causes.filter { $0.subject == objective.subject && $0.metric == span && $0.requests == .slowest }
      return (own.max { $0.spent < $1.spent }).map { .cause($0) } ?? largestLoss(of: .all)
    case .count, .ratio, .level, .seconds: return largestLoss(of: objective.subject)
    }
  }

  private func largestLoss(of subject: Objective.Subject) -> Bottleneck? {
    let own = losses.filter { $0.subject == subject }
    return (own.isEmpty ? losses : own).max { $0.requests < $1.requests }.map { .loss($0) }
  }
}
