import Testing
import Variates

@testable import Simulation

@Suite("Table and Arena")
struct StorageTests {
  @Test("a table does as an array does", arguments: 0..<4)
  func table(number: Int) {
    var draw = Draw(case: number)
    var table = Table<Int64>(capacity: number)
    var array: [Int64] = []
    for step in 0..<3000 {
      if array.isEmpty || draw.chance(step < 2000 ? 0.7 : 0.2) {
        let value = draw.number(in: 0...1_000_000)
        table.append(value)
        array.append(value)
      } else if draw.chance(0.5) {
        let (left, right) = (table.removeLast(), array.removeLast())
        #expect(left == right)
      } else {
        let place = Int(draw.below(UInt64(array.count)))
        table[place] += 1
        array[place] += 1
      }
    }
    let contents = (0..<table.count).map { table[$0] }
    #expect(contents == array)
    let copy = Table(array)
    let copied = (0..<copy.count).map { copy[UInt32($0)] }
    #expect(copied == array)
    table.removeAll()
    let count = table.count
    #expect(count == 0)
  }

  @Test("an arena's records keep their indices while they live, and the index freed last is given out first", arguments: 0..<4)
  func arena(number: Int) {
    var draw = Draw(case: number)
    var arena = Arena<Int64>()
    var living: [UInt32: Int64] = [:]
    var (freed, most): ([UInt32], Int) = ([], 0)
    for _ in 0..<3000 {
      if living.isEmpty || draw.chance(0.55) {
        let value = draw.number(in: 0...1_000_000)
        let index = arena.insert(value)
        #expect(index == freed.popLast() ?? UInt32(most), "an index is new only where none is free")
        #expect(living.updateValue(value, forKey: index) == nil)
        most = max(most, living.count)
      } else {
        let index = draw.one(of: living.keys.sorted())
        arena.remove(index)
        living[index] = nil
        freed.append(index)
      }
      let count = arena.count
      #expect(count == most)
    }
    for (index, value) in living {
      let kept = arena[index]
      #expect(kept == value)
    }
  }

  @Test("an arena gives a freed index out again with its old record, and copies a record into it")
  func reuse() {
    var arena = Arena<Int64>()
    let none = arena.reuse()
    #expect(none == nil)
    let (first, second) = (arena.insert(7), arena.insert(8))
    arena.remove(first)
    let again = arena.reuse()
    #expect(again == first)
    let old = arena[first]
    #expect(old == 7)
    arena.remove(first)
    let (inPlace, behind) = (arena.insertCopy(of: second), arena.insertCopy(of: second))
    #expect(inPlace == first && behind == 2)
    let copies = [arena[inPlace], arena[behind]]
    #expect(copies == [8, 8])
  }
}
