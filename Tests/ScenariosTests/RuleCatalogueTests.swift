import Documents
import StatesLanguage
import Testing

@testable import Scenarios

struct RuleCatalogueTests {
  private static let files = MemoryFiles([
    "base.yaml": "extends: base.yaml\n", "t.csv": "a\nx\n", "n.csv": "name,counts\nfn001,1\n",
    "job.asl.json":
      #"{ "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true } } }"#,
    "ask.asl.json":
      #"{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true } } }"#,
    "large.yaml": String(repeating: "#", count: 33 << 20),
  ])

  /// A mistake of every kind, by its code; the texts of functions and traffic stand in an otherwise good scenario.
  private static let mistakes: [(code: String, text: String)] = [
    ("FS1001", "extends: gone.yaml"), ("FS1003", "extends: large.yaml"), ("FS1005", "a: ]"), ("FS1006", "a:\n\tb: 1"), ("FS1007", ""),
    ("FS1008", "a: 1\n---\nb: 1"), ("FS1009", "a: 1\na: 2"),
    ("FS1010", String(repeating: "[", count: 200) + String(repeating: "]", count: 200)),
    ("FS1012", "[a]: 1"), ("FS1013", "<<: 1"), ("FS1014", "a: &a 1\n*a : 2"), ("FS2001", scenario(rest: "foo: 1")),
    ("FS2002", "scenario: a"),
    ("FS2003", "scenario: []"), ("FS2004", "scenario:"), ("FS2005", function("memory: 5")), ("FS2006", function("memory: 5 ms")),
    ("FS2007", function("memory: 5 MB")), ("FS2008", function("timeout: 9999999999 d")), ("FS2009", function("pick: best")),
    ("FS2010", source("calls: 2")), ("FS2011", scenario(functions: "  _a: { runtime: go }")),
    ("FS2012", scenario(functions: "  all: { runtime: go }")), ("FS2013", scenario(traffic: "  api: { to: api, rate: 1/s }")),
    ("FS2014", source("users: 5, think: 1 s")), ("FS2015", source("kinds: { a: 50% }")), ("FS2016", function("keepAlive: { foo: 1 }")),
    ("FS2017", scenario(traffic: "  web: { to: api, schedule: daily }")), ("FS2018", "run: { start: now }"),
    ("FS2019", source("shape: { diurnal: { peak: 2x, at: noon } }")), ("FS2020", function("snapStart: on")),
    ("FS2021", function("reservedConcurrency: many")), ("FS3001", scenario(traffic: "  web: { to: apo, rate: 1/s }")),
    ("FS3002", scenario(functions: "  api: { runtime: cobol }")),
    ("FS3003", scenario(functions: "  api: { runtime: nodejs14, memory: 129 MB }").replacing("aws-lambda", with: "aws-lambda-2018")),
    ("FS3004", function("timeout: 1 h")), ("FS3005", function("reservedConcurrency: 950")),
    ("FS3006", function("reservedConcurrency: 5, provisionedConcurrency: 6")), ("FS3007", function("snapStart: true")),
    ("FS3008", function("artifact: { size: 300 MB }")), ("FS3009", "run: { duration: 1 s, warmUp: 1 s }"),
    ("FS3010", function("architecture: arm64").replacing("aws-lambda", with: "aws-lambda-2018")),
    ("FS3011", function("steps: [{ compute: recorded }]")),
    ("FS3012", function("steps: [{ choose: { by: kind, cases: [{ when: a, steps: [] }] } }]")),
    ("FS3013", function("init: [{ fail: { chance: 1% } }]")),
    (
      "FS3017",
      function("steps: [\(String(repeating: "{ repeat: { times: 2, steps: [", count: 5)) \(String(repeating: "] } }", count: 5))]")
    ),
    ("FS3018", scenario(rest: "queues: {}").replacing("aws-lambda", with: "cloudflare-workers")),
    ("FS3019", scenario(rest: "doors: { a: { kind: alb, to: web } }")),
    ("FS3020", scenario(rest: "queues: { a: { kind: fifo, deadLetter: b }, b: {} }")),
    ("FS3021", function("timeout: 1 min, triggers: { jobs: {} }") + "\nqueues: { jobs: {} }"),
    ("FS3022", scenario(rest: "queues: { a: { deadLetter: a } }")),
    ("FS3023", scenario(rest: "streams: { a: { shards: 1, reshard: [{ at: 1 h, shards: 3 }] } }")),
    ("FS3014", scenario(traffic: "  web: { to: api, rate: 0/s }")), ("FS3015", source("shape: { onOff: { on: 1 s, off: 1 s, peak: 3x } }")),
    ("FS3016", scenario(rest: "account: { concurrency: 1, usedElsewhere: 2 }")), ("FS4001", "platform: ibm"),
    ("FS4002", scenario(rest: "prices: free")), ("FS4003", trace("timestamps: { file: t.csv, column: b }")),
    ("FS4004", trace("timestamps: { file: t.csv, column: a }")), ("FS4005", trace("counts: { file: n.csv }")),
    ("FS4006", scenario(rest: "prices: { book: aws-us-east-1, rates: { requests: free } }")), ("FS5001", "extends: base.yaml"),
    ("FS6001", objective("fast")), ("FS6002", objective("x.latency.p99 < 1 s")), ("FS6003", objective("api.speed < 1 s")),
    ("FS6004", objective("api.latency < 1 s")), ("FS6005", objective("api.latency.p99 < 1")),
    ("FS3024", calling("split: { size: 1 MB }", "needsWhole: true")), ("FS3025", calling("size: 7 MB")),
    ("FS3026", function("steps: [{ call: { to: api } }]")),
    ("FS3027", calling("claimCheck: { bucket: blobs }, split: { size: 1 MB }") + "\nbuckets: { blobs: {} }"),
    ("FS3028", function("steps: [{ continueAs: { reserve: 1 s } }]")),
    ("FS3029", function("steps: [{ repeat: { times: 2, steps: [{ continueAs: { reserve: 3 s } }] } }]")),
    ("FS3030", scenario(rest: "workflows: { job: { definition: job.asl.json } }")),
    ("FS3031", scenario(rest: "workflows: { job: { definition: job.asl.json, tasks: { Play: { takes: 1 s } } } }")),
    ("FS3032", scenario(rest: "containers: { crunch: { kind: ec2, machine: c7i.tiny } }")),
    ("FS3033", scenario(rest: "workflows: { job: { definition: ask.asl.json, kind: express } }")),
    ("FS9013", function("returns: { a: 1 }")), ("FS9001", function("artifact: { package: image, size: 1 MB }")),
    ("FS9002", function("timeout: 30 s, triggers: { jobs: {} }") + "\nqueues: { jobs: {} }"),
    ("FS9003", function("reservedConcurrency: 5, triggers: { jobs: { maximumConcurrency: 6 } }") + "\nqueues: { jobs: {} }"),
    ("FS9004", scenario(rest: "queues: { a: { deadLetter: b }, b: { retention: 1 d } }")),
    (
      "FS9005",
      scenario(
        functions: ["api", "b", "c"].map { "  \($0): { runtime: go, triggers: { clicks: {} } }" }.joined(separator: "\n"),
        rest: "streams: { clicks: { kind: dynamodb, shards: 1 } }")
    ),
    ("FS9006", scenario(rest: "queues: { jobs: {} }")),
    ("FS9007", scenario(rest: "faults: [{ deploy: { of: api, at: 2 h } }]")),
    ("FS9008", function("steps: [{ request: { to: crm } }]") + "\nservices: { crm: { latency: 1 ms } }"),
    ("FS9009", calling("timeout: 5 s")),
    ("FS9010", function("steps: [{ repeat: { times: 2, steps: [{ call: { to: api } }] } }]")),
    ("FS9011", function("steps: [{ invoke: { to: api } }]")),
  ]

