extension DatePicture {
  /// A moment as text.
  ///
  /// - Parameter milliseconds: Since 1970-01-01T00:00Z.
  /// - Parameter offset: Of the time zone, in minutes east of Greenwich.
  func format(_ milliseconds: Double, offset: Int) throws(Failure) -> String {
    guard milliseconds.magnitude <= 8.64e15 else { throw Failure("D1001", "the time is out of range") }
    let moment = DateParts(milliseconds: milliseconds + Double(offset) * 60_000)
    var result = ""
    for part in parts {
      switch part {
      case .literal(let text): result += text
      case .marker(let marker): result += try marker.format(moment, offset)
      }
    }
    return result
  }

  /// The offset of a time zone such as +0530, in minutes.
  static func offset(_ zone: String) -> Int {
    let digits = zone.drop { $0 == "+" || $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
    let number = min(Int(digits) ?? 0, 9999)
    let minutes = number / 100 * 60 + number % 100
    return zone.first == "-" ? -minutes : minutes
  }
}

extension DatePicture.Marker {
  fileprivate func format(_ moment: DateParts, _ offset: Int) throws(Failure) -> String {
    switch component {
    case "Z", "z": return try zone(offset)
    case "P":
      let text = moment.hour >= 12 ? "pm" : "am"
      return names == .upper ? text.uppercased() : text
    case "C", "E": return "ISO"
    default: break
    }
    guard var number = moment.component(component) else { return "" }
    if let names {
      let all = try DatePicture.names(component)
      let name = String(all[number - 1].prefix(longest ?? .max))
      return names == .upper ? name.uppercased() : names == .lower ? name.lowercased() : name
    }
    if let yearDigits, yearDigits < 9 { number %= (0..<yearDigits).reduce(1) { power, _ in power * 10 } }
    return try integer?.format(Double(number)) ?? ""
  }

  private func zone(_ offset: Int) throws(Failure) -> String {
    if offset == 0, isTraditional { return "Z" }
    guard let integer else { return "" }
    let (hours, minutes) = (Int(offset.magnitude) / 60, Int(offset.magnitude) % 60)
    var text: String
    if integer.interval > 0 || 3...4 ~= integer.mandatory {
      text = try integer.format(Double(hours * 100 + minutes))
    } else if 1...2 ~= integer.mandatory {
      text = try integer.format(Double(hours))
      if minutes > 0 { text += ":" + (minutes < 10 ? "0" : "") + String(minutes) }
    } else {
      throw Failure("D3134", "a time zone has at most four digits")
    }
    return (component == "z" ? "GMT" : "") + (offset < 0 ? "-" : "+") + text
  }
}
