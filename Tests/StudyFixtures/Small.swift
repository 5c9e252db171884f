internal import Documents
public import Scenarios
public import Studies

/// Small fleets that are given as scenario text and simulated.
public enum Small {
  /// A scenario of a text, which must have no mistake; name, platform and prices are given.
  public static func scenario(_ text: String) -> Scenario {
    let result = Scenario.parse("scenario: small\nplatform: aws-lambda\n" + text, file: "small.yaml")
    guard var scenario = result.scenario else { preconditionFailure(result.diagnostics.map(\.rendered).joined()) }
    scenario.prices = Shop.prices
    return scenario
  }

  /// What one run of a text came to.
  public static func result(_ text: String, seriesEvery: Int64? = nil) throws -> StudyResult {
    try result(of: scenario(text), seriesEvery: seriesEvery)
  }

  /// What one run of a scenario came to.
  public static func result(of scenario: Scenario, seriesEvery: Int64? = nil) throws -> StudyResult {
    let study = Study(scenario, seriesEvery: seriesEvery)
    return study.result(of: try study.simulate())
  }
}

extension StudyResult {
  /// A listed figure; nil where it is not listed.
  public func figure(_ subject: Objective.Subject, _ metric: Metric, _ statistic: Statistic) -> Figure? {
    metrics.first { $0.subject == subject && $0.metric == metric && $0.statistic == statistic && $0.part == nil }?.figure
  }

  /// A line of the bill; nil where there is none.
  public func cost(_ component: String, _ item: String) -> CostLine? {
    costs.lines.first { $0.component == component && $0.item == item }
  }
}
