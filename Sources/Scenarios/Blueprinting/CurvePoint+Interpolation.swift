internal import Variates

extension [Compute.CurvePoint] {
  /// What is measured at a memory size: the distribution of the nearest point below, and the factor that brings its mean to the line
  /// between the points around it, drawn in logarithms.
  ///
  /// Beyond the ends, that of the end.
  func interpolated(at memory: Int64) -> (time: Distribution, factor: Double) {
    precondition(!isEmpty, "a curve without points")
    guard let above = firstIndex(where: { $0.memory >= memory }) else { return (self[count - 1].duration, 1) }
    if self[above].memory == memory || above == 0 { return (self[above].duration, 1) }
    let (low, high) = (self[above - 1], self[above])
    guard low.duration.mean > 0, high.duration.mean > 0 else { return (low.duration, 1) }
    let share =
      Elementary.log(Double(memory) / Double(low.memory)) / Elementary.log(Double(high.memory) / Double(low.memory))
    return (low.duration, Elementary.exp(share * Elementary.log(high.duration.mean / low.duration.mean)))
  }
}
