internal import Documents
internal import Variates

extension Compute {
  /// A duration, work at a memory size, a curve, or `recorded`.
  static var syntax: Syntax<Compute> {
    let fixed = Syntax<Distribution>.durations().map { Compute.fixed($0) }
    let scaled = Syntax<Compute>.either(.section(readWork), or: .section(readCurve)) { $0["curve"] != nil }
    return .word("recorded", .recorded, or: .either(fixed, or: scaled) { $0["work"] != nil || $0["curve"] != nil || $0["at"] != nil })
  }

  private static func readWork(_ f: inout Fields) -> Compute {
    let work = f.required("work", .durations(), "processor work, as its duration at the memory size `at`")
    return .work(work, measuredAt: f.required("at", .size(.positive), "the memory size at which it was measured"))
  }

  private static func readCurve(_ f: inout Fields) -> Compute {
    .curve(f.required("curve", curvePoints, "memory sizes and the duration measured at each: { 128 MB: 2 s, 512 MB: 500 ms }"))
  }

  private static var curvePoints: Syntax<[CurvePoint]> {
    Syntax(.map(keys: "size", Syntax<Distribution>.durations().form()), placeholder: []) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      var points: [CurvePoint] = []
      for entry in entries {
        let path = Path.key(path, entry.key)
        let key = LocatedNode(.scalar(entry.key, .plain), at: entry.place)
        guard let memory = Syntax<Int64>.size(.positive).read(key, path, reading) else { continue }
        let duration = Syntax<Distribution>.durations().read(entry.value, path, reading) ?? .constant(0)
        if points.contains(where: { $0.memory == memory }) {
          reading.note(.combination("\(entry.key) is given twice", mend: "keep one of them"), at: key, path)
        }
        points.append(CurvePoint(memory: memory, duration: duration))
      }
      if entries.isEmpty { reading.note(.noValue, at: node, path) }
      return points.sorted { $0.memory < $1.memory }
    }
  }
}
