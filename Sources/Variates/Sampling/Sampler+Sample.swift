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
    case .uniform:
      return a + b * draw.uniform()
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
    case .constant, .exponential, .lognormal, .uniform: value = sample(&draw, knots)
    case .linearQuantiles: value = interpolated(at: draw.uniform(), own)
    case .logQuantiles: value = Elementary.exp(interpolated(at: draw.uniform(), own))
    case .gamma: value = gamma(&draw, own)
    // Minus the logarithm of a uniform number is an exponential.
    case .weibull: value = a * Elementary.power(draw.exponential(), b)
    case .pareto: value = a * Elementary.exp(b * draw.exponential())
    case .normal: value = truncatedNormal(&draw)
    case .zipf: value = zipf(&draw, own)
    case .categorical: value = categorical(&draw, own)
    case .samples: value = own[Int(draw.below(UInt64(count)))]
    case .mixture: value = mixture(&draw, own, knots)
    }
    return (value, draw)
  }
}
