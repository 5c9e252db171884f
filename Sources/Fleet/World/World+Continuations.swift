import Simulation

/// Invocations that hand on what they have no time for: what is counted of them.
extension World {
  /// Notes that a strand has handed on what was left.
  mutating func noteHandedOn(_ index: UInt32) {
    let invocation = functions.invocations[steps.strands[index].invocation]
    let item = subject(of: invocation, item: Item.none).item
    functions.births[invocation.instance].handedOn = Continuation(of: steps.strands[index].walk).mark(of: item)
    if invocation.isMeasured { steps.continuations[invocation.function].handedOn += 1 }
  }

  /// Notes the checkpoint that a strand stores.
  mutating func noteSaved(_ item: UInt32, _ index: UInt32) {
    let invocation = functions.invocations[steps.strands[index].invocation]
    if invocation.isMeasured { steps.continuations[invocation.function].saved += items.size(of: items.records[item], plan) }
  }

  /// Notes on what kind of instance an invocation goes on with what another one has left; of those that are tried again the first try.
  mutating func noteLanding(of index: UInt32) {
    let invocation = functions.invocations[index]
    guard invocation.isMeasured && invocation.carriesItems && !plan.routes[invocation.source].carriesBatches else { return }
    let item = items.records[invocation.payload]
    if item.rest.left == 0 || item.attempts > 1 { return }
    if invocation.isCold {
      steps.continuations[invocation.function].onNew += 1
    } else if functions.births[invocation.instance].handedOn == item.rest.mark(of: item.number) {
      steps.continuations[invocation.function].onSame += 1
    } else {
      steps.continuations[invocation.function].onWarm += 1
    }
  }

  /// Notes the passes of an invocation that did not come to its end.
  mutating func noteLostPasses(of root: UInt32) {
    let walk = steps.strands[root].walk
    let invocation = functions.invocations[steps.strands[root].invocation]
    guard invocation.isMeasured && walk.depth > 0 else { return }
    let before = subject(of: invocation, item: Item.none).rest.done
    steps.continuations[invocation.function].passesLost += Int64(walk.done[0]) - Int64(before)
  }
}
