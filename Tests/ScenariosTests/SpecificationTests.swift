import Documents
import Testing

@testable import Scenarios

struct SpecificationTests {
  /// The whole example that the scenario language was specified by.
  static let intake = """
    scenario: webhook-intake
    platform: aws-lambda            # a profile: limits, scaling, keep-alive, cold starts, billing rules
    prices: aws-us-east-1           # a price book
    account: { concurrency: 1000, usedElsewhere: 300 }
    run: { start: 2026-01-05T00:00:00Z, duration: 24 h, warmUp: 0 s, drain: { upTo: 2 h }, replications: auto, seed: 1 }

    doors:
      public: { kind: httpApi, to: receive, timeout: 30 s, throttle: { rate: 2000/s, burst: 1000 } }

    functions:
      receive:
        runtime: nodejs22
        architecture: arm64
        memory: 256 MB
        timeout: 10 s
        artifact: { package: zip, size: 3 MB, unpacked: 11 MB }
        reservedConcurrency: 50
        logs: 1 KB
        steps:
          - compute: { work: { lognormal: { p50: 8 ms, p99: 60 ms } }, at: 256 MB }
          - send: { to: jobs }
      process:
        runtime: java21
        memory: 1024 MB
        timeout: 60 s
        artifact: { package: zip, size: 48 MB, unpacked: 160 MB }
        triggers:
          jobs: { batchSize: 10, maximumConcurrency: 20, reportBatchItemFailures: true }
        steps:
          - once: [ { request: 1️⃣{ to: secrets } } ]           # kept by the warm instance: first use only
        perItem:
          - request: { to: crm, timeout: 2 s, retry: { attempts: 3, backoff: { fullJitter: { base: 100 ms, cap: 2 s } } } }
          - fail: { chance: 0.1%, error: BadOrder, sticky: true }

    queues:
      jobs: { kind: standard, visibilityTimeout: 360 s, maxReceiveCount: 5, deadLetter: jobs-dead }
      jobs-dead: { kind: standard }

    services:
      crm: { latency: { lognormal: { p50: 120 ms, p99: 1.5 s } }, rateLimit: { rate: 100/s, burst: 100, excess: reject }, failures: { error: 0.2%, stall: 0.1% } }
      secrets: { latency: 30 ms }

    traffic:
      webhooks:
        to: public
        rate: 40/s
        shape: { diurnal: { peak: 3x, at: "14:00" } }
        size: 4 KB
        client: { timeout: 15 s, retry: { attempts: 2, backoff: { exponential: { base: 60 s } } } }

    objectives:
      - receive.latency.p99 < 300 ms
      - webhooks.completion.p95 < 15 min
      - jobs-dead.accepted == 0
      - { expect: cost.month < 400 USD, advisory: true }
    """

  @Test func `the specification's example is read`() {
    expectFindings(Self.intake, ["FS9008"])
  }

  @Test func `values arrive in base units and shapes in absolute rates`() throws {
    let scenario = try read(ScenarioReference.example, files: ReferenceTests.exampleFiles)
    #expect(
      scenario.run
        == RunSpec(
          start: Instant(nanoseconds: 1_767_571_200_000_000_000), duration: 86_400_000_000_000, warmUp: 600_000_000_000,
          drain: 7_200_000_000_000))
    #expect(scenario.account == AccountSpec(concurrency: 1000, usedElsewhere: 300))
    #expect(scenario.functions[0].artifact == Artifact(size: 3 << 20, unpacked: 11 << 20, loaded: 8 << 20))
    #expect(scenario.functions[2].provisionedConcurrency == .targetTracking(utilization: 0.7, minimum: 5, maximum: 100))
    #expect(scenario.traffic[0].arrivals == .open(.diurnal(rate: 40, peak: 3, at: 50_400_000_000_000), .gamma(cv: 2)))
    let shapes = scenario.traffic.compactMap { source -> RateShape? in
      if case .open(let shape, _) = source.arrivals { return shape }
      return nil
    }
    #expect(shapes[1] == .ramp(from: 1, to: 5, over: 600_000_000_000))
    guard case .steps(let levels, let every) = shapes[2] else { throw Mismatch() }
    #expect(every == 86_400_000_000_000)
    #expect(abs((levels[0].rate + levels[1].rate) / 2 - 1.0 / 60) < 1e-12)
    guard case .spike(let base, let peak, _, let length, let period) = shapes[3] else { throw Mismatch() }
    #expect(peak == 50)
    #expect(abs((base * Double(period - length) + peak * Double(length)) / Double(period) - 1) < 1e-12)
    guard case .weekly(let rates, _) = shapes[4] else { throw Mismatch() }
    #expect(abs(rates.reduce(0, +) / 7 - 1) < 1e-12)
    guard case .onOff(let onRate, let offRate, let on, let off) = shapes[5] else { throw Mismatch() }
    #expect(abs((onRate * Double(on) + offRate * Double(off)) / Double(on + off) - 1) < 1e-12)
  }

  struct Mismatch: Error {}

  @Test func `sizes that are not given follow from the runtime's language`() throws {
    let text = scenario(
      functions: "  a: { runtime: nodejs22, artifact: { size: 3 MB } }\n  b: { runtime: java21, artifact: { size: 3 MB } }",
      traffic: "  web: { to: a, rate: 1/s }")
    let functions = try read(text).functions
    #expect(functions[0].artifact == Artifact(size: 3 << 20, unpacked: 12 << 20, loaded: 12 << 20))
    #expect(functions[1].artifact == Artifact(size: 3 << 20, unpacked: 10 << 20, loaded: 10 << 20))
  }

  @Test func `objectives name metric, statistic and value`() throws {
    let scenario = try read(
      scenario(
        rest: """
          objectives:
            - api.latency.p99.9<=1.5 s
            - web.requests > 100
            - account.concurrency.max < 50
            - api.cost.month < 12 USD
            - { expect: api.wasted_s == 0 s, in: 95% }
            - web.lost.ratio < 1%
            - api.instances.last <= 3
          """))
    #expect(
      scenario.objectives.map { "\($0.subject.name) \($0.metric.rawValue) \($0.statistic.word) \($0.comparison.rawValue) \($0.value)" } == [
        "api latency p99.9 <= 1500000000.0", "web requests count > 100.0", "account concurrency max < 50.0", "api cost.month  < 12.0",
        "api wasted_s  == 0.0", "web lost ratio < 0.01", "api instances last <= 3.0",
      ])
    #expect(scenario.objectives[4].share == 0.95)
  }

  @Test func `the platform's constants are those of its file, overrides laid over`() throws {
    let lambda = try read(Example.small).platform
    #expect(lambda.cpu.memoryPerVCPU == 1769 << 20)
    #expect(lambda.scaling == .perFunction(.init(burst: 1000, refill: 1000, every: 10_000_000_000, manner: .continuous)))
    #expect(lambda.coldStart.zipFetch == .init(perPackedMB: 8e6, perUnpackedMB: 2.5e6))
    #expect(lambda.coldStart.initLimit == 10_000_000_000)
    let legacy = try read(Example.small, overrides: ["platform=aws-lambda-2020"]).platform
    #expect(legacy.scaling == .perAccount(.init(burst: 3000, refill: 500, every: 60_000_000_000, manner: .stepwise)))
    let changed = try read(Example.small, overrides: ["platform.scaling.burst=5", "platform.atLimit={ queue: { upTo: 10 s } }"]).platform
    #expect(changed.scaling == .perFunction(.init(burst: 5, refill: 1000, every: 10_000_000_000, manner: .continuous)))
    #expect(changed.atLimit == .queue(upTo: 10_000_000_000))
  }
}
