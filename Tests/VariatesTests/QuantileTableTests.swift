import Testing
import Variates

@Suite("QuantileTable")
struct QuantileTableTests {
  @Test("the mean of a linear table is worked by hand")
  func linear() {
    // 10 % hold 2, 40 % lie evenly between 2 and 4, 40 % between 4 and 14, 10 % hold 14.
    let table = QuantileTable([Quantile(0.1, 2), Quantile(0.5, 4), Quantile(0.9, 14)], interpolation: .linear)
    #expect(isClose(Distribution.quantiles(table).mean, 0.2 + 1.2 + 3.6 + 1.4, within: 1e-15))
  }

  @Test("the mean of a log table is worked by hand")
  func logarithmic() {
    // The integral of e^p from 0 to 1 is e - 1.
    let table = QuantileTable([Quantile(0, 1), Quantile(1, 2.718_281_828_459_045)], interpolation: .log)
    #expect(isClose(Distribution.quantiles(table).mean, 1.718_281_828_459_045, within: 1e-15))
    #expect(isClose(table.quantile(0.5), 1.648_721_270_700_128, within: 1e-15))
    #expect(isClose(table.cdf(1.648_721_270_700_128), 0.5, within: 1e-15))
  }

  @Test("nearly equal values have the mean of what they are near")
  func flat() {
    for step in [0, 1e-12, 1e-6, 1e-3, 2.1e-3] {
      let table = QuantileTable([Quantile(0, 5), Quantile(1, 5 * (1 + step))], interpolation: .log)
      #expect(isClose(Distribution.quantiles(table).mean, 5 * (1 + step / 2 - step * step / 12), within: 1e-9))
    }
  }

  @Test("rescaled to a mean, a table has exactly that mean and the same ratios", arguments: QuantileTable.Interpolation.allCases)
  func rescaled(interpolation: QuantileTable.Interpolation) {
    let knots = [Quantile(0.01, 2), Quantile(0.5, 31), Quantile(0.99, 900)]
    let table = QuantileTable(knots, interpolation: interpolation, mean: 60)
    let unscaled = QuantileTable(table.scaledKnots, interpolation: interpolation)
    #expect(Distribution.quantiles(table).mean == 60)
    #expect(isClose(Distribution.quantiles(unscaled).mean, 60, within: 1e-14))
    #expect(isClose(table.quantile(0.99) / table.quantile(0.5), 900.0 / 31, within: 1e-14))
  }

  @Test("values that stand still between knots are a step of the cdf")
  func still() {
    let table = QuantileTable([Quantile(0, 1), Quantile(0.4, 3), Quantile(0.7, 3), Quantile(1, 4)], interpolation: .linear)
    #expect(table.cdf(3) == 0.7)
    #expect(isClose(table.cdf(2.999_999_999_999), 0.4, within: 1e-10))
    #expect(table.quantile(0.5) == 3)
    #expect(table.cdf(0.5) == 0)
    #expect(table.cdf(4) == 1)
  }
}
