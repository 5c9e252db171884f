import Testing
import Variates

@testable import Imports

@Suite struct DurationModelTests {
  func row(_ average: Double, _ percentiles: [Double], _ minimum: Double? = nil, _ maximum: Double? = nil) -> DurationsFile.Row {
    DurationsFile.Row(average: average, count: 1, percentiles: percentiles, minimum: minimum, maximum: maximum, line: 2)
  }

  @Test func `the knots keep their shape and get the mean of the trace`() throws {
    let model = DurationModel(row(20, [10, 10, 20, 30, 40, 80, 90]))
    // 0.01·10 + 0.24·15 + 0.25·25 + 0.25·35 + 0.24·60 + 0.01·85, by hand.
    #expect(abs(model.knotMean - 33.95) < 1e-12)
    let table = QuantileTable(zip(DurationsFile.shares, model.knots).map { Quantile($0, $1) }, interpolation: .linear, mean: 20)
    #expect(abs(table.scale - model.scale) < 1e-15)
    #expect(abs(model.longest - 90 * 20 / 33.95) < 1e-12)
    #expect(
      model.yaml
        == "{ quantiles: { 0%: 10 ms, 1%: 10 ms, 25%: 20 ms, 50%: 30 ms, 75%: 40 ms, 99%: 80 ms, 100%: 90 ms, interpolate: linear, mean: 20 ms } }"
    )
  }

  @Test func `percentiles are clamped to minimum and maximum`() {
    #expect(DurationModel(row(30, [1, 10, 20, 30, 40, 80, 200], 5, 90)).knots == [5, 10, 20, 30, 40, 80, 90])
    #expect(DurationModel(row(30, [1, 10, 20, 30, 40, 80, 200], nil, 90)).knots.first == 1)
  }

  @Test func `durations rounded down to nothing take a millisecond before they are rescaled`() {
    #expect(DurationModel(row(3, [0, 0, 1, 1, 3, 27, 492], 0, 6664)).knots == [1, 1, 1, 1, 3, 27, 492])
  }

  @Test func `percentiles that fall are raised to the one before`() {
    let model = DurationModel(row(30, [10, 20, 15, 30, 40, 80, 79]))
    #expect(model.knots == [10, 20, 20, 30, 40, 80, 80])
    #expect(model.repaired)
  }

  @Test func `an average of nothing is a constant millisecond`() {
    let model = DurationModel(row(0, [0, 0, 0, 0, 0, 0, 343], 0, 343))
    #expect(model.isConstant && model.raised)
    #expect(model.yaml == "1 ms")
    #expect(model.longest == 1)
  }

  @Test func `equal percentiles are a constant of the average`() {
    let model = DurationModel(row(2984.5, [3000, 3000, 3000, 3000, 3000, 3000, 3000]))
    #expect(model.yaml == "2984.5 ms")
    #expect(model.variance == 0)
    #expect(model.longest == 2984.5)
  }

  @Test func `an average outside of the percentiles is kept`() {
    let model = DurationModel(row(100, [1, 1, 1, 2, 2, 3, 3], 1, 3))
    #expect(abs(model.knotMean * model.scale - 100) < 1e-12)
  }

  @Test func `the variance is that of the straight lines between the knots`() {
    // One straight line from 0 to 100 but for the floor of 1: a uniform distribution.
    let model = DurationModel(row(50.5, [1, 1.99, 25.75, 50.5, 75.25, 99.01, 100]))
    #expect(abs(model.variance - 99 * 99 / 12) < 1e-9)
    #expect(abs(model.share(above: 90.1) - 0.1) < 1e-12)
    #expect(model.share(above: 100.1) == 0)
    #expect(model.share(above: 0.5) == 1)
  }

  @Test(arguments: [(5.0, 3), (1500.0, 3), (1501.0, 10), (61_000.0, 300), (899_999.0, 900), (900_000.0, 900), (2_000_000.0, 900)])
  func `the timeout is the shortest of the list that is twice the longest duration`(longest: Double, seconds: Int) {
    let model = DurationModel(row(longest, [1, 1, 1, 1, 1, 1, 1]))
    #expect(ImportedFunction.timeout(model, longest: 900) == seconds)
  }
}
