/// Functions on moments.
///
/// - Source: JSONata, date-time functions.
extension Library {
  static let dates: [Native] = [
    Native("now", "<s?s?:s>", 2) { (arguments, call) throws(Failure) in
      .string(try written(call.run.milliseconds, arguments.text(0), arguments.text(1)))
    },
    Native("millis", "<:n>", 0) { (_, call) throws(Failure) in .number(call.run.milliseconds) },
    Native("fromMillis", "<n-s?s?:s>", 3) { (arguments, _) throws(Failure) in
      guard let milliseconds = try arguments.number(0) else { return .undefined }
      return .string(try written(milliseconds, arguments.text(1), arguments.text(2)))
    },
    Native("toMillis", "<s-s?:n>", 2) { (arguments, call) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      if let picture = arguments.text(1) {
        let now = DateParts(milliseconds: call.run.milliseconds)
        return try DatePicture(picture).parse(text, now: now, call.run).map { .number($0) } ?? .undefined
      }
      guard let milliseconds = DatePicture.parse(iso8601: text) else { throw Failure("D3110", "\(text) is no time in ISO 8601") }
      return .number(milliseconds)
    },
  ]

  private static func written(_ milliseconds: Double, _ picture: String?, _ zone: String?) throws(Failure) -> String {
    try DatePicture(picture ?? DatePicture.iso8601).format(milliseconds, offset: zone.map(DatePicture.offset) ?? 0)
  }
}
