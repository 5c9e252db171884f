/// Looks for documents whose anchors could make reading them endless, before they are read.
///
/// Reading compares keys; a key made of aliases of aliases has a size that is exponential in the text. Levels add up over anchors too.
/// Only texts that have anchors are looked at, so the check may be coarse: it does not know quotes and comments.
enum AnchorCheck {
  /// What is unsafe, at its place.
  ///
  /// - Complexity: O(n) in the length of the text.
  static func diagnostic(of source: SourceText) -> Diagnostic? {
    var text = source.text
    return text.withUTF8 { bytes -> Diagnostic? in
      guard let first = bytes.indices.first(where: { isAnchor(at: $0, in: bytes) }) else { return nil }
      var anchors = 0
      var brackets = 0
      var indentation = 0
      var inIndentation = true
      func fault(_ what: String, _ offset: Int) -> Diagnostic {
        Diagnostic(.unsafeAnchors(what), at: source.place(atByte: max(offset, 0)))
      }
      for (offset, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "\n"):
          inIndentation = true
          indentation = 0
          continue
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          brackets = max(0, brackets - 1)
          if isFollowedByColon(offset + 1, in: bytes) { return fault("a list or mapping as a key", offset) }
        case UInt8(ascii: "&") where offset >= first && isAnchor(at: offset, in: bytes): anchors += 1
        case UInt8(ascii: "*") where isAlias(at: offset, in: bytes):
          var end = offset + 1
          while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
          if isFollowedByColon(end, in: bytes) { return fault("an alias as a key", offset) }
        case UInt8(ascii: "?") where inIndentation && offset + 1 < bytes.count && isBlank(bytes[offset + 1]):
          return fault("a list or mapping as a key", offset)
        default: break
        }
        if inIndentation {
          if isBlank(byte) || byte == UInt8(ascii: "-") { indentation += 1 } else { inIndentation = false }
        }
        if anchors > DocumentLimits.anchors { return fault("more than \(DocumentLimits.anchors) anchors", offset) }
        if brackets > DocumentLimits.depth || indentation > 2 * DocumentLimits.depth { return fault("so many levels", offset) }
      }
      return nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isAnchor(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[offset] == UInt8(ascii: "&") && isAlias(at: offset, in: bytes)
  }

  private static func isAlias(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset + 1 < bytes.count && isNameByte(bytes[offset + 1])
  }

  private static func isFollowedByColon(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = start
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    return offset < bytes.count && bytes[offset] == UInt8(ascii: ":")
  }
}
