/// The matches of a regular expression, or of a function that does as one, one after the other.
///
/// - Source: JSONata, regular expressions: generalized regex.
struct Search {
  /// One match, its places in UTF-16 units.
  struct Match {
    let text: String
    let start: Int
    let end: Int
    let groups: [Value]
    /// As a function gets it.
    let value: Value

    /// As `$match` gives it.
    var described: Value {
      let object = Object()
      object.set("match", .string(text))
      object.set("index", .number(Double(start)))
      object.set("groups", .array(List(groups)))
      return .object(object)
    }
  }

  private var matcher: Function?
  private var arguments: [Value]
  private let call: Invocation

  init(_ matcher: Function?, _ text: String, _ call: Invocation) {
    self.matcher = matcher
    arguments = [.string(text)]
    self.call = call
  }

  /// The next match, if there is one.
  ///
  /// - Throws: T1010 if the function gives something else.
  mutating func next() throws(Failure) -> Match? {
    guard let matcher else { return nil }
    let result = try call.run.apply(matcher, arguments, .null)
    if result.isUndefined { return nil }
    guard case .object(let object) = result, case .number(let start)? = object["start"], case .number(let end)? = object["end"],
      start >= 0, end >= start, end < 1e15, case .function(let next)? = object["next"]
    else { throw Failure("T1010", "the function does not give a match as regular expressions do") }
    self.matcher = next
    arguments = []
    let text = if case .string(let text)? = object["match"] { text } else { "" }
    return Match(text: text, start: Int(start), end: Int(end), groups: object["groups"]?.elements ?? [], value: result)
  }
}

extension Search.Match {
  /// A template with `$0` as the match, `$1` and so on as its groups, `$$` as a dollar sign.
  ///
  /// - Source: JSONata, `$replace`.
  func filled(_ template: String) -> String {
    let scalars = Array(template.unicodeScalars)
    var result = ""
    var place = 0
    while place < scalars.count {
      guard scalars[place] == "$" else {
        result.unicodeScalars.append(scalars[place])
        place += 1
        continue
      }
      place += 1
      let next = place < scalars.count ? scalars[place] : nil
      if next == "$" {
        result += "$"
        place += 1
      } else if next == "0" {
        result += text
        place += 1
      } else if let (group, digits) = group(scalars[place...]) {
        if group >= 1, group <= groups.count, case .string(let text) = groups[group - 1] { result += text }
        place += digits
      } else {
        result += "$"
      }
    }
    return result
  }

  /// A group's number at the begin of a text, with as many digits as numbers of groups have.
  private func group(_ scalars: ArraySlice<Unicode.Scalar>) -> (Int, Int)? {
    let most = groups.isEmpty ? 1 : String(groups.count).count
    let digits = scalars.prefix(most).prefix { "0"..."9" ~= $0 }
    guard let number = Int(String(scalars: digits)) else { return nil }
    if most > 1, number > groups.count, let shorter = Int(String(scalars: digits.dropLast())) { return (shorter, digits.count - 1) }
    return (number, digits.count)
  }
}

extension Pattern {
  /// The first match in a text, as a function gives it.
  func firstMatch(of value: Value, _ run: Evaluation) throws(Failure) -> Value {
    guard case .string(let text) = value else { return .undefined }
    return try match(in: Array(text.utf16), from: 0, isFirst: true, run)
  }

  /// The match at a place or after it, with a function for the next one.
  ///
  /// - Throws: D1004 if a match after the first is empty, since the search would not get on.
  func match(in text: [UInt16], from begin: Int, isFirst: Bool, _ run: Evaluation) throws(Failure) -> Value {
    if !isFirst, begin >= text.count { return .undefined }
    guard let match = try firstMatch(in: text, from: begin, steps: &run.steps) else { return .undefined }
    if !isFirst, match.range.isEmpty { throw Failure("D1004", "the regular expression \(source) matches an empty text") }
    let object = Object()
    object.set("match", .string(String(units: text[match.range])))
    object.set("start", .number(Double(match.range.lowerBound)))
    object.set("end", .number(Double(match.range.upperBound)))
    object.set("groups", .array(List(match.groups.map { $0.map { .string(String(units: text[$0])) } ?? .undefined })))
    object.set("next", .function(Function(.next(self, text, match.range.upperBound))))
    return .object(object)
  }
}
