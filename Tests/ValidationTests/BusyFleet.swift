import Documents
import Scenarios

/// Scenario text of a small fleet in which about everything happens: throttles, errors, timeouts, retries, clients that give up,
/// users, bursts, traces, schedules, warmers, provisioned and reserved concurrency, kinds and sizes, loops that fork.
enum BusyFleet {
  /// Functions and traffic of the shop, which meet nobody else but by the account's limits.
  static let shop = (
    functions: """
      front:
        runtime: nodejs22
        artifact: { size: 3 MB }
        timeout: 2 s
        reservedConcurrency: 6
        steps:
          - once: [ { wait: 80 ms } ]
          - choose: { by: kind, cases: [ { when: card, steps: [ { compute: { work: 40 ms, at: 256 MB } } ] } ], otherwise: [ { wait: { exponential: { mean: 400 ms } } } ] }
          - fail: { chance: 4%, error: Declined, sticky: true }
      back:
        runtime: java21
        memory: 512 MB
        artifact: { size: 20 MB }
        timeout: 1 s
        provisionedConcurrency: 3
        steps:
          - compute: { lognormal: { p50: 250 ms, p99: 1.5 s } }
          - choose: { by: chance, cases: [ { when: 10%, steps: [ { fail: { chance: 50%, error: Odd } } ] } ] }

    """,
    traffic: """
      shoppers:
        to: front
        rate: 12/s
        shape: { onOff: { on: 10 s, off: 50 s, peak: 5x } }
        kinds: { card: 80%, invoice: 20% }
        client: { timeout: 500 ms, retry: { attempts: 3, backoff: { fullJitter: { base: 100 ms, cap: 2 s } }, on: [throttle, error, timeout] } }
      clerks: { to: back, users: 8, think: { exponential: { mean: 2 s } }, client: { timeout: 3 s, retry: { attempts: 2, backoff: { constant: 1 s } } } }
      nightly: { to: back, schedule: rate(1 minute), count: 4 }

    """
  )

  /// Functions and traffic of the plant.
  static let plant = (
    functions: """
      sensor:
        runtime: python3.12
        artifact: { size: 1 MB }
        keepAlive: { uniform: { low: 5 s, high: 30 s } }
        maxLifetime: 4 min
        pick: random
        warmer: { every: 20 s, count: 2 }
        steps:
          - repeat: { times: { uniform: { low: 1, high: 4 } }, steps: [ { compute: { exponential: { mean: 20 ms } } } ] }
          - choose: { by: size, cases: [ { when: { upTo: 50 KB }, steps: [ { wait: 5 ms } ] } ], otherwise: [ { wait: 50 ms } ] }
      model:
        runtime: dotnet8
        memory: 1024 MB
        artifact: { package: image, size: 200 MB, loaded: 20 MB }
        timeout: 4 s
        init: [ { compute: 300 ms } ]
        steps:
          - repeat: { times: 5, parallel: 2, steps: [ { wait: { exponential: { mean: 300 ms } } }, { fail: { chance: 2%, error: Lost } } ] }
            onError: [ { wait: 100 ms } ]
      replay: { runtime: go, artifact: { size: 5 MB }, timeout: 1 s, pick: leastRecent, binding: pinned, steps: [ { compute: recorded } ] }

    """,
    traffic: """
      readings: { to: sensor, rate: 15/s, shape: { ramp: { from: 0.2x, to: 1.8x, over: 5 min } }, size: { lognormal: { p50: 20 KB, p99: 8 MB } } }
      jobs: { to: model, trace: { counts: { file: counts.csv, row: jobs, every: 10 s } }, replay: 1.5x }
      log: { to: replay, trace: { invocations: { file: log.csv, start: at, duration: took, unit: ms } } }

    """
  )

  /// The data files that the plant names.
  static var files: MemoryFiles {
    let log = (0..<600).map { "\($0 * 400 + $0 * 37 % 250),\(20 + $0 * 31 % 1200)\n" }
    return MemoryFiles(["counts.csv": "name,counts\njobs,3 5*4 0*3 20 2*20 9\n", "log.csv": "at,took\n" + log.joined()])
  }

  /// A scenario of some functions and traffic.
  static func text(
    _ parts: [(functions: String, traffic: String)], account: String, run: String = "duration: 5 min, warmUp: 20 s, drain: { upTo: 20 min }"
  ) -> String {
    """
    scenario: busy-fleet
    platform: aws-lambda
    account: { \(account) }
    run: { \(run) }
    functions:
    \(parts.map(\.functions).joined())
    traffic:
    \(parts.map(\.traffic).joined())
    """
  }
}
