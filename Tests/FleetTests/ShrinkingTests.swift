import Testing

@testable import Fleet

/// A failure in a random fleet is shown by a small one.
struct ShrinkingTests {
  @Test func `of a fleet that refuses requests one source is left`() throws {
    func refuses(_ blueprint: Blueprint) throws -> Bool {
      try Run.simulate(blueprint).functions.contains { $0.refused.reduce(0, +) > 0 }
    }
    let seed = try #require(try (0..<100).first { seed in try RandomFleet.plain(seed).live.count > 2 && refuses(RandomFleet.plain(seed)) })
    let whole = RandomFleet.plain(seed)
    let small = try RandomFleet.shrunk(whole, while: refuses)
    #expect(try refuses(small))
    #expect(small.live.count <= 2 && small.arrivalsEnd < whole.arrivalsEnd, "\(small.summary)")
  }

  @Test func `what does not hold is reported with its seed and the smallest fleet`() throws {
    try withKnownIssue {
      try RandomFleet.expect(RandomFleet.plain(1), "fleet 1") { blueprint in
        try Run.simulate(blueprint).events > 0 ? ["something happens"] : []
      }
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined()
      return text.contains("fleet 1: something happens") && text.contains("smallest: sources [")
    }
  }
}
