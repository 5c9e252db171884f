import Documents
import Fleet
import Scenarios
import Simulation
import Statistics
import Studies
import Testing

/// Tasks of containers by hand: what is launched, when it begins and ends, what is refused, and what it costs.
struct ContainerTests {
  private static let quick = """
    hops: { invoke: 1 ms }, containers: { call: 0 s, fargate: { launch: 30 s, bandwidth: 100 MB/s }, \
    ec2: { launch: 20 s, boot: 130 s } }
    """

  /// A container `crunch`, which requests to themselves, to a function or to a workflow set off at noon.
  private static func text(
    _ container: String = "steps: [{ wait: 10 min }]", api: String? = nil, traffic: String = "", account: String = "", rest: String = ""
  ) -> String {
    """
    scenario: long
    platform: { profile: aws-lambda, \(quick) }
    run: { start: 2026-01-05T11:59:00Z, duration: 2 min, drain: { upTo: 6 h } }
    \(account)
    functions:
      api: { runtime: go, timeout: 5 min, steps: [\(api ?? "{ wait: 1 s }")] }
    containers:
      crunch: { \(container) }
    \(rest)
    traffic:
      noon: { to: \(rest.contains("workflows") ? "flow" : api == nil ? "crunch" : "api"), schedule: cron(0 12 * * ? *)\(traffic) }
    """
  }

  private static func quantity(_ component: String, _ item: String, _ text: String) throws -> Double {
    let result = try Study(Simulated.scenario(text)).result(of: Simulated.record(text))
    let line = result.costs.lines.first { $0.component == component && $0.item == item }
    return try #require(line?.quantity.number)
  }

  @Test func `a task begins when its machine is there and its image is fetched`() throws {
    let record = try Simulated.record(Self.text("image: 500 MB, steps: [{ wait: 10 min }]"))
    let crunch = record.functions[1]
    #expect(crunch.succeeded == 1 && crunch.coldStarts == 1)
    #expect(crunch.start.sum == 35_000_000_000 && crunch.duration.sum == 600_000_000_000 && crunch.latency.sum == 635_000_000_000)
    // The source is answered when the task is accepted, and all it set off has ended with the task.
    #expect(record.sources[0].latency.sum == 0 && record.sources[0].completion.sum == 635_000_000_000)
  }

  /// - Source: AWS Fargate pricing: vCPU and memory by the second from the fetching of the image to the end, a minute at least.
  @Test func `Fargate bills processors and memory from the fetching of the image on`() throws {
    let text = Self.text("vCPUs: 2, memory: 4 GB, image: 500 MB, steps: [{ wait: 10 min }]")
    #expect(abs(try Self.quantity("crunch", "container.x86_64.vCPU", text) - 2 * 605.0 / 3_600) < 1e-9)
    #expect(abs(try Self.quantity("crunch", "container.x86_64.memory", text) - 4 * 605.0 / 3_600) < 1e-9)
    let short = Self.text("vCPUs: 1, memory: 2 GB, architecture: arm64, steps: [{ wait: 3 s }]")
    #expect(abs(try Self.quantity("crunch", "container.arm64.vCPU", short) - 60.0 / 3_600) < 1e-9)
  }

  @Test func `a machine of its own is billed from the moment it is there`() throws {
    let text = Self.text("kind: ec2, machine: c7i.xlarge, steps: [{ wait: 3 min }]")
    let crunch = try Simulated.record(text).functions[1]
    #expect(crunch.start.sum == 150_000_000_000 && crunch.duration.sum == 180_000_000_000)
    #expect(abs(try Self.quantity("crunch", "machine.c7i.xlarge", text) - 310.0 / 3_600) < 1e-9)
  }

  /// - Source: Amazon ECS Developer Guide, request throttling: Fargate launches 100 tasks at once.
  @Test func `launches beyond the account's bucket are refused`() throws {
    let record = try Simulated.record(Self.text(traffic: ", count: 150"))
    let crunch = record.functions[1]
    #expect(crunch.offered == 150 && crunch.succeeded == 100 && crunch.refused(.scalingRate) == 50)
    #expect(record.sources[0].lost.reduce(0, +) == 50 && record.sources[0].completion.count == 100)
  }

  @Test func `no more tasks run at a time than the container says`() throws {
    let crunch = try Simulated.record(Self.text("maximumRunning: 3, steps: [{ wait: 1 min }]", traffic: ", count: 10")).functions[1]
    #expect(crunch.succeeded == 3 && crunch.refused(.reservedConcurrency) == 7 && crunch.concurrency.peak == 3)
  }

  @Test func `what containers run is no concurrency of functions`() throws {
    let account = "account: { concurrency: 10 }"
    let record = try Simulated.record(Self.text(traffic: ", count: 50", account: account))
    #expect(record.functions[1].succeeded == 50 && record.accountConcurrency.peak == 0)
  }

