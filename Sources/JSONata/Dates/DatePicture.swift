/// A picture by which moments are written and read.
///
/// - Source: XPath and XQuery Functions and Operators 3.1, section 9.8.4, fn:format-dateTime; JSONata, `$fromMillis`.
struct DatePicture {
  enum Part {
    case literal(String)
    case marker(Marker)
  }

  /// A component in brackets.
  struct Marker {
    /// Which component, by its letter.
    let component: Character
    /// Written by name, in these letters.
    var names: IntegerPicture.Letters?
    /// Written as a number.
    var integer: IntegerPicture?
    /// A time zone of no offset is Z.
    var isTraditional = false
    /// Letters of a name at most.
    var longest: Int?
    /// Digits of a year that are written, from the right.
    var yearDigits: Int?
  }

  /// Parts in order.
  let parts: [Part]

  /// How moments are written without a picture.
  static let iso8601 = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]"

  private static let usual: [Character: String] = [
    "Y": "1", "M": "1", "D": "1", "d": "1", "F": "n", "W": "1", "w": "1", "X": "1", "x": "1", "H": "1", "h": "1", "P": "n", "m": "01",
    "s": "01", "f": "1", "Z": "01:01", "z": "01:01", "C": "n", "E": "n",
  ]

  /// A picture; brackets that are meant literally are doubled.
  ///
  /// - Throws: D3135 for a bracket that is not closed, and what is wrong with a component.
  init(_ picture: String) throws(Failure) {
    let scalars = Array(picture.unicodeScalars)
    var parts: [Part] = []
    var literal = ""
    var place = 0
    while place < scalars.count {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      if scalars[place] == "[", next != "[" {
        guard let end = scalars[place...].firstIndex(of: "]") else { throw Failure("D3135", "a [ in the picture has no ]") }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        let marker = try Marker(String(scalars: scalars[(place + 1)..<end].filter { !$0.properties.isWhitespace }))
        if marker.integer != nil, case .marker(var last)? = parts.last, let width = last.integer?.mandatory {
          // Numbers that follow at once can only be told apart by their digits.
          last.integer?.width = width
          parts[parts.count - 1] = .marker(last)
        }
        parts.append(.marker(marker))
        place = end
      } else {
        literal.unicodeScalars.append(scalars[place])
        if scalars[place] == next, next == "[" || next == "]" { place += 1 }
      }
      place += 1
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    self.parts = parts
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// The names of a component.
  ///
  /// - Throws: D3133 if it has none.
  static func names(_ component: Character) throws(Failure) -> [String] {
    switch component {
    case "M", "x": months
    case "F": weekdays
    default: throw Failure("D3133", "months and days of the week have names, \(component) has none")
    }
  }

  /// What is written if a component says nothing else.
  fileprivate static func usual(_ component: Character) throws(Failure) -> String {
    guard let usual = usual[component] else { throw Failure("D3132", "there is no component \(component) in pictures of dates") }
    return usual
  }
}

extension DatePicture.Marker {
  /// What stands in brackets, without white space.
  fileprivate init(_ text: String) throws(Failure) {
    component = text.first ?? " "
    let usual = try DatePicture.usual(component)
    var rest = text.dropFirst()
    var least: Int?
    if let comma = rest.lastIndex(of: ",") {
      let widths = rest[rest.index(after: comma)...].split(separator: "-", maxSplits: 1).map { Int($0) }
      least = widths.first ?? nil
      longest = widths.count > 1 ? widths[1].map { max(0, $0) } : nil
      rest = rest[..<comma]
    }
    var presentation = String(rest)
    var isOrdinal = false
    if presentation.count > 1, let modifier = presentation.last, "atco".contains(modifier) {
      presentation.removeLast()
      isOrdinal = modifier == "o"
      isTraditional = modifier == "t"
    }
    if presentation.isEmpty { presentation = usual }
    switch presentation.first {
    case "n": names = .lower
    case "N": names = presentation.dropFirst().first == "n" ? .title : .upper
    default: try read(presentation, isOrdinal, least)
    }
    if component == "Z" || component == "z", integer == nil { integer = try IntegerPicture(presentation) }
  }

  private mutating func read(_ presentation: String, _ isOrdinal: Bool, _ least: Int?) throws(Failure) {
    var picture = try IntegerPicture(presentation + (isOrdinal ? ";o" : ""))
    guard "YMDdFWwXxHhmsf".contains(component) else {
      if component == "Z" || component == "z" { integer = picture }
      return
    }
    picture.mandatory = max(picture.mandatory, min(least ?? 0, 100))
    if component == "Y" {
      if let longest {
        yearDigits = longest
        picture.mandatory = min(longest, 100)
      } else if picture.mandatory + picture.optional >= 2 {
        yearDigits = picture.mandatory + picture.optional
      }
    }
    integer = picture
  }
}
