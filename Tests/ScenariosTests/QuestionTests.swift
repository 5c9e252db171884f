import Documents
import Scenarios
import Testing

@Suite struct QuestionTests {
  static let text = """
    scenario: small
    platform: aws-lambda
    run: { duration: 1 h }
    functions:
      api: { runtime: nodejs22, memory: 512 MB, artifact: { size: 3 MB }, steps: [ { compute: 20 ms } ] }
    traffic:
      web: { to: api, rate: 5/s }
    objectives: [ api.latency.p99 < 2 s ]

    """

  @Test func `requirements take the place of the objectives`() throws {
    let read = Scenario.parse(Self.text, questions: Questions(requirements: ["api.cold_ratio < 1%", "cost.month < 5 USD"]))
    #expect(read.scenario?.objectives.map(\.text) == ["api.cold_ratio < 1%", "cost.month < 5 USD"])
    #expect(Scenario.parse(Self.text).scenario?.objectives.map(\.text) == ["api.latency.p99 < 2 s"])
  }

  @Test func `metrics are found by their names`() throws {
    let asked = ["api.latency.p99.9", "cost.month", "max:api.init.load.mean"].enumerated().map { index, text in
      Questions.Asked(option: "--show", text: text, lead: index == 2 ? 4 : 0)
    }
    let metrics = Scenario.parse(Self.text, questions: Questions(asked: asked)).metrics
    #expect(metrics.map(\.text) == ["api.latency.p99.9", "cost.month", "api.init.load.mean"])
    #expect(metrics.map(\.statistic) == [.quantile(0.999), .total, .mean])
    #expect(metrics[2].part != nil)
  }

  @Test func `mistakes point into the option's text`() throws {
    let asked = [Questions.Asked(option: "--rank", text: "max:api.latncy.p99", lead: 4), Questions.Asked(option: "--show", text: "api")]
    let read = Scenario.parse(Self.text, questions: Questions(requirements: ["api.cold_ratio < 1%", "apj.errors == 0"], asked: asked))
    #expect(read.scenario == nil)
    #expect(
      read.diagnostics.map(\.summary) == [
        "--require:2:1: error[FS6002]: nothing has the name 'apj'; did you mean 'api'?",
        "--rank:1:9: error[FS6003]: 'api' has no metric 'latncy'; did you mean 'latency'?",
        "--show:1:1: error[FS6001]: 'api' is no metric; write name.metric.stat, as receive.latency.p99 or cost.month",
      ])
  }
}
