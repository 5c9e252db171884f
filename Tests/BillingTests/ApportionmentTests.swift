import Billing
import Testing

struct ApportionmentTests {
  @Test func `what is left goes to those that lost most`() {
    #expect(Apportionment.shares(of: 10, by: [1, 1, 1]) == [4, 3, 3])
    #expect(Apportionment.shares(of: 10, by: [5, 3, 1]) == [6, 3, 1])
    #expect(Apportionment.shares(of: 100, by: [47, 16, 158, 120, 61, 31]) == [11, 4, 36, 28, 14, 7])
  }

  @Test func `a weight of nothing gets nothing`() {
    #expect(Apportionment.shares(of: 7, by: [0, 3, 0]) == [0, 7, 0])
    #expect(Apportionment.shares(of: 0, by: [0, 0]) == [0, 0])
  }

  @Test func `large totals and weights don't overflow`() {
    let third = Int64.max / 3
    let shares = Apportionment.shares(of: .max, by: Array(repeating: Int64.max / 4, count: 3))
    let expected: [Int64] = [third + 1, third, third]
    #expect(shares == expected)
  }
}
