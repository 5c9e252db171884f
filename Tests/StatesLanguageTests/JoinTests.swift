import Documents
import Testing

@testable import StatesLanguage

struct JoinTests {
  private static let map = #"""
    "M": { "Type": "Map", FIELDS
      "ItemProcessor": { CONFIG "StartAt": "T", "States": { "T": { "Type": "Task", "Resource": "a:b", "End": true } } }, "End": true }
    """#

  private func map(_ fields: String, distributed: Bool = false) -> String {
    JoinTests.map.replacing("FIELDS", with: fields)
      .replacing("CONFIG", with: distributed ? #""ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },"# : "")
  }

  @Test func `an inline Map runs forty items at a time, in order`() throws {
    let items = "[" + (0..<50).map(String.init).joined(separator: ",") + "]"
    var run = try Driven(map(""), start: "M", input: items)
    #expect(run.effects.count == 40)
    try run.answer(.succeeded(.integer(100)))
    #expect(run.effects.count == 40 && run.effects.last?.words == "run 40")
    while case .run(let request)? = run.effects.first { try run.answer(.succeeded(request.input)) }
    #expect(run.next?.hasPrefix("succeeded [100,1,2,3,") == true && run.next?.hasSuffix("48,49]") == true)
    // An inline Map of n items with one task each has 4 + 7n events, and the execution 2.
    #expect(run.execution.eventCount == 2 + 4 + 7 * 50)
  }

  @Test func `with a concurrency of one the items run one after the other`() throws {
    var run = try Driven(
      map(#""MaxConcurrency": 1, "ItemSelector": { "i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value" },"#), start: "M",
      input: #"["a","b"]"#)
    #expect(run.effects.map(\.words) == [#"run {"i":0,"v":"a"}"#])
    try run.answer(.succeeded(.integer(1)))
    #expect(run.effects.map(\.words) == [#"run {"i":1,"v":"b"}"#])
    try run.answer(.succeeded(.integer(2)))
    #expect(run.next == "succeeded [1,2]")
  }

  @Test func `a Map without items succeeds at once`() throws {
    #expect(try Driven(map(""), start: "M", input: "[]").next == "succeeded []")
    #expect(try Driven(map("", distributed: true), start: "M", input: "[]").next == "succeeded []")
    #expect(try Driven(map(""), start: "M", input: "{}").next?.hasPrefix("failed States.Runtime") == true)
  }

  @Test func `a failed branch ends its siblings and fails the state`() throws {
    var run = try Driven(
      #"""
      "P": { "Type": "Parallel", "Branches": [
        { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "a:b", "End": true } } },
        { "StartAt": "B", "States": { "B": { "Type": "Wait", "Seconds": 9, "End": true } } },
        { "StartAt": "N", "States": { "N": { "Type": "Parallel", "Branches": [
          { "StartAt": "I", "States": { "I": { "Type": "Task", "Resource": "a:b", "End": true } } } ], "End": true } } } ],
        "Catch": [{ "ErrorEquals": ["Bad"], "Next": "C" }], "End": true }, "C": { "Type": "Pass", "End": true }
      """#, start: "P")
    #expect(run.effects.map(\.words) == ["run {}", "wait 9.0", "run {}"])
    try run.answer(.failed(error: "Bad", cause: nil))
    #expect(run.effects.map(\.words) == ["wait 9.0", "run {}", "cancel 2", "cancel 4", #"succeeded {"Error":"Bad","Cause":null}"#])
  }

  @Test func `a Map that is tried again runs all its items again`() throws {
    var run = try Driven(map(#""Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 1 }],"#), start: "M", input: "[1,2]")
    try run.answer(.succeeded(.integer(5)))
    try run.answer(.failed(error: "E", cause: nil))
    #expect(run.next == "wait 1.0")
    try run.answer(.elapsed)
    #expect(run.effects.map(\.words) == ["run 1", "run 2"])
  }

  @Test func `a distributed Map runs child executions and tolerates some failures`() throws {
    let fields = #""MaxConcurrency": 2, "ToleratedFailurePercentage": 34,"#
    var run = try Driven(map(fields, distributed: true), start: "M", input: "[1,2,3]")
    #expect(run.effects.map(\.words) == ["child 0 1", "child 1 2"])
    try run.answer(.failed(error: "E", cause: nil))
    #expect(run.effects.map(\.words) == ["child 1 2", "child 2 3"])
    try run.answer(.succeeded(.integer(20)))
    try run.answer(.succeeded(.integer(30)))
    #expect(run.next == "succeeded [20,30]")
    var strict = try Driven(map(#""ToleratedFailureCount": 0,"#, distributed: true), start: "M", input: "[1,2]")
    try strict.answer(.failed(error: "E", cause: nil))
    #expect(strict.effects.map(\.words).last?.hasPrefix("failed States.ExceedToleratedFailureThreshold") == true)
  }

  @Test func `items are put into batches by number and by bytes`() throws {
    let byNumber = #""ItemBatcher": { "MaxItemsPerBatch": 2, "BatchInput": { "k.$": "$.k" } }, "ItemsPath": "$.items","#
    let run = try Driven(map(byNumber, distributed: true), start: "M", input: #"{"k":7,"items":[1,2,3]}"#)
    #expect(run.effects.map(\.words) == [#"child 0 {"BatchInput":{"k":7},"Items":[1,2]}"#, #"child 1 {"BatchInput":{"k":7},"Items":[3]}"#])
    // {"Items":["aaaa","aaaa"]} has 25 bytes.
    for (bytes, batches) in [(25, 2), (24, 3)] {
      let byBytes = #""ItemBatcher": { "MaxInputBytesPerBatch": \#(bytes) },"#
      let sized = try Driven(map(byBytes, distributed: true), start: "M", input: #"["aaaa","aaaa","aaaa"]"#)
      #expect(sized.effects.count == batches)
    }
  }

  @Test func `items are read and results written outside`() throws {
    let fields = #"""
      "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON", "MaxItems": 1 },
        "Parameters": { "Key.$": "$.k" } },
      "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b" } },
      """#
    var run = try Driven(map(fields, distributed: true), start: "M", input: #"{"k":"a"}"#)
    #expect(run.next == #"read {"Key":"a"}"#)
    try run.answer(.succeeded(json("[1,2]")))
    #expect(run.effects.map(\.words) == ["child 0 1"])
    try run.answer(.succeeded(.integer(10)))
    #expect(run.next == "write [10]")
    try run.answer(.succeeded(json(#"{"MapRunArn":"m"}"#)))
    #expect(run.next == #"succeeded {"MapRunArn":"m"}"#)
  }
}
