import Reports
import Testing

@Suite struct RunPaceTests {
  let pace = RunPace(simulated: 28_800_000_000_000, goal: 86_400_000_000_000, events: 41_200_000, elapsed: 8)

  @Test func `progress says how much is left`() {
    #expect(pace.progress == "33 % of 24 h · 5,150,000 events/s · 16 s left")
  }

  @Test func `the summary has time, events and pace`() {
    #expect(pace.summary == "8 h simulated, 41.2 M events in 8 s (5,150,000 events/s)")
  }

  @Test func `nothing is promised before anything is known`() {
    #expect(RunPace(simulated: 0, goal: 1_000_000_000, events: 0, elapsed: 0).progress == "0 % of 1 s · - events/s")
  }
}
