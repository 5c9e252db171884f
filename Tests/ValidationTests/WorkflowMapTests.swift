import Fleet
import Testing

/// Maps of workflows: how many items at a time, and what their child executions may.
struct WorkflowMapTests {
  @Test func `an inline map runs forty at a time, a distributed one by its starts`() throws {
    let inline = """
      { "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemsPath": "$.items", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "Work",
        "States": { "Work": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true } } } } } }
      """
    let items = "{ items.$: \"States.ArrayRange(1, 80, 1)\" }"
    let text = WorkflowTests.text(
      "{ definition: job.asl.json, tasks: { Work: { takes: 1 s } } }", input: items, traffic: "rate: 0.1/s, arrivals: uniform")
    let workflow = try WorkflowTests.record(text, inline)
    #expect(workflow.transitions == workflow.started * 81)
    #expect(abs(WorkflowTests.seconds(workflow, 0.5) - 2) < 0.02)
    let distributed = inline.replacing("\"INLINE\"", with: "\"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"")
    let spread = try WorkflowTests.record(text, distributed)
    #expect(spread.succeeded == spread.started)
    #expect(spread.children == spread.started * 80)
    #expect(spread.transitions == spread.started * 81)
    // The last of 80 children starts after 0.79 s.
    #expect(abs(WorkflowTests.seconds(spread, 0.5) - 1.79) < 0.03)
  }

  @Test func `express executions of a distributed map end after five minutes`() throws {
    let map = """
      { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "Work",
        "States": { "Work": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true } } } } } }
      """
    let text = WorkflowTests.text("{ definition: job.asl.json, tasks: { Work: { takes: 6 min } } }", input: "[1, 2]")
    #expect(try WorkflowTests.record(text, map).succeeded == 99)
    let express = try WorkflowTests.record(text, map.replacing("STANDARD", with: "EXPRESS"))
    #expect(express.failed == 99)
    #expect(abs(WorkflowTests.seconds(express, 0.5) - 300) < 1)
  }
}
