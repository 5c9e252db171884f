import Fleet
import Scenarios

extension RecordReader {
  /// What was recorded of a metric of all functions and sources together.
  func readingOfAll(_ metric: Metric) -> MetricReading {
    func sum(_ count: (FunctionRecord) -> Int64) -> Int64 { functions.reduce(0) { $0 + count($1) } }
    func sourceSum(_ count: (SourceRecord) -> Int64) -> Int64 { record.sources.reduce(0) { $0 + count($1) } }
    return switch metric {
    case .requests: .tally(sourceSum(\.requests), of: sourceSum(\.requests))
    case .lost: .tally(sourceSum { $0.lost.reduce(0, +) }, of: sourceSum(\.requests))
    case .unfinished: .tally(sourceSum(\.unfinished), of: sourceSum(\.requests))
    case .invocations: .tally(sum(\.invocations), of: sum(\.offered))
    case .errors: .tally(sum(\.errors), of: sum(\.invocations))
    case .timeouts: .tally(sum(\.timeouts), of: sum(\.invocations))
    case .throttles: .tally(sum(\.throttles), of: sum(\.offered))
    case .throttleRatio: .share(sum(\.throttles), of: sum(\.offered))
    case .coldRatio: .share(sum(\.coldStarts), of: sum(\.invocations))
    case .concurrency: .level(record.accountConcurrency)
    case .instances: .levels(area: functions.reduce(0) { $0 + $1.instances.area }, last: sum(\.instances.last))
    case .wasted: .time(functions.reduce(0) { $0 + $1.wasted })
    default: .missing
    }
  }
}
