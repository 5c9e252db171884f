public import Fleet
public import Scenarios

extension Shop {
  /// Objectives of every fate: met, failed, failed among unfinished requests, advisory.
  public static var objectives: [Objective] {
    [
      latency(of: "api", 0.5, below: 25), latency(of: "api", 0.99, below: 300), latency(of: "api", 0.999, below: 3_000),
      Objective(
        text: "web.lost == 0", subject: .source("web"), metric: .lost, statistic: .count, comparison: .equal, value: 0, advisory: true),
      Objective(
        text: "api.throttle_ratio < 5%", subject: .function("api"), metric: .throttleRatio, statistic: .ratio, comparison: .less,
        value: 0.05),
      Objective(
        text: "cost.month < 20 USD", subject: .cost, metric: .monthCost, statistic: .total, comparison: .less, value: 20),
    ]
  }

  /// Two intervals of a minute.
  public static var series: SeriesRecord {
    var series = SeriesRecord(every: 60_000_000_000, functions: 2)
    var cell = SeriesRecord.Interval()
    (cell.requests, cell.throttles, cell.failures, cell.coldStarts) = (600, 10, 5, 20)
    (cell.ended, cell.latencySum, cell.concurrencyArea) = (590, 21_400_000_000, 21_000_000_000)
    series.functions = [[cell, cell], [SeriesRecord.Interval(), SeriesRecord.Interval()]]
    return series
  }
}
