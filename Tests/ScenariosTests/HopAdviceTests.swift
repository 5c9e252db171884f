import Documents
import Testing

@testable import Scenarios

struct HopAdviceTests {
  private let services = "services: { crm: { latency: 1 ms } }"

  private func expect(
    _ functions: String, rest: String = "", _ codes: [String], only: Set<String>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectFindings(
      scenario(functions: functions, rest: rest), codes, only: only, sourceLocation: sourceLocation)
  }

  @Test func `a request without a timeout is advised about, unless none is meant`() throws {
    let text = """
        api:
          runtime: nodejs22
          steps:
            - request: 1️⃣{ to: crm }
            - request: { to: crm, timeout: none }
            - request: { to: crm, timeout: 1 s }
            - once: [{ request: 2️⃣{ to: crm } }]
      """
    expect(text, rest: services, ["FS9008", "FS9008"], only: ["FS9008"])
    #expect(try read(Marked(scenario(functions: text, rest: services)).text).functions.count == 1)
  }

  @Test func `timeouts that do not nest are advised about`() {
    expect(
      """
        api:
          runtime: nodejs22
          timeout: 10 s
          steps:
            - call: 1️⃣{ to: slow }
            - call: 2️⃣{ to: quick, timeout: 1 s }
            - call: { to: quick, timeout: 4 s }
            - call: { to: quick }
            - request: { to: crm, timeout: 3️⃣10 s }
            - request: { to: crm, timeout: 4 s, retry: 4️⃣{ attempts: 3, on: [timeout] } }
            - request: { to: crm, timeout: 4 s, retry: { attempts: 3, on: [error] } }
            - request: { to: crm, timeout: 5 s, retry: { attempts: 2 } }
        slow: { runtime: go, timeout: 1 min }
        quick: { runtime: go, timeout: 3 s }
      """, rest: services, ["FS9009", "FS9009", "FS9009", "FS9009"], only: ["FS9009"])
  }

  @Test func `the SDK's own timeout counts, and so does a door's`() {
    expect(
      """
        api: { runtime: java21, timeout: 5 min, steps: [{ call: 1️⃣{ to: slow } }, { call: { to: slow, timeout: none } }] }
        slow: { runtime: go, timeout: 1 min }
      """, rest: "doors: { front: 2️⃣{ kind: httpApi, to: slow }, back: { kind: alb, to: slow } }", ["FS9009", "FS9009"], only: ["FS9009"])
  }

  @Test func `calls in a circle are refused where nothing can end them, and advised about elsewhere`() {
    let circles: Set = ["FS3026", "FS9010", "FS9011"]
    expect("  api: { runtime: go, steps: [{ call: 1️⃣{ to: api } }] }", ["FS3026"], only: circles)
    expect(
      """
        a: { runtime: go, steps: [{ wait: 1 ms }, { call: 1️⃣{ to: b } }] }
        b: { runtime: go, perItem: { steps: [{ call: { to: c } }] } }
        c: { runtime: go, steps: [{ call: { to: a } }, { call: { to: d } }] }
        d: { runtime: go }
      """, ["FS3026"], only: circles)
    expect(
      """
        a: { runtime: go, steps: [{ call: 1️⃣{ to: b } }] }
        b: { runtime: go, steps: [{ choose: { by: chance, cases: [{ when: 50%, steps: [{ call: { to: a } }] }] } }] }
        c: { runtime: go, steps: [{ fail: { chance: 10% } }, { call: 2️⃣{ to: c } }] }
        d: { runtime: go, steps: [{ call: { to: a } }] }
      """, ["FS9010", "FS9010"], only: circles)
  }

  @Test func `loops of items are advised about`() {
    expect(
      """
        a: { runtime: go, steps: [{ invoke: 1️⃣{ to: a } }] }
        b: { runtime: go, triggers: { jobs: {} }, steps: [{ send: 2️⃣{ to: jobs } }] }
        c: { runtime: go, steps: [{ call: { to: d } }] }
        d: { runtime: go, steps: [{ emit: 3️⃣{ to: events } }] }
        e: { runtime: go, triggers: { orders: {} }, steps: [{ call: { to: c } }, { send: { to: done } }] }
      """,
      rest: """
        queues: { jobs: {}, done: {} }
        topics: { orders: { from: { events: {} } } }
        buses: { events: {} }
        """, ["FS9011", "FS9011", "FS9011"], only: ["FS9011", "FS9010", "FS3026"])
  }

  /// Workflows that start executions of their own, of each other, or by way of a function.
  @Test func `circles and loops through workflows are advised about`() {
    func starts(_ name: String, _ manner: String = "") -> String {
      """
      { "StartAt": "Go", "States": { "Go": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution\(manner)", "End": true,
        "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:\(name)" } } } }
      """
    }
    let calls = #"{ "StartAt": "Go", "States": { "Go": { "Type": "Task", "End": true, "Resource": "api" } } }"#
    let files = MemoryFiles([
      "again.json": starts("again"), "waits.json": starts("waits", ".sync"), "there.json": starts("back", ".sync:2"),
      "back.json": starts("there"), "calls.json": calls, "ends.json": starts("calls"),
    ])
    let text = scenario(
      functions: "  api: { runtime: go, steps: [{ start: { to: calls } }] }",
      rest: """
        workflows:
          again: { definition: again.json }
          waits: { definition: waits.json }
          there: { definition: there.json }
          back: { definition: back.json }
          calls: { definition: calls.json }
          ends: { definition: ends.json }
        """)
    let found = Scenario.parse(text, files: files).diagnostics.filter { ["FS9010", "FS9011", "FS3026"].contains($0.code) }
    #expect(
      found.map { "\($0.code) \($0.message.prefix { $0 != ";" })" }.sorted() == [
        "FS9010 these wait for each other in a circle: waits -> waits",
        "FS9011 what is handed on comes back: again -> again",
        "FS9011 what is handed on comes back: api -> calls -> api",
        "FS9011 what is handed on comes back: back -> there -> back",
      ], "\(found.map(\.rendered))")
  }

  /// AWS Lambda Developer Guide, "Use Lambda recursive loop detection": about 16 invocations, through queues, topics and buckets.
  @Test func `the finding says whether the platform ends a loop`() {
    func words(_ keys: String, _ receiver: String, platform: String = "aws-lambda") -> String {
      let text = scenario(
        functions: "  api: { runtime: nodejs12, \(keys) triggers: { x: {} }, steps: [{ \(receiver): { to: x } }] }",
        rest: receiver == "emit" ? "buses: { x: {} }" : "topics: { x: {} }"
      ).replacing("platform: aws-lambda", with: "platform: \(platform)").replacing(
        "nodejs12", with: platform == "aws-lambda" ? "go" : "nodejs12")
      return Scenario.parse(text).diagnostics.filter { $0.code == "FS9011" }.map(\.message).joined()
    }
    #expect(words("", "publish").contains("api -> x -> api; the platform ends it after 16 invocations"))
    #expect(words("async: { recursion: allow },", "publish").contains("the platform does not end it"))
    #expect(words("", "emit").contains("the platform does not end it"))
    #expect(words("", "publish", platform: "aws-lambda-2020").contains("the platform does not end it"))
  }
}
