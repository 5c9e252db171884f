/// A part of a factor's text, and where it stands there.
struct FactorField {
  /// Its scalars, without spaces around them.
  var scalars: ArraySlice<Unicode.Scalar>

  /// Where it begins, scalars from the start of the whole text.
  var offset: Int { scalars.startIndex }

  var text: String { String(String.UnicodeScalarView(scalars)) }
}

/// Parts a factor's text into its values.
enum FactorFields {
  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["{": "}", "[": "]", "(": ")"]

  /// The parts between the commas that stand within neither brackets nor quotes.
  ///
  /// - Parameter start: where the first one begins.
  /// - Throws: `FactorFault` where a bracket or quote is not closed.
  static func split(_ scalars: [Unicode.Scalar], from start: Int) throws(FactorFault) -> [FactorField] {
    var fields: [FactorField] = []
    var open: [(end: Unicode.Scalar, at: Int)] = []
    var quote: (end: Unicode.Scalar, at: Int)?
    var begin = start
    for index in start..<scalars.count {
      let scalar = scalars[index]
      if let inside = quote {
        if scalar == inside.end { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = (scalar, index)
      } else if let end = closing[scalar] {
        open.append((end, index))
      } else if scalar == open.last?.end {
        open.removeLast()
      } else if scalar == ",", open.isEmpty {
        fields.append(trimmed(scalars[begin..<index]))
        begin = index + 1
      }
    }
    if let opened = quote ?? open.last {
      throw FactorFault("what begins here with '\(scalars[opened.at])' has no '\(opened.end)' at its end", at: opened.at)
    }
    return fields + [trimmed(scalars[begin...])]
  }

  /// A part without the spaces around it.
  static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> FactorField {
    var scalars = scalars
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return FactorField(scalars: scalars)
  }
}
