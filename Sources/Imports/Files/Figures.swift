/// Numbers as reports print them.
enum Figures {
  /// A whole number with commas between thousands.
  static func grouped(_ value: Int) -> String {
    let digits = String(abs(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }

  /// A number from -10¹² to 10¹² with so many decimals, 0 to 3.
  static func fixed(_ value: Double, _ places: Int) -> String {
    precondition((0...3).contains(places) && abs(value) <= 1e12, "can't print \(value) with \(places) decimals")
    let power = [1.0, 10, 100, 1000][places]
    let scaled = Int((abs(value) * power).rounded())
    let whole = grouped(scaled / Int(power))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + whole }
    let rest = String(scaled % Int(power))
    return sign + whole + "." + String(repeating: "0", count: places - rest.count) + rest
  }

  /// A count with its noun, which takes an s for all counts but 1.
  static func counted(_ value: Int, _ noun: String) -> String { "\(grouped(value)) \(noun)\(value == 1 ? "" : "s")" }

  /// A minute of the day as `HH:MM`; the end of the day is `24:00`.
  static func clock(_ minute: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}

/// Milliseconds as text.
enum Milliseconds {
  /// The shortest decimal that is read as the same number; without a fraction if it has none.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : value.description
  }
}
