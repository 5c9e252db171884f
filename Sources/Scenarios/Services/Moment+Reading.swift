internal import Documents

extension Syntax where Value == Moment {
  /// A time since the run's start, or a time of day.
  static var moment: Syntax<Moment> {
    .either(Syntax<Int64>.duration().map { .afterStart($0) }, or: Syntax<Int64>.clock.map { .daily($0) }) {
      $0.text?.contains(":") == true
    }
  }
}
