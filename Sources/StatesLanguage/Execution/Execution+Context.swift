internal import Documents

extension Execution {
  /// The context object, `$$`, of a strand.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Context object"; which parts are there follows executions recorded on AWS.
  mutating func contextObject(_ strand: Int) -> JSONValue {
    let current = strands[strand]
    let state = machine.tables.states[current.state]
    var stateMembers: [(String, JSONValue)] = [
      ("Name", .string(state.name)), ("EnteredTime", .string(Timestamp.text(current.enteredAt))),
    ]
    if case .task = state.kind { stateMembers.append(("RetryCount", .integer(Int64(current.attempt)))) }
    var members: [(String, JSONValue)] = [
      (
        "Execution",
        .object([
          ("Id", .string(context.id)), ("Input", executionInput), ("Name", .string(context.name)), ("RoleArn", .string(context.role)),
          ("StartTime", .string(Timestamp.text(startedAt))), ("RedriveCount", .integer(0)),
        ])
      ),
      ("StateMachine", .object([("Id", .string(context.machineID)), ("Name", .string(context.machineName))])),
      ("State", .object(stateMembers)),
    ]
    if let item = current.item {
      members.append(("Map", .object([("Item", .object([("Index", .integer(Int64(item.index))), ("Value", item.value)]))])))
    }
    if case .task(let task) = state.kind, machine.tables.tasks[task].integration.pattern == .token {
      members.append(("Task", .object([("Token", .string("\(context.name)/\(strand)/\(current.number)"))])))
    }
    return .object(members)
  }
}
