internal import Documents
internal import Variates

extension DistributionFamily {
  static let categorical = DistributionFamily(name: "categorical", doc: "some values with their shares: { 1 KB: 80%, 64 KB: 20% }") {
    unit in
    Syntax(.map(keys: unit.name, .quantity(.share, .share)), placeholder: nil) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      var parts: [Weighted<Double>] = []
      for entry in entries {
        let key = LocatedNode(.scalar(entry.key, .plain), at: entry.place)
        guard let value = Syntax<Double>.quantity(unit).read(key, .key(path, entry.key), reading),
          let share = Syntax<Double>.share.read(entry.value, .key(path, entry.key), reading)
        else { return nil }
        parts.append(Weighted(share, value))
      }
      guard reading.sharesSum(parts.map(\.weight), of: "all values", at: node, path) else { return nil }
      return .categorical(parts)
    }
  }

  static let quantiles = DistributionFamily(
    name: "quantiles", doc: "what is known by its quantiles: { 1%: 2 ms, 50%: 31 ms, 99%: 900 ms }; beyond the outermost their value holds"
  ) { unit in
    Syntax(form(quantiles: unit), placeholder: nil) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      var knots: [Quantile] = []
      var options: [LocatedNode.Entry] = []
      var isGood = true
      for entry in entries {
        guard entry.key.last == "%" else {
          options.append(entry)
          continue
        }
        let key = LocatedNode(.scalar(entry.key, .plain), at: entry.place)
        let keyPath = Path.key(path, entry.key)
        guard let share = Syntax<Double>.share.read(key, keyPath, reading),
          let value = Syntax<Double>.quantity(unit).read(entry.value, keyPath, reading)
        else {
          isGood = false
          continue
        }
        if let last = knots.last, share <= last.p || value < last.value {
          let what = share <= last.p ? "the share \(entry.key) does not rise" : "the value at \(entry.key) falls"
          reading.note(.distribution(what, mend: "give shares and values in rising order"), at: entry.place, length: key.length, keyPath)
          isGood = false
        }
        knots.append(Quantile(share, value))
      }
      var f = Fields(entries: options, node: node, path: path, reading: reading)
      let interpolation = f.optional("interpolate", .word, default: QuantileInterpolation.log, shown: nil, "")
      let mean = f.given("mean", .quantity(unit), "")
      f.finish()
      guard isGood else { return nil }
      return .quantiles(QuantileTable(knots, interpolation: interpolation == .log ? .log : .linear, mean: mean))
    }
  }

  private static func form(quantiles unit: Unit) -> Form {
    .section(
      Fields.describe { f in
        f.describeOthers("50%", pattern: "^[0-9.]+ ?%$", .quantity(unit, .any), "the value that this share does not exceed")
        _ = f.optional(
          "interpolate", .word, default: QuantileInterpolation.log, shown: "log",
          "between two, the value or its logarithm is a straight line")
        _ = f.given("mean", .quantity(unit), "all values are scaled by one factor to have this mean")
      })
  }

  static let mixture = DistributionFamily(
    name: "mixture", doc: "one of several, by chance: [ { share: 90%, of: 20 ms }, { share: 10%, of: .. } ]"
  ) { unit in
    let part = Syntax<Weighted<Distribution>>.section { f in
      Weighted(
        f.required("share", .share, "how often this part is drawn"), f.required("of", .distribution(unit, .any), "what is then drawn"))
    }
    return Syntax(.list(part.form()), placeholder: nil) { node, path, reading in
      guard let parts = Syntax<[Weighted<Distribution>]>.list(part).read(node, path, reading) else { return nil }
      guard reading.sharesSum(parts.map(\.weight), of: "all parts", at: node, path) else { return nil }
      return .mixture(parts)
    }
  }
}

/// How values between two quantiles are found, as it is written.
enum QuantileInterpolation: String, CaseIterable {
  /// On a straight line in the logarithm.
  case log
  /// On a straight line.
  case linear
}

extension Reading {
  /// Whether shares sum to 1 within a millionth; the fault is noted.
  func sharesSum(_ shares: [Double], of what: String, at node: LocatedNode, _ path: Path) -> Bool {
    let sum = shares.reduce(0, +)
    if abs(sum - 1) < 1e-6 { return true }
    note(.shares(sum, of: what), at: node, path)
    return false
  }
}

extension Finding {
  /// A sentence as the end of another: without capital and full stop.
  static func clause(_ sentence: String) -> String {
    let start = sentence.prefix(1).lowercased() + sentence.dropFirst()
    return start.hasSuffix(".") ? String(start.dropLast()) : start
  }
}
