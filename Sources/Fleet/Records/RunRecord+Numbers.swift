extension RunRecord {
  /// All that is in the record, as one list of numbers from 0 to below 2^53; nil where there is something negative or beyond.
  ///
  /// - Complexity: O(fields and bins).
  public var numbers: [Int64]? {
    var fields = RecordFields(.writing)
    var record = self
    record.pass(&fields)
    return fields.isSound ? fields.numbers : nil
  }

  /// The record that ``numbers`` made a list of.
  ///
  /// Whatever else is in the list, it is nil or a record whose lists are in order and whose numbers can be added up.
  ///
  /// - Complexity: O(numbers).
  public init?(numbers: [Int64]) {
    var fields = RecordFields(.reading, from: numbers)
    self.init(window: 0..<0)
    pass(&fields)
    if !fields.isExhausted { return nil }
  }
}
