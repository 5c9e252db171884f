import Testing

@testable import Simulation

@Suite("EventKey and Ticket")
struct EventKeyTests {
  @Test("a key gives back its time and its ticket", arguments: [0, 1, 1 << 40, Nanoseconds.never])
  func parts(time: Nanoseconds) {
    for (number, slot) in [(1, 0), (7, Ticket.slotLimit - 1), (Ticket.numberLimit - 1, 5)] as [(UInt64, UInt32)] {
      let key = EventKey(time: time, ticket: Ticket(number: number, slot: slot))
      #expect(key.time == time && key.ticket.number == number && key.ticket.slot == slot)
      #expect(key < .last)
    }
  }

  @Test("of two events at one time that of the lesser number comes first, whatever the slots")
  func ties() {
    let first = EventKey(time: 5, ticket: Ticket(number: 1, slot: Ticket.slotLimit - 1))
    let second = EventKey(time: 5, ticket: Ticket(number: 2, slot: 0))
    #expect(first < second)
    #expect(second < EventKey(time: 6, ticket: Ticket(number: 1, slot: 0)))
  }
}
