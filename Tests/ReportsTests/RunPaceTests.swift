import Reports
import Testing

@Suite struct RunPaceTests {
  let pace = RunPace(runs: 12, done: 4, events: 41_200_000, elapsed: 8)

  @Test func `progress says how much is left`() {
    #expect(pace.progress == "[########----------------] 33 % of 12 runs · 5,150,000 events/s · 16 s left")
  }

  @Test func `the summary has runs, events and pace`() {
    #expect(pace.summary == "12 runs, 41.2 M events in 8 s (5,150,000 events/s)")
  }

  @Test func `nothing is promised before anything is known`() {
    #expect(RunPace(runs: 1, done: 0, events: 0, elapsed: 0).progress == "[------------------------] 0 % of 1 run · - events/s")
  }
}
