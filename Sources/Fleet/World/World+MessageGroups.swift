import Simulation
import Variates

/// Who is next in a queue: the plain order, that of FIFO groups, and that of fair queues.
extension World {
  /// The group of a message in a queue that keeps keys apart; it is made if there is none.
  mutating func group(of item: UInt32, in queue: UInt32) -> UInt32 {
    queues.groups.group(of: Key.mix(items.keyNumber(of: items.records[item], plan) &+ plan.queues[queue].key))
  }

  /// Notes that a message is held back in its group, none of which is let go before those sent before it.
  ///
  /// - Returns: for how long it is held.
  mutating func holdInGroup(_ item: UInt32, _ queue: UInt32, _ time: Nanoseconds) -> Nanoseconds {
    let group = group(of: item, in: queue)
    let until = max(agenda.now + time, queues.groups[group].heldUntil)
    if until == agenda.now { return 0 }
    queues.groups[group].heldUntil = until
    queues.groups[group].held += 1
    return until - agenda.now
  }

  /// Puts a group among those of which messages may be received, if it has any and is not there.
  mutating func list(_ group: UInt32, of queue: UInt32) {
    let state = queues.groups[group]
    if state.isListed || !state.hasMessages || queues.states[queue].filling == group { return }
    if state.inFlight == 0 {
      queues.groups.append(group, to: &queues.states[queue].quiet)
    } else if plan.queues[queue].order == .fair {
      queues.groups.append(group, to: &queues.states[queue].busy)
    }
  }

  /// The message that is received next; it stays where it is.
  mutating func front(of queue: UInt32) -> UInt32? {
    if !queues.states[queue].returned.isEmpty { return queues.states[queue].returned.first }
    if !queues.states[queue].waiting.isEmpty { return queues.states[queue].waiting.first }
    var group = queues.states[queue].filling
    if group == MessageGroup.none || !queues.groups[group].hasMessages { group = queues.states[queue].quiet.first }
    if group == MessageGroup.none { group = queues.states[queue].busy.first }
    if group == MessageGroup.none { return nil }
    return queues.groups[group].returned.isEmpty ? queues.groups[group].waiting.first : queues.groups[group].returned.first
  }

  /// Takes the message out that is received next.
  ///
  /// - Precondition: There is one.
  /// - Returns: the group from which it is; none in a queue that does not keep keys apart.
  mutating func removeFront(of queue: UInt32) -> UInt32 {
    if !queues.states[queue].returned.isEmpty {
      _ = items.removeFirst(of: &queues.states[queue].returned)
      return MessageGroup.none
    }
    if !queues.states[queue].waiting.isEmpty {
      _ = items.removeFirst(of: &queues.states[queue].waiting)
      return MessageGroup.none
    }
    var group = queues.states[queue].filling
    if group == MessageGroup.none || !queues.groups[group].hasMessages {
      closeGroup(of: queue)
      let isQuiet = !queues.states[queue].quiet.isEmpty
      group =
        isQuiet
        ? queues.groups.removeFirst(of: &queues.states[queue].quiet) : queues.groups.removeFirst(of: &queues.states[queue].busy)
      if plan.queues[queue].order == .fifo { queues.states[queue].filling = group }
    }
    if queues.groups[group].returned.isEmpty {
      _ = items.removeFirst(of: &queues.groups[group].waiting)
    } else {
      _ = items.removeFirst(of: &queues.groups[group].returned)
    }
    return group
  }

  /// Goes on with a group of which a message has been taken out.
  ///
  /// - Parameter isReceived: whether the message is in work now, and so keeps a FIFO group's others from being received.
  mutating func settleGroup(_ group: UInt32, of queue: UInt32, isReceived: Bool) {
    if group == MessageGroup.none { return }
    if isReceived { queues.groups[group].inFlight += 1 }
    if queues.states[queue].filling == group { return }
    if queues.groups[group].isSpent { queues.groups.remove(group) } else { list(group, of: queue) }
  }

  /// Lets go of the FIFO group from which a batch has been filled.
  mutating func closeGroup(of queue: UInt32) {
    let group = queues.states[queue].filling
    if group == MessageGroup.none { return }
    queues.states[queue].filling = MessageGroup.none
    if queues.groups[group].isSpent {
      queues.groups.remove(group)
    } else if queues.groups[group].inFlight == 0 && queues.groups[group].hasMessages && !queues.groups[group].isListed {
      queues.groups.prepend(group, to: &queues.states[queue].quiet)
    }
  }

  /// Charges what a group has been blocked by failed messages to that cause instead of to the queue.
  ///
  /// What a message itself waited for so is the difference between when it is received and when it came.
  ///
  /// - Parameter sign: -1 when it comes, 1 when it is received.
  mutating func chargeBlocked(_ item: UInt32, _ group: UInt32, sign: Nanoseconds) {
    let blocked = sign * queues.groups[group].blocked(at: agenda.now)
    charge(item, blocked, to: .blocked)
    charge(item, -blocked, to: .inQueue)
  }

  /// Takes a message that was in work out of its group.
  mutating func leaveGroup(_ item: UInt32, _ queue: UInt32) {
    let group = group(of: item, in: queue)
    queues.groups[group].inFlight -= 1
    if queues.groups[group].isSpent { queues.groups.remove(group) } else { list(group, of: queue) }
  }
}
