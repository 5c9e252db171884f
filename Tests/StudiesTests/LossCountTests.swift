import Scenarios
import Studies
import StudyFixtures
import Testing

@Suite struct LossCountTests {
  @Test func `losses are listed by cause, sources first`() {
    let losses = Shop.study().result(of: Shop.record()).losses
    #expect(
      losses.map { "\($0.subject.name) \($0.cause) \($0.requests)" } == [
        "web throttle 5", "web error 8", "web timeout 2", "api concurrency 10",
      ])
    #expect(losses.map(\.share).last == 10.0 / 1_010)
  }
}