  @Test func `a function that does not wait is done when its task is accepted`() throws {
    let record = try Simulated.record(Self.text(api: "{ runTask: { to: crunch } }"))
    #expect(record.functions[0].succeeded == 1 && record.functions[0].duration.sum < 1_000_000_000)
    #expect(record.functions[1].succeeded == 1 && record.functions[1].wasted == 0)
    #expect(record.sources[0].completion.sum > 630_000_000_000)
  }

  @Test func `a function that waits is billed for it, and what it gives up runs on as waste`() throws {
    let patient = try Simulated.record(Self.text("steps: [{ wait: 1 min }]", api: "{ runTask: { to: crunch, wait: true } }"))
    #expect(patient.functions[0].succeeded == 1 && patient.functions[0].duration.sum >= 90_000_000_000)
    let impatient = try Simulated.record(Self.text(api: "{ runTask: { to: crunch, wait: true } }"))
    #expect(impatient.functions[0].timeouts == 1 && impatient.functions[1].succeeded == 1)
    // 270 s of its 10 minutes fall into the 5 minutes of the function.
    #expect(abs(Double(impatient.functions[1].wasted) / 1e9 - 330) < 1)
  }

  @Test func `a step learns that its task was refused or failed`() throws {
    let refused = try Simulated.record(
      Self.text("maximumRunning: 1, steps: [{ wait: 1 min }]", api: "{ runTask: { to: crunch, retry: none } }", traffic: ", count: 2"))
    #expect(refused.functions[0].succeeded == 1 && refused.functions[0].errors == 1)
    let failed = try Simulated.record(Self.text("steps: [{ fail: { chance: 100% } }]", api: "{ runTask: { to: crunch, wait: true } }"))
    #expect(failed.functions[1].errors > 0 && failed.functions[0].errors == 1)
  }

  // MARK: From a workflow

  private static func workflow(_ resource: String, _ container: String, _ more: String = "", count: Int = 1) throws -> RunRecord {
    let definition = """
      { "StartAt": "Crunch", "States": { "Crunch": { "Type": "Task", "Resource": "arn:aws:states:::ecs:\(resource)", "End": true,
        "Parameters": { "Cluster": "c", "TaskDefinition": "arn:aws:ecs:us-east-1:123456789012:task-definition/crunch:3" } \(more) } } }
      """
    let text = Self.text(container, traffic: ", count: \(count)", rest: "workflows: { flow: { definition: job.asl.json } }")
    return try Simulated.record(text, files: MemoryFiles(["job.asl.json": definition]))
  }

  @Test func `a state that is to wait does so, and one that is not goes on`() throws {
    let waits = try Self.workflow("runTask.sync", "steps: [{ wait: 10 min }]")
    #expect(waits.functions[1].succeeded == 1 && waits.workflows[0].succeeded == 1 && waits.workflows[0].duration.sum > 630_000_000_000)
    let goesOn = try Self.workflow("runTask", "steps: [{ wait: 10 min }]")
    #expect(goesOn.functions[1].succeeded == 1 && goesOn.workflows[0].succeeded == 1 && goesOn.workflows[0].duration.sum < 5_000_000_000)
    #expect(goesOn.sources[0].completion.sum > 630_000_000_000)
  }

  /// - Source: AWS Step Functions Developer Guide, "Run an Amazon ECS or AWS Fargate task".
  @Test func `a launch that is refused fails a state that waits, by the name that AWS gives it`() throws {
    let catches = #", "Catch": [{ "ErrorEquals": ["AmazonECS.Unknown"], "Next": "Undo" }] }, "Undo": { "Type": "Pass", "End": true"#
    let caught = try Self.workflow("runTask.sync", "maximumRunning: 1, steps: [{ wait: 1 min }]", catches, count: 3)
    #expect(caught.functions[1].succeeded == 1 && caught.workflows[0].succeeded == 3 && caught.workflows[0].transitions == 5)
    let passed = try Self.workflow("runTask", "maximumRunning: 1, steps: [{ wait: 1 min }]", count: 3)
    #expect(passed.functions[1].succeeded == 1 && passed.workflows[0].succeeded == 3)
  }

  @Test func `a task that fails is a failed task to its state`() throws {
    let catches = #", "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "Undo" }] }, "Undo": { "Type": "Pass", "End": true"#
    let caught = try Self.workflow("runTask.sync", "steps: [{ fail: { chance: 100%, error: Broken } }]", catches)
    #expect(caught.functions[1].errors == 1 && caught.workflows[0].succeeded == 1 && caught.workflows[0].transitions == 2)
  }
}
