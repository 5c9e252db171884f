internal import Documents
internal import Variates

/// A parameter that a family has for its own.
struct OwnParameter {
  /// Its key.
  let key: String
  /// What it is measured in.
  let kind: Kind

  enum Kind {
    /// In the unit of the distribution.
    case inUnit
    /// A plain number.
    case plain
  }

  init(_ key: String, _ kind: Kind) {
    self.key = key
    self.kind = kind
  }

  func syntax(_ unit: Unit) -> Syntax<Double> {
    switch kind {
    case .inUnit: .quantity(unit)
    case .plain: .number(.any)
    }
  }
}

extension Syntax where Value == Distribution? {
  /// A family of two parameters: its own, or mean and cv, or two quantiles such as `p50` and `p99`.
  static func twoParameters(
    _ unit: Unit, own: [OwnParameter], _ build: @escaping ([Double]) -> Distribution,
    meanAndCV: @escaping (Double, Double) throws(DistributionProblem) -> Distribution,
    quantiles: @escaping (Quantile, Quantile) throws(DistributionProblem) -> Distribution
  ) -> Syntax {
    .section { f in
      guard f.reading != nil else { return describe(&f, unit, own) }
      let keys = f.all.map(\.key)
      let isOwn = keys.contains { key in own.contains { $0.key == key && $0.key != "p50" && $0.key != "mean" } }
      if isOwn { return build(own.map { f.required($0.key, $0.syntax(unit), "") }) }
      do throws(DistributionProblem) {
        if keys.contains("cv") || keys.contains("mean") {
          let mean = f.required("mean", .quantity(unit), "")
          return try meanAndCV(mean, f.required("cv", .number(.notNegative), ""))
        }
        var points: [Quantile] = []
        for key in keys {
          guard let share = Statistic.share(ofQuantile: key) else { continue }
          points.append(Quantile(share, f.required(key, .quantity(unit), "")))
        }
        guard points.count == 2 else {
          let names = Finding.list(own.map(\.key))
          if points.count == keys.count || keys.isEmpty {
            f.note(
              .distribution("its parameters are not complete", mend: "give \(names), or mean and cv, or two quantiles such as p50 and p99"))
          }
          // Unknown keys are reported with these as the known ones.
          f.know(own.map(\.key) + ["mean", "cv", "p50", "p99"])
          return nil
        }
        return try quantiles(points[0], points[1])
      } catch {
        let what = "\(error.parameter.isEmpty ? "it" : error.parameter) \(error.what)"
        f.note(.distribution(what, mend: Finding.clause(error.mend)))
        return nil
      }
    }
  }

  private static func describe(_ f: inout Fields, _ unit: Unit, _ own: [OwnParameter]) -> Distribution? {
    for parameter in own where parameter.key != "mean" && parameter.key != "p50" {
      _ = f.given(parameter.key, parameter.syntax(unit), "the family's own parameter")
    }
    _ = f.given("mean", .quantity(unit), "its mean, with cv")
    _ = f.given("cv", .number(.notNegative), "its coefficient of variation: standard deviation by mean")
    f.describeOthers("p99", pattern: "^p[0-9]+([.][0-9]+)?$", .quantity(unit, .any), "a quantile; two of them")
    return nil
  }
}

extension Statistic {
  /// The share that a key such as `p99.9` names; nil if it names none strictly between 0 and 1.
  static func share(ofQuantile key: String) -> Double? {
    guard key.utf8.first == UInt8(ascii: "p"), let (number, rest) = Decimal.prefix(of: key.dropFirst()), rest.isEmpty else { return nil }
    guard key.dropFirst().utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    let share = number.double(times: 1, over: 100)
    return share > 0 && share < 1 ? share : nil
  }
}