  private static func calling(_ keys: String, _ callee: String = "") -> String {
    scenario(functions: "  api: { runtime: go, steps: [{ call: { to: b, \(keys) } }] }\n  b: { runtime: go, \(callee) }")
  }
  private static func function(_ keys: String) -> String { scenario(functions: "  api: { runtime: go, \(keys) }") }
  private static func source(_ keys: String) -> String { scenario(traffic: "  web: { to: api, rate: 1/s, \(keys) }") }
  private static func trace(_ keys: String) -> String { scenario(traffic: "  web: { to: api, trace: { \(keys) } }") }
  private static func objective(_ text: String) -> String { scenario(rest: "objectives: [\"\(text)\"]") }

  @Test(arguments: mistakes) func `a mistake of each kind is found as that kind`(code: String, text: String) {
    let codes = Scenario.parse(text, files: Self.files).diagnostics.map(\.code)
    #expect(codes.contains(code), "\(codes)")
  }

  @Test func `there is a mistake of every kind`() {
    // These are raised by bytes, folders, aliases, overrides and test files, in tests of their own.
    let elsewhere = ["FS1002", "FS1004", "FS1011", "FS5002", "FS5003", "FS5004", "FS7001", "FS7002"]
    // Mistakes of state machines have a catalogue of their own, FindingTests of StatesLanguage.
    let machines = (Rule.json + Rule.statesLanguage).map(\.code)
    #expect((Self.mistakes.map(\.code) + elsewhere + machines).sorted() == FindingReference.rules.map(\.code))
  }
}
