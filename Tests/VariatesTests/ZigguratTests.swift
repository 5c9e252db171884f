import CGSL
import Glibc
import Testing

@testable import Variates

@Suite("Ziggurat")
struct ZigguratTests {
  @Test("the edges of the exponential ziggurat are what their definition gives")
  func exponentialEdges() {
    let edge = Variates.exponentialEdges[1]
    check(Variates.exponentialEdges, area: (edge + 1) * Glibc.exp(-edge), density: { Glibc.exp(-$0) }, inverse: { -Glibc.log($0) })
  }

  @Test("the edges of the normal ziggurat are what their definition gives")
  func normalEdges() {
    let edge = Variates.normalEdges[1]
    let tail = (Double.pi / 2).squareRoot() * erfc(edge / 2.0.squareRoot())
    check(
      Variates.normalEdges, area: edge * Glibc.exp(-0.5 * edge * edge) + tail, density: { Glibc.exp(-0.5 * $0 * $0) },
      inverse: { (-2 * Glibc.log($0)).squareRoot() })
  }

  private func check(
    _ edges: InlineArray<257, Double>, area: Double, density: (Double) -> Double, inverse: (Double) -> Double
  ) {
    #expect(isClose(edges[0], area / density(edges[1]), within: 1e-13))
    for layer in 1..<255 {
      #expect(isClose(edges[layer + 1], inverse(density(edges[layer]) + area / edges[layer]), within: 1e-11), "layer \(layer)")
    }
    // The top layer ends at the density's height, 1, where the edge is 0.
    #expect(isClose(density(edges[255]) + area / edges[255], 1, within: 1e-13))
    #expect(edges[256] == 0)
  }

  @Test("as many exponentials lie beyond the last edge, and beyond 10, as should", arguments: [Variates.exponentialEdges[1], 10.0])
  func exponentialTail(limit: Double) {
    var draw = Draw(11)
    let beyond = (0..<4_000_000).count { _ in draw.exponential() > limit }
    let expected = 4_000_000 * gsl_cdf_exponential_Q(limit, 1)
    #expect(abs(Double(beyond) - expected) < 4 * expected.squareRoot())
  }

  @Test("as many normals lie beyond the last edges as should, on either side", arguments: [3.0, Variates.normalEdges[1], 4.0])
  func normalTail(limit: Double) {
    var draw = Draw(12)
    var below = 0
    var above = 0
    for _ in 0..<4_000_000 {
      let value = draw.normal()
      if value > limit { above += 1 }
      if value < -limit { below += 1 }
    }
    let expected = 4_000_000 * gsl_cdf_ugaussian_Q(limit)
    #expect(abs(Double(above) - expected) < 4 * expected.squareRoot())
    #expect(abs(Double(below) - expected) < 4 * expected.squareRoot())
  }

  @Test("the tail beyond the last normal edge has the normal's shape")
  func normalTailShape() {
    let edge = Variates.normalEdges[1]
    var draw = Draw(13)
    var tail: [Double] = []
    for _ in 0..<4_000_000 {
      let value = abs(draw.normal())
      if value > edge { tail.append(value) }
    }
    let p = GoodnessOfFit.kolmogorov(tail) { 1 - gsl_cdf_ugaussian_Q($0) / gsl_cdf_ugaussian_Q(edge) }
    #expect(p > GoodnessOfFit.least)
  }
}
