/// Whole numbers as letters, Roman numerals and English words.
///
/// - Source: XPath and XQuery Functions and Operators 3.1, section 4.6; JSONata, `$formatInteger`.
enum Numerals {
  private static let small = [
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen",
    "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
  ]
  private static let smallOrdinals = [
    "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
    "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
  ]
  private static let tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
  private static let powers: [(name: String, value: Double)] = [
    ("Thousand", 1e3), ("Million", 1e6), ("Billion", 1e9), ("Trillion", 1e12),
  ]
  private static let romans: [(value: Double, text: String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
    (4, "iv"), (1, "i"),
  ]

  /// a to z, aa and so on; nothing for 0.
  static func letters(_ number: Double) -> String {
    var rest = UInt64(min(number, 1e18))
    var result = ""
    while rest > 0 {
      result = String(Unicode.Scalar(UInt8(97 + (rest - 1) % 26))) + result
      rest = (rest - 1) / 26
    }
    return result
  }

  /// Roman numerals; thousands are repeated, at most a hundred thousand times.
  static func roman(_ number: Double) -> String {
    var rest = min(number, 1e8)
    var result = ""
    for (value, text) in romans {
      while rest >= value {
        result += text
        rest -= value
      }
    }
    return result
  }

  /// English words, each with a capital but for "and".
  static func words(_ number: Double, isOrdinal: Bool) -> String {
    if number < 20 { return (isOrdinal ? smallOrdinals : small)[Int(number)] }
    if number < 100 {
      let rest = number.truncatingRemainder(dividingBy: 10)
      let ten = tens[Int(number / 10) - 2]
      if rest > 0 { return ten + "-" + words(rest, isOrdinal: isOrdinal) }
      return isOrdinal ? ten.dropLast() + "ieth" : ten
    }
    let (name, value) = powers.last { number >= $0.value } ?? ("Hundred", 100)
    let count = (number / value).rounded(.down)
    let rest = number - count * value
    let head = words(count, isOrdinal: false) + " " + name
    if rest <= 0 { return isOrdinal ? head + "th" : head }
    return head + (rest < 100 ? " and " : ", ") + words(rest, isOrdinal: isOrdinal)
  }

  /// "st", "nd", "rd" or "th", by the last digits.
  static func suffix(_ digits: String) -> String {
    if digits.dropLast().last == "1" { return "th" }
    switch digits.last {
    case "1": return "st"
    case "2": return "nd"
    case "3": return "rd"
    default: return "th"
    }
  }

  /// The number of lower-case letters.
  static func number(letters: String) -> Double? {
    var result = 0.0
    for byte in letters.utf8 {
      guard 97...122 ~= byte else { return nil }
      result = result * 26 + Double(byte - 96)
    }
    return result
  }

  /// The number of lower-case Roman numerals.
  static func number(roman: String) -> Double? {
    var result = 0.0
    var greatest = 1.0
    for scalar in roman.unicodeScalars.reversed() {
      guard let value = romans.first(where: { $0.text == String(scalar) })?.value else { return nil }
      result += value < greatest ? -value : value
      greatest = max(greatest, value)
    }
    return result
  }

  /// The number of lower-case words.
  static func number(words: String) -> Double? {
    var parts = [0.0]
    for word in words.split(whereSeparator: { ", -".contains($0) }) where word != "and" {
      guard let value = values[String(word)] else { return nil }
      if value < 100 {
        var last = parts.removeLast()
        if last >= 1000 {
          parts.append(last)
          last = 0
        }
        parts.append(last + value)
      } else {
        parts.append(parts.removeLast() * value)
      }
    }
    return parts.reduce(0, +)
  }

  /// A regular expression for numbers in words.
  static var wordPattern: String {
    "(?:" + (values.keys.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) } + ["and", "[\\-, ]"]).joined(separator: "|") + ")+"
  }

  /// What each word stands for, cardinal or ordinal.
  private static let values: [String: Double] = {
    var values: [String: Double] = [:]
    for (index, word) in small.enumerated() { values[word.lowercased()] = Double(index) }
    for (index, word) in smallOrdinals.enumerated() { values[word.lowercased()] = Double(index) }
    for (index, word) in tens.enumerated() {
      values[word.lowercased()] = Double(10 * (index + 2))
      values[word.lowercased().dropLast() + "ieth"] = Double(10 * (index + 2))
    }
    for (name, value) in [("Hundred", 100)] + powers {
      values[name.lowercased()] = value
      values[name.lowercased() + "th"] = value
    }
    return values
  }()
}
