import Documents
import Testing

@testable import Scenarios

/// The section `containers`.
struct ContainerSectionTests {
  private func containers(_ text: String) throws -> [FunctionSpec] {
    try read(scenario(rest: "containers:\n\(text)\nbuses: { events: {} }")).functions.filter { $0.container != nil }
  }

  @Test func `a container needs nothing but its name`() throws {
    let crunch = try #require(try containers("  crunch: {}").first)
    let container = try #require(crunch.container)
    #expect(container.kind == .fargate && container.vCPUs == 1 && crunch.memory == 2 << 30 && crunch.section == .container)
    #expect(container.maximumRunning == nil && container.machine == nil && crunch.triggers.isEmpty)
  }

  @Test func `a machine has the size of its type`() throws {
    let crunch = try #require(try containers("  crunch: { kind: ec2, machine: c7g.xlarge, from: { events: {} } }").first)
    #expect(crunch.container?.vCPUs == 4 && crunch.memory == 8 << 30 && crunch.architecture == .arm)
    #expect(crunch.triggers.map(\.source) == ["events"])
  }

  @Test func `what does not go together is found`() {
    expectFindings(
      scenario(
        rest: """
          queues: { jobs: {} }
          containers:
            a: 1️⃣{ kind: ec2 }
            b: { kind: ec2, machine: c7i.xlarge, 2️⃣vCPUs: 2 }
            c: { 3️⃣machine: c7i.xlarge }
            d: { kind: ec2, machine: 4️⃣c7i.tiny }
            e: { 5️⃣timeout: 15 min }
            f: { from: { 6️⃣jobs: {} } }
          """), ["FS2002", "FS2014", "FS2014", "FS3032", "FS2001", "FS3019"],
      only: ["FS2001", "FS2002", "FS2014", "FS3019", "FS3032"])
  }

  @Test func `a container has nothing to hand on`() {
    let text = scenario(
      rest: "containers: { crunch: { steps: [{ repeat: { times: 5, steps: [{ continueAs: { reserve: 1 s } }, { wait: 1 s }] } }] } }")
    #expect(Scenario.parse(text).diagnostics.map(\.code).filter { $0 != "FS9006" } == ["FS3028"])
  }

  @Test func `platforms without containers refuse them by name`() {
    let text = scenario(rest: "containers: { crunch: {} }").replacing("platform: aws-lambda", with: "platform: google-cloud-run")
    #expect(Scenario.parse(text).diagnostics.contains { $0.code == "FS3018" && $0.message.contains("containers") })
  }
}
