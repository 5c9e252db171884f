import Testing
import Variates

@Suite("Sampler")
struct SamplerTests {
  @Test("a sampler takes 32 bytes")
  func size() {
    #expect(MemoryLayout<Sampler>.stride == 32)
  }

  @Test("only a constant is constant")
  func constant() {
    var table = SamplerTable()
    #expect(table.add(.constant(3)).constant == 3)
    #expect(table.add(.uniform(low: 0, high: 1)).constant == nil)
  }
}
