/// Functions that write numbers by pictures, and read them.
///
/// - Source: JSONata, numeric functions.
extension Library {
  static let formats: [Native] = [
    Native("formatNumber", "<n-so?:s>", 3) { (arguments, _) throws(Failure) in
      guard let number = try arguments.number(0) else { return .undefined }
      return .string(try NumberPicture.format(number, arguments.text(1) ?? "", NumberPicture.Signs(arguments.object(2))))
    },
    Native("formatBase", "<n-n?:s>", 2) { (arguments, _) throws(Failure) in
      guard let number = try arguments.number(0) else { return .undefined }
      let radix = rounded(try arguments.number(1) ?? 10)
      guard 2...36 ~= radix else { throw Failure("D3100", "the base of $formatBase is from 2 to 36") }
      guard let whole = Int64(exactly: rounded(number)) else { throw Failure("D1001", "the number is out of range") }
      return .string(String(whole, radix: Int(radix)))
    },
    Native("formatInteger", "<n-s:s>", 2) { (arguments, _) throws(Failure) in
      guard let number = try arguments.number(0) else { return .undefined }
      return .string(try IntegerPicture(arguments.text(1) ?? "").format(number.rounded(.down)))
    },
    Native("parseInteger", "<s-s:n>", 2) { (arguments, _) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      return try IntegerPicture(arguments.text(1) ?? "").parse(text).map { .number($0) } ?? .undefined
    },
  ]
}
