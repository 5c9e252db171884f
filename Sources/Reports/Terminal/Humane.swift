/// Numbers as people like to read them: three digits and a fitting unit.
public enum Humane {
  /// A duration in nanoseconds: `820 µs`, `20.1 ms`, `1.73 s`, `15.2 min`, `2.24 h`, `3.5 d`.
  public static func duration(_ nanoseconds: Double) -> String {
    let units: [(limit: Double, size: Double, name: String)] = [
      (1e6, 1e3, "µs"), (999.5e6, 1e6, "ms"), (120e9, 1e9, "s"), (7_200e9, 60e9, "min"), (172_800e9, 3_600e9, "h"),
    ]
    if nanoseconds == 0 { return "0 ms" }
    if nanoseconds == 3_600e9 { return "1 h" }
    let unit = units.first { nanoseconds < $0.limit } ?? (0, 86_400e9, "d")
    return "\(number(nanoseconds / unit.size)) \(unit.name)"
  }

  /// A whole number with separators: `1,204`; from ten million on `41.2 M`, `1.23 G`.
  public static func count(_ value: Int64) -> String {
    switch value.magnitude {
    case 10_000_000_000...: "\(number(Double(value) / 1e9)) G"
    case 10_000_000...: "\(number(Double(value) / 1e6)) M"
    default: separated(value)
    }
  }

  /// A number with three digits, or whole where it has more: `0.31`, `11.8`, `1,733`.
  public static func number(_ value: Double) -> String {
    value.magnitude >= 99.95 ? count(Int64(value.rounded())) : Digits.significant(value, 3)
  }

  /// A share in percent, without its sign: `0.31`; `<0.01` rather than a nought that is none.
  public static func percent(_ share: Double) -> String {
    share > 0 && share < 0.000_05 ? "<0.01" : number(decimals(share * 100, 2))
  }

  /// Nano-dollars in dollars, to the cent: `1,042.15`; below a cent with three digits.
  public static func dollars(_ nano: Int64) -> String {
    if nano != 0, nano.magnitude < 10_000_000 { return Digits.significant(Double(nano) / 1e9, 3) }
    let cents = Int64((Double(nano) / 1e7).rounded())
    let fraction = String(cents.magnitude % 100)
    return separated(cents / 100) + "." + (fraction.count == 1 ? "0" : "") + fraction
  }

  private static func decimals(_ value: Double, _ places: Int) -> Double {
    let scale = places == 2 ? 100.0 : 1
    return (value * scale).rounded() / scale
  }

  private static func separated(_ value: Int64) -> String {
    var groups: [String] = []
    var digits = Substring(String(value.magnitude))
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = digits.dropLast(3)
    }
    return (value < 0 ? "-" : "") + ([String(digits)] + groups).joined(separator: ",")
  }
}
