import Testing
import Variates

@testable import Simulation

@Suite("Agenda")
struct AgendaTests {
  /// What happened: when, and to whom.
  struct Happening: Equatable {
    var time: Nanoseconds
    var index: UInt32
  }

  static let delays: [Nanoseconds] = [0, 1, 5, 5_000, 100_000]

  private func waiter(_ index: Int) -> Waiter { Waiter(kind: 1, index: UInt32(index)) }

  /// Arms, replies and lets events happen at random; the same for the same number.
  private func life(_ number: Int, usesLanes: Bool, steps: Int = 4000) -> [Happening] {
    var draw = Draw(case: number)
    var agenda = Agenda(delays: Self.delays, usesLanes: usesLanes)
    var tickets: [Ticket] = []
    var happenings: [Happening] = []
    // Void events come or not: what is told is what happens.
    func happen(_ agenda: inout Agenda) {
      while agenda.nextTime != .never {
        guard let waiter = agenda.next() else { continue }
        return happenings.append(Happening(time: agenda.now, index: waiter.index))
      }
    }
    for step in 0..<steps {
      switch draw.below(10) {
      case 0...3: tickets.append(agenda.arm(waiter(step), lane: Int(draw.below(UInt64(Self.delays.count)))))
      case 4, 5: tickets.append(agenda.arm(waiter(step), at: agenda.now + draw.one(of: [0, 1, 4, 5, draw.number(in: 0...9000)])))
      case 6: tickets.append(agenda.open(waiter(step)))
      case 7: _ = tickets.isEmpty ? nil : agenda.close(draw.one(of: tickets))
      default: happen(&agenda)
      }
    }
    while agenda.nextTime != .never { happen(&agenda) }
    return happenings
  }

  /// The same life with a plain list that is searched for its first event.
  private func plainLife(_ number: Int, steps: Int = 4000) -> [Happening] {
    var draw = Draw(case: number)
    var (now, pending, opened, open) = (Nanoseconds(0), [(time: Nanoseconds, step: Int)](), [Int](), Set<Int>())
    var happenings: [Happening] = []
    func happen() {
      while let first = pending.indices.min(by: { (pending[$0].time, pending[$0].step) < (pending[$1].time, pending[$1].step) }) {
        let event = pending.remove(at: first)
        guard open.remove(event.step) != nil else { continue }
        now = event.time
        return happenings.append(Happening(time: now, index: UInt32(event.step)))
      }
    }
    for step in 0..<steps {
      let kind = draw.below(10)
      switch kind {
      case 0...3: pending.append((now + Self.delays[Int(draw.below(UInt64(Self.delays.count)))], step))
      case 4, 5: pending.append((now + draw.one(of: [0, 1, 4, 5, draw.number(in: 0...9000)]), step))
      case 7: if !opened.isEmpty { open.remove(draw.one(of: opened)) }
      case 8, 9: happen()
      default: break
      }
      if kind <= 6 {
        opened.append(step)
        open.insert(step)
      }
    }
    while !pending.isEmpty { happen() }
    return happenings
  }

  @Test("lanes give the sequence of one heap, and that of a plain list", arguments: 0..<12)
  func lanes(number: Int) {
    let plain = plainLife(number)
    #expect(plain.count > 1000)
    #expect(life(number, usesLanes: true) == plain, "with lanes, case \(number)")
    #expect(life(number, usesLanes: false) == plain, "without lanes, case \(number)")
  }

  @Test("a lane that grows while its ring has turned keeps its order")
  func turnedRing() {
    var agenda = Agenda(delays: [100])
    var served: [UInt32] = []
    for index in 0..<12 { _ = agenda.arm(waiter(index), lane: 0) }
    for _ in 0..<10 { served.append(agenda.next()?.index ?? .max) }
    for index in 12..<200 { _ = agenda.arm(waiter(index), lane: 0) }
    while agenda.nextTime != .never { served.append(agenda.next()?.index ?? .max) }
    #expect(served == Array(0..<200))
  }

  @Test("the event of a closed ticket is dropped and does not move the clock", arguments: [true, false])
  func closed(usesLanes: Bool) {
    var agenda = Agenda(delays: [10], usesLanes: usesLanes)
    let tickets = [agenda.arm(waiter(1), lane: 0), agenda.arm(waiter(2), at: 20)]
    for (ticket, index) in zip(tickets, 1...2) {
      let answered = agenda.close(ticket)
      #expect(answered == waiter(index))
      let again = agenda.close(ticket)
      #expect(again == nil, "a reply that comes twice counts once")
    }
    for _ in tickets {
      let happened = agenda.next()
      #expect(happened == nil)
    }
    let (now, events, next) = (agenda.now, agenda.events, agenda.nextTime)
    #expect(now == 0 && events == 0 && next == .never)
  }

  @Test("an old ticket of a slot that is in use again is void")
  func reusedSlot() {
    var agenda = Agenda(delays: [])
    let old = agenda.arm(waiter(1), at: 10)
    _ = agenda.close(old)
    let new = agenda.arm(waiter(2), at: 10)
    #expect(new.slot == old.slot && new != old)
    let (oldIsOpen, newIsOpen) = (agenda.isOpen(old), agenda.isOpen(new))
    #expect(!oldIsOpen && newIsOpen)
    let answered = agenda.close(old)
    #expect(answered == nil)
    let (void, real) = (agenda.next(), agenda.next())
    #expect(void == nil && real == waiter(2))
    let stillOpen = agenda.isOpen(new)
    #expect(!stillOpen, "an event that happened takes its ticket")
  }

  @Test("nobody's ticket is never open")
  func nobody() {
    var agenda = Agenda(delays: [])
    _ = agenda.open(waiter(0))
    let (isOpen, answered) = (agenda.isOpen(.none), agenda.close(.none))
    #expect(!isOpen && answered == nil)
  }

  @Test("ten thousand waits at one time are told apart")
  func manyWaits() {
    var agenda = Agenda(delays: [])
    let tickets = (0..<10_000).map { agenda.open(waiter($0)) }
    var answers: [UInt32] = []
    for ticket in tickets.reversed() { answers.append(agenda.close(ticket)?.index ?? .max) }
    #expect(answers == Array((0..<10_000).reversed()))
    let isExhausted = agenda.isExhausted
    #expect(!isExhausted)
  }

  @Test("events at one instant are counted until the clock goes on")
  func eventsNow() {
    var agenda = Agenda(delays: [])
    for time in [5, 5, 5, 6] as [Nanoseconds] { _ = agenda.arm(waiter(0), at: time) }
    var counts: [Int] = []
    for _ in 0..<4 {
      _ = agenda.next()
      counts.append(agenda.eventsNow)
    }
    #expect(counts == [1, 2, 3, 1])
    agenda.advance(to: 9)
    let (now, eventsNow, events) = (agenda.now, agenda.eventsNow, agenda.events)
    #expect(now == 9 && eventsNow == 0 && events == 4)
  }
}
