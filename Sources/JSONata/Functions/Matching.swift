/// Functions that search texts, for texts or by regular expressions.
///
/// - Source: JSONata, string functions; regular expressions.
extension Library {
  static let matching: [Native] = [
    Native("contains", "<s-(sf):b>", 2) { (arguments, call) throws(Failure) in
      guard let text = arguments.text(0), !arguments[1].isUndefined else { return .undefined }
      if let wanted = arguments.text(1) { return .bool(text.parts(around: wanted) != nil) }
      var search = Search(arguments.function(1), text, call)
      return .bool(try search.next() != nil)
    },
    Native("match", "<s-f<s:o>n?:a<o>>", 3) { (arguments, call) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      let limit = try limit(arguments, 2, "D3040", "match")
      var search = Search(arguments.function(1), text, call)
      var found: [Value] = []
      while found.count < limit, let match = try search.next() { found.append(match.described) }
      return .array(List(sequence: found))
    },
    Native("split", "<s-(sf)n?:a<s>>", 3) { (arguments, call) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      let limit = try limit(arguments, 2, "D3020", "split")
      let parts = try arguments[1].isUndefined ? [text] : split(text, arguments, limit, call)
      return .array(List(parts.map { .string($0) }))
    },
    Native("replace", "<s-(sf)(sf)n?:s>", 4) { (arguments, call) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      if arguments.text(1) == "" { throw Failure("D3010", "the text that is replaced may not be empty") }
      let limit = try limit(arguments, 3, "D3011", "replace")
      if let wanted = arguments.text(1) {
        guard let new = arguments.text(2) else { throw Failure("D3012", "a text is replaced by a text only") }
        return .string(replaced(text, wanted, new, limit))
      }
      return .string(try replaced(text, arguments, limit, call))
    },
  ]

  /// How many matches are wanted at most.
  private static func limit(_ arguments: Arguments, _ index: Int, _ code: String, _ name: String) throws(Failure) -> Int {
    guard let limit = try arguments.number(index) else { return .max }
    if limit < 0 { throw Failure(code, "the limit of $\(name) may not be negative") }
    return Int(min(limit.rounded(.up), 1e15))
  }

  private static func split(_ text: String, _ arguments: Arguments, _ limit: Int, _ call: Invocation) throws(Failure) -> [String] {
    if let separator = arguments.text(1) {
      let whole = try arguments.number(2).map { Int(min($0.rounded(.towardZero), 1e15)) } ?? .max
      if separator.isEmpty { return text.unicodeScalars.prefix(whole).map { String($0) } }
      return Array(text.pieces(separator).prefix(whole))
    }
    guard limit > 0 else { return [] }
    let units = Array(text.utf16)
    var search = Search(arguments.function(1), text, call)
    var parts: [String] = []
    var begin = 0
    while parts.count < limit, let match = try search.next() {
      parts.append(String(units: units[min(begin, units.count)..<max(begin, min(match.start, units.count))]))
      begin = min(match.end, units.count)
    }
    if parts.count < limit { parts.append(String(units: units[begin...])) }
    return parts
  }

  private static func replaced(_ text: String, _ wanted: String, _ new: String, _ limit: Int) -> String {
    let pieces = text.pieces(wanted)
    var result = pieces[0]
    for (index, piece) in pieces.dropFirst().enumerated() { result += (index < limit ? new : wanted) + piece }
    return result
  }

  private static func replaced(_ text: String, _ arguments: Arguments, _ limit: Int, _ call: Invocation) throws(Failure) -> String {
    let units = Array(text.utf16)
    var search = Search(arguments.function(1), text, call)
    var result: [UInt16] = []
    var begin = 0
    var count = 0
    while count < limit, let match = try search.next() {
      result += units[min(begin, units.count)..<max(begin, min(match.start, units.count))]
      result += try replacement(match, arguments[2], call).utf16
      begin = min(match.start + match.text.utf16.count, units.count)
      count += 1
    }
    return String(decoding: result + units[begin...], as: UTF16.self)
  }

  private static func replacement(_ match: Search.Match, _ replacement: Value, _ call: Invocation) throws(Failure) -> String {
    switch replacement {
    case .string(let template): return match.filled(template)
    case .function(let function):
      if case .string(let text) = try call.call(function, match.value) { return text }
    default: break
    }
    throw Failure("D3012", "a match is replaced by a text only")
  }
}

extension String {
  /// The pieces between the occurrences of a text.
  func pieces(_ separator: String) -> [String] {
    let units = Array(utf8)
    let wanted = Array(separator.utf8)
    var pieces: [String] = []
    var begin = 0
    while let place = units.firstPlace(of: wanted, from: begin) {
      pieces.append(String(decoding: units[begin..<place], as: UTF8.self))
      begin = place + wanted.count
    }
    return pieces + [String(decoding: units[begin...], as: UTF8.self)]
  }
}
