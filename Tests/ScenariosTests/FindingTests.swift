import Documents
import Testing

@testable import Scenarios

struct FindingTests {
  @Test func `six mistakes give six located findings in one go`() {
    expectFindings(
      """
      scenario: webhook
      platform: aws-lambda
      run: { duration: 1️⃣3600 }
      functions:
        api:
          runtime: 2️⃣nodejs21
          3️⃣memroy: 256 MB
          timeout: 4️⃣20 min
          steps:
            - runTask: { to: 5️⃣jobs }
      traffic:
        web: { to: 6️⃣apii, rate: 5/s }
      """, ["FS2005", "FS3002", "FS2001", "FS3004", "FS3001", "FS3001"])
  }

  @Test func `keys are checked`() {
    expectFindings(
      """
      scenario: test
      platform: aws-lambda
      run: 1️⃣{ warmUp: 1 s }
      functions: 2️⃣[]
      traffic:
        web: { to: api, rate: 1/s, size: 3️⃣}
      4️⃣durration: 1 h
      """, ["FS2002", "FS2003", "FS2004", "FS2001"].map { $0 })
  }

  @Test func `quantities are checked`() {
    expectFindings(
      scenario(
        functions: """
            api:
              runtime: nodejs22
              memory: 1️⃣512
              timeout: 2️⃣3 seconds
              logs: 3️⃣much
              ephemeralStorage: 4️⃣-5 MB
              keepAlive: 5️⃣99999999 d
              reservedConcurrency: 6️⃣1.5
              pick: 7️⃣mostrecent
              binding: late
              snapStart: 8️⃣yes
          """), ["FS2005", "FS2006", "FS2006", "FS2007", "FS2008", "FS2021", "FS2009", "FS2020"])
  }

  @Test func `names are checked`() {
    expectFindings(
      scenario(
        functions: """
            api: { runtime: nodejs22 }
            1️⃣all: { runtime: nodejs22 }
            2️⃣_x: { runtime: nodejs22 }
          """,
        traffic: """
            3️⃣api: { to: api, rate: 1/s }
          """), ["FS2012", "FS2011", "FS2013"])
  }

  @Test func `keys that exclude each other are found`() {
    expectFindings(
      scenario(
        traffic: """
            a: { to: api, rate: 1/s, 1️⃣users: 5, think: 1 s }
            b: 2️⃣{ to: api }
            c: { to: api, rate: 1/s, 3️⃣replay: 2x }
            d: { to: api, rate: 1/s, shape: { ramp: { from: 1x, to: 2x, over: 1 s }, 4️⃣diurnal: { peak: 2x, at: "14:00" } } }
          """), ["FS2014", "FS2014", "FS2014", "FS2014"])
  }

  @Test func `shares, distributions, schedules, instants and clocks are checked`() {
    expectFindings(
      """
      scenario: test
      platform: aws-lambda
      run: { duration: 1 h, start: 1️⃣yesterday }
      functions:
        api:
          runtime: nodejs22
          steps:
            - wait: { mixture: 2️⃣[{ share: 50%, of: 1 s }, { share: 40%, of: 2 s }] }
            - wait: { 3️⃣lognormall: { p50: 1 s, p99: 2 s } }
            - wait: { quantiles: { 1%: 2 s, 4️⃣50%: 1 s } }
            - wait: 5️⃣{ lognormal: { p50: 1 s, sigma: -1 } }
      traffic:
        a: { to: api, schedule: 6️⃣cron(0 12 * * * *) }
        b: { to: api, rate: 1/s, shape: { diurnal: { peak: 3x, at: 7️⃣25:00 } } }
        c: { to: api, rate: 1/s, kinds: 8️⃣{ card: 80% } }
      """, ["FS2018", "FS2015", "FS2016", "FS2016", "FS2016", "FS2017", "FS2019", "FS2015"])
  }

  @Test func `limits of the platform are checked`() {
    expectFindings(
      """
      scenario: test
      platform: aws-lambda-2018
      run: { duration: 1 h }
      functions:
        a: { runtime: nodejs14, memory: 1️⃣129 MB }
        b: { runtime: nodejs14, architecture: 2️⃣arm64 }
        c: { runtime: nodejs14, artifact: { package: 3️⃣image, size: 1 MB, loaded: 0 MB } }
        d: { runtime: nodejs14, artifact: { size: 4️⃣200 MB } }
        e: { runtime: nodejs14, provisionedConcurrency: 5️⃣5 }
        f: { runtime: nodejs14, snapStart: 6️⃣true }
        g: { runtime: nodejs14, init: [7️⃣{ fail: { chance: 1% } }] }
      traffic: {}
      """, ["FS3003", "FS3010", "FS3008", "FS3008", "FS3006", "FS3007", "FS3013"])
  }

  @Test func `concurrency set aside is summed`() {
    expectFindings(
      """
      scenario: test
      platform: aws-lambda
      account: { concurrency: 1000, usedElsewhere: 1️⃣2000 }
      run: { duration: 1 h, warmUp: 2️⃣2 h }
      functions:
        a: { runtime: nodejs22, reservedConcurrency: 500, provisionedConcurrency: 3️⃣600 }
        b: { runtime: nodejs22, reservedConcurrency: 4️⃣401 }
      traffic: {}
      """, ["FS3016", "FS3009", "FS3006", "FS3005"])
  }

