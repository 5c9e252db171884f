// How the kinds are drawn that need more than a line. `own` is the sampler's part of the knots.

extension Sampler {
  /// A gamma.
  ///
  /// `a` is the scale; three knots: d = shape - 1/3, c = 1/(3√d), and 1/shape if the shape is below 1 and has been raised by 1, else 0.
  ///
  /// - Source: G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26(3), 2000.
  func gamma(_ draw: inout Draw, _ own: UnsafePointer<Double>) -> Double {
    let d = own[0]
    let c = own[1]
    // A gamma of shape k is one of shape k + 1 times u^(1/k), and -log u is an exponential.
    let boost = own[2] == 0 ? 1 : Elementary.exp(-draw.exponential() * own[2])
    while true {
      let z = draw.normal()
      let root = 1 + c * z
      if root <= 0 { continue }
      let v = root * root * root
      let u = draw.uniform()
      let square = z * z
      if u < 1 - 0.0331 * square * square || Elementary.log(u) < 0.5 * square + d * (1 - v + Elementary.log(v)) {
        return a * d * v * boost
      }
    }
  }

  /// A normal of mean `a` and standard deviation `b`, drawn again while below 0.
  func truncatedNormal(_ draw: inout Draw) -> Double {
    while true {
      let value = a + b * draw.normal()
      if value >= 0 { return value }
    }
  }

  /// A rank from 1 to `a`.
  ///
  /// `b` is the exponent; three knots: the ends of the integral, and how far below its rank a point is surely accepted.
  ///
  /// - Source: W. Hörmann, G. Derflinger, "Rejection-Inversion to Generate Variates from Monotone Discrete Distributions", ACM TOMACS 6(3), 1996.
  func zipf(_ draw: inout Draw, _ own: UnsafePointer<Double>) -> Double {
    while true {
      let area = own[1] + draw.uniform() * (own[0] - own[1])
      let x = ZipfLaw.integralInverse(area, s: b)
      let rank = min(a, max(1, Double(Int64(x + 0.5))))
      if rank - x <= own[2] || area >= ZipfLaw.integral(rank + 0.5, s: b) - Elementary.exp(-b * Elementary.log(rank)) {
        return rank
      }
    }
  }

  /// One of the values; three knots each: the value, the chance to keep it, the value given otherwise.
  func categorical(_ draw: inout Draw, _ own: UnsafePointer<Double>) -> Double {
    let column = own + 3 * Int(draw.below(UInt64(count)))
    return draw.uniform() < column[1] ? column[0] : column[2]
  }

  /// A draw from one of the parts; six knots each: the chance to keep this part, the number of the part taken otherwise, and the part's own sampler.
  func mixture(_ draw: inout Draw, _ own: UnsafePointer<Double>, _ knots: UnsafePointer<Double>) -> Double {
    var part = Int(draw.below(UInt64(count)))
    if draw.uniform() >= own[6 * part] { part = Int(own[6 * part + 1]) }
    return Sampler(knots: own + 6 * part + 2).sample(&draw, knots)
  }

  /// The value at the share `p` on the lines between the points; three knots each: share, value, slope up to the next point.
  func interpolated(at p: Double, _ own: UnsafePointer<Double>) -> Double {
    // The last point whose share is at most p.
    var low = 0
    var high = Int(count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if own[3 * middle] <= p { low = middle } else { high = middle }
    }
    let point = own + 3 * low
    // Before the first point its value holds, and after the last, whose slope is 0.
    return point[1] + point[2] * max(0, p - point[0])
  }
}

extension Sampler {
  /// The sampler as four knots.
  var knots: [Double] {
    [a, b, Double(bitPattern: UInt64(start) << 32 | UInt64(count)), Double(kind.rawValue)]
  }

  /// The sampler that stands in four knots.
  init(knots: UnsafePointer<Double>) {
    let part = knots[2].bitPattern
    guard let kind = Kind(rawValue: UInt8(knots[3])) else { preconditionFailure("no sampler of kind \(knots[3])") }
    self.init(kind, knots[0], knots[1], start: Int(part >> 32), count: Int(part & 0xFFFF_FFFF))
  }
}
