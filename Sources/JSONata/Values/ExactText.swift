/// A text that equals another only if it has the same scalars: JSON knows no canonical equivalence.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool { left.text.isExactly(right.text) }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension String {
  /// Whether both have the same scalars.
  func isExactly(_ other: String) -> Bool {
    self == other && utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// Whether it is before the other by UTF-16 code units, which is how JSONata orders texts.
  func precedes(_ other: String) -> Bool { utf16.lexicographicallyPrecedes(other.utf16) }

  /// The units of UTF-16 in a range, as a text.
  init(units: ArraySlice<UInt16>) { self = String(decoding: units, as: UTF16.self) }

  /// The scalars as a text.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }
}
