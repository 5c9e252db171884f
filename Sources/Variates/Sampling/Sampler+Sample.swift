extension Sampler {
  /// A value of the distribution.
  ///
  /// - Parameters:
  ///   - draw: where the randomness comes from; a constant takes none.
  ///   - knots: the knots of the table that made this sampler.
  /// - Complexity: constant on average; O(log n) in the number of quantiles.
  @inlinable @inline(__always)
  public func sample(_ draw: inout Draw, _ knots: UnsafePointer<Double>) -> Double {
    switch kind {
    case .constant:
      return a
    case .exponential:
      return a * draw.exponential()
    case .lognormal:
      return Elementary.exp(a + b * draw.normal())
    default:
      let rest = sampleOther(draw, knots)
      draw = rest.after
      return rest.value
    }
  }

  /// A value of one of the kinds that are not worth code at every place that draws.
  @usableFromInline @inline(never)
  func sampleOther(_ start: Draw, _ knots: UnsafePointer<Double>) -> (value: Double, after: Draw) {
    var draw = start
    let own = knots + Int(self.start)
    let value: Double
    switch kind {
    case .constant, .exponential, .lognormal: value = sample(&draw, knots)
    case .uniform: value = a + b * draw.uniform()
    case .linearQuantiles: value = interpolated(at: draw.uniform(), own)
    case .logQuantiles: value = Elementary.exp(interpolated(at: draw.uniform(), own))
    default: preconditionFailure("no sampler of kind \(kind)")
    }
    return (value, draw)
  }

  /// The value at the share `p` on the lines between the points (share, value, slope up to the next point) at `points`.
  private func interpolated(at p: Double, _ points: UnsafePointer<Double>) -> Double {
    // The last point whose share is at most p.
    var low = 0
    var high = Int(count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if points[3 * middle] <= p { low = middle } else { high = middle }
    }
    let point = points + 3 * low
    // Before the first point its value holds, and after the last, whose slope is 0.
    return point[1] + point[2] * max(0, p - point[0])
  }
}
