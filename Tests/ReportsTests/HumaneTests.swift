import Reports
import Testing

@Suite struct HumaneTests {
  @Test(
    arguments: [
      (0, "0 ms"), (820_000, "820 µs"), (20_100_000, "20.1 ms"), (271_400_000, "271 ms"), (999_600_000, "1 s"), (1_733_000_000, "1.73 s"),
      (90e9, "90 s"), (912e9, "15.2 min"), (86_400e9, "24 h"), (302_400e9, "3.5 d"),
    ] as [(Double, String)])
  func `a duration has a fitting unit`(nanoseconds: Double, text: String) {
    #expect(Humane.duration(nanoseconds) == text)
  }

  @Test(
    arguments: [(0, "0"), (999, "999"), (1_204, "1,204"), (9_999_999, "9,999,999"), (41_234_567, "41.2 M"), (12_345_678_901, "12.3 G")]
      as [(Int64, String)])
  func `a count has separators`(count: Int64, text: String) {
    #expect(Humane.count(count) == text)
  }

  @Test(
    arguments: [(0, "0"), (0.003_1, "0.31"), (0.000_01, "<0.01"), (0.118, "11.8"), (1, "100"), (0.999_99, "100")] as [(Double, String)])
  func `a share is in percent`(share: Double, text: String) {
    #expect(Humane.percent(share) == text)
  }

  @Test(
    arguments: [
      (0, "0.00"), (819_400, "0.000819"), (8_290_000_000, "8.29"), (1_042_149_000_000, "1,042.15"), (50_000_000, "0.05"),
    ] as [(Int64, String)])
  func `money is to the cent`(nano: Int64, text: String) {
    #expect(Humane.dollars(nano) == text)
  }
}
