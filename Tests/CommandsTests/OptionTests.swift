import ArgumentParser
import Reports
import Testing

@testable import Commands

@Suite struct OptionTests {
  @Test(
    arguments: [
      ("0", SeedOption.fixed(0)), ("9007199254740991", .fixed(9_007_199_254_740_991)), ("random", .random), ("9007199254740992", nil),
      ("-1", nil), ("seven", nil),
    ] as [(String, SeedOption?)])
  func `a seed is an integer that spreadsheets keep`(text: String, seed: SeedOption?) {
    #expect(SeedOption(argument: text) == seed)
  }

  @Test func `a random seed is one that can be given`() {
    for _ in 0..<100 { #expect((0...SeedOption.largest).contains(SeedOption.random.seed)) }
  }

  @Test(
    arguments: [
      ("60s", 60_000_000_000), ("60 s", 60_000_000_000), ("1.5 min", 90_000_000_000), ("250ms", 250_000_000), ("60", nil), ("0 s", nil),
      ("s", nil),
      ("5 parsecs", nil),
    ] as [(String, Int64?)])
  func `a duration has a unit`(text: String, nanoseconds: Int64?) {
    #expect(DurationOption(argument: text)?.nanoseconds == nanoseconds)
  }

  @Test func `a setting without an equals sign is a mistake of usage`() {
    #expect(throws: (any Error).self) { try RunCommand.parse(["a.yaml", "--set", "functions.api.memory"]) }
  }

  @Test func `a fault without a colon is a mistake of usage`() throws {
    #expect(throws: (any Error).self) { try RunCommand.parse(["a.yaml", "--inject", "outage"]) }
    let faults = ["outage:crm,at=12:00,for=30m", "deploy:api,at=1h"]
    #expect(try CheckCommand.parse(["a.yaml", "--inject", faults[0], "--inject", faults[1]]).source.faults == faults)
  }

  @Test func `a series without a folder is a mistake of usage`() throws {
    #expect(throws: (any Error).self) { try RunCommand.parse(["a.yaml", "--every", "60s"]) }
    #expect(try RunCommand.parse(["a.yaml", "--every", "60s", "-o", "out"]).every?.nanoseconds == 60_000_000_000)
  }

  @Test func `colour follows the terminal, NO_COLOR and the option`() throws {
    var console = Listener().console
    console.outputIsTerminal = true
    var display = try DisplayOptions.parse([])
    #expect(display.paint(on: console).isColoured)
    console.environment = ["NO_COLOR": "1"]
    #expect(!display.paint(on: console).isColoured)
    display = try DisplayOptions.parse(["--color", "always"])
    #expect(display.paint(on: console).isColoured)
    display = try DisplayOptions.parse(["--color", "never"])
    console.environment = [:]
    #expect(!display.paint(on: console).isColoured)
    #expect(!(try DisplayOptions.parse([])).paint(on: Listener().console).isColoured)
  }

  @Test func `progress is for people at a terminal`() {
    var console = Listener().console
    #expect(!console.showsProgress)
    console.errorIsTerminal = true
    #expect(console.showsProgress)
    console.environment = ["CI": ""]
    #expect(!console.showsProgress)
    console.environment = ["TERM": "dumb"]
    #expect(!console.showsProgress)
  }
}