  @Test func `items and recorded durations come from the sources`() {
    expectFindings(
      scenario(
        functions: """
            api:
              runtime: nodejs22
              steps:
                - compute: 1️⃣recorded
                - choose: { by: kind, cases: [{ when: 2️⃣cart, steps: [] }] }
          """, traffic: "  web: { to: api, rate: 1/s, kinds: { card: 100% } }"), ["FS3011", "FS3012"])
  }

  @Test func `traffic that never comes is found`() {
    expectFindings(
      scenario(
        traffic: """
            a: { to: api, rate: 1️⃣0/s }
            b: { to: api, rate: 1/s, shape: 2️⃣{ spike: { at: 0 s, for: 30 s, peak: 500x, every: 1 h } } }
            c: { to: api, schedule: 3️⃣cron(0 12 1 1 ? 2020) }
            d: { to: api, rate: 1/s, shape: 4️⃣{ onOff: { on: 10 s, off: 10 s, peak: 3x } } }
            e: { to: api, shape: 5️⃣{ ramp: { from: 1/s, to: 2x, over: 1 s } } }
          """), ["FS3014", "FS3015", "FS3014", "FS3015", "FS3015"])
  }

  @Test func `platforms and price books are looked up and their constants typed`() {
    expectFindings("scenario: a\nplatform: 1️⃣aws-lamda\nrun: { duration: 1 s }\nfunctions: {}\ntraffic: {}\n", ["FS4001"])
    expectFindings(
      """
      scenario: a
      platform: { profile: aws-lambda, keepAlive: 1️⃣10, scaling: { 2️⃣bursts: 5 } }
      prices: { book: aws-us-east-1, rates: { requests: 3️⃣0.2 USD } }
      run: { duration: 1 s }
      functions: {}
      traffic: {}
      """, ["FS2005", "FS2001", "FS4006"])
    expectFindings("scenario: a\nplatform: aws-lambda\nprices: 1️⃣aws\nrun: { duration: 1 s }\nfunctions: {}\ntraffic: {}\n", ["FS4002"])
  }

  @Test func `data files are checked`() {
    let files = MemoryFiles([
      "t.csv": "TIMESTAMP\n2023-11-16 18:15:46.6805900\nnoon\n", "n.csv": "name,counts\nfn001,1 2*3\nfn002,x\n",
    ])
    expectFindings(
      scenario(
        traffic: """
            a: { to: api, trace: { timestamps: { file: 1️⃣gone.csv, column: x } } }
            b: { to: api, trace: { timestamps: { file: t.csv, column: 2️⃣TIME } } }
            c: { to: api, trace: { timestamps: { file: 3️⃣t.csv, column: TIMESTAMP } } }
            d: { to: api, trace: { counts: { file: n.csv, row: 4️⃣fn003 } } }
            e: { to: api, trace: { counts: { file: 5️⃣n.csv, row: fn002 } } }
          """), ["FS1001", "FS4003", "FS4004", "FS4005", "FS4004"], files: files)
  }

  @Test func `objectives are looked up`() {
    expectFindings(
      scenario(
        rest: """
          objectives:
            - 1️⃣api is fast
            - 2️⃣apu.latency.p99 < 300 ms
            - api.3️⃣latncy.p99 < 300 ms
            - api.4️⃣latency < 300 ms
            - api.latency.5️⃣p101 < 300 ms
            - api.latency.p99 < 6️⃣300
            - web.7️⃣cold_ratio < 1%
            - cost.month < 8️⃣12
            - all.instances.9️⃣max < 5
          """), ["FS6001", "FS6002", "FS6003", "FS6004", "FS6004", "FS6005", "FS6003", "FS6005", "FS6004"])
  }

  @Test func `objectives on services have the metrics of services`() throws {
    let text = scenario(
      rest: """
        services: { crm: { latency: 30 ms } }
        objectives:
          - crm.rejected.ratio < 1%
          - crm.connections.max <= 90
          - crm.over_limit_s < 1 min
          - crm.1️⃣cold_ratio < 1%
          - crn2️⃣.offered < 1
        """)
    expectFindings(text.replacing("crn2️⃣", with: "2️⃣crn"), ["FS6003", "FS6002"])
  }

  @Test func `keys of later versions are refused by name`() {
    expectFindings(scenario(traffic: "  web: { to: api, rate: 1/s, 1️⃣calls: 2 }"), ["FS2010"])
  }

  @Test func `an image without its loaded part is only advised about`() throws {
    let text = scenario(functions: "  api: { runtime: nodejs22, artifact: 1️⃣{ package: image, size: 500 MB } }")
    expectFindings(text, ["FS9001"])
    #expect(try read(Marked(text).text).functions[0].artifact.loaded == 0)
  }

  @Test func `a finding shows its line and suggests the nearest name`() {
    let result = Scenario.parse("scenario: a\nplatform: aws-lambda\nrun: { duraton: 1 h }\nfunctions: {}\ntraffic: {}\n", file: "prod.yaml")
    #expect(
      result.diagnostics.last?.rendered == """
        prod.yaml:3:8: error[FS2001]: run.duraton: unknown key 'duraton'; did you mean 'duration'?
           2 | platform: aws-lambda
           3 | run: { duraton: 1 h }
             |        ^^^^^^^

        """)
  }
}
