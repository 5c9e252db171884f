internal import Yams

/// A YAML document as a tree with places.
public struct Document: Sendable {
  /// The text it was read from.
  public let source: SourceText
  /// Its root; nil if the text is no YAML or there is nothing in it.
  public let root: LocatedNode?
  /// What is wrong with the text.
  public let diagnostics: [Diagnostic]

  /// The document in a file.
  ///
  /// - Parameter resolvesTags: whether tags such as `!Sub` become keys, as in templates of CloudFormation; otherwise they mean nothing.
  /// - Complexity: O(n) in its length.
  public init(bytes: [UInt8], name: String, order: Int = 0, resolvesTags: Bool = false) {
    switch Document.decoded(bytes, name: name, order: order) {
    case .success(let source): self.init(source, resolvesTags: resolvesTags)
    case .failure(let fault):
      self.init(source: fault.diagnostic.place.source, root: nil, diagnostics: [fault.diagnostic])
    }
  }

  /// The document in a text.
  ///
  /// - Complexity: O(n) in its length.
  public init(_ source: SourceText, resolvesTags: Bool = false) {
    self.source = source
    if let diagnostic = AnchorCheck.diagnostic(of: source) {
      root = nil
      diagnostics = [diagnostic]
      return
    }
    var duplicates = DuplicateKeys(source: source)
    while true {
      do throws(YamlFault) {
        let node = try Document.parsed(duplicates.text)
        var builder = TreeBuilder(source: source, masked: duplicates.masked, resolvesTags: resolvesTags)
        root = node.flatMap { builder.tree($0) }
        var found = duplicates.diagnostics + builder.diagnostics
        if root == nil || root?.isNull == true, found.isEmpty {
          found.append(Diagnostic(.emptyDocument, at: Place(source: source, line: 1, column: 1)))
        }
        diagnostics = found
        return
      } catch {
        if case .duplicate(let key, let mark) = error, duplicates.mask(key, first: mark) { continue }
        root = nil
        diagnostics = duplicates.diagnostics + [error.diagnostic(in: source)]
        return
      }
    }
  }

  private init(source: SourceText, root: LocatedNode?, diagnostics: [Diagnostic]) {
    self.source = source
    self.root = root
    self.diagnostics = diagnostics
  }

  private struct DecodingFault: Error {
    let diagnostic: Diagnostic
  }

  private static func parsed(_ text: String) throws(YamlFault) -> Node? {
    do {
      return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw YamlFault(error)
    } catch {
      throw .other(String(describing: error))
    }
  }

  private static func decoded(_ bytes: [UInt8], name: String, order: Int) -> Result<SourceText, DecodingFault> {
    func fault(_ finding: Finding, after prefix: ArraySlice<UInt8>) -> Result<SourceText, DecodingFault> {
      let source = SourceText(name: name, text: String(decoding: prefix, as: UTF8.self), order: order)
      return .failure(DecodingFault(diagnostic: Diagnostic(finding, at: source.place(atByte: prefix.count))))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return fault(.utf16, after: []) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return .success(SourceText(name: name, text: text, order: order)) }
    let good = UTF8Validity.validPrefix(content)
    return fault(.notUTF8(content[content.startIndex + good]), after: content.prefix(good))
  }
}

/// How far bytes are UTF-8.
enum UTF8Validity {
  /// The number of bytes before the first that is not UTF-8.
  static func validPrefix(_ bytes: ArraySlice<UInt8>) -> Int {
    var low = 0
    var high = bytes.count
    // The longest prefix that, less an unfinished scalar at its end, is valid: validity of prefixes is monotone up to three bytes.
    while low < high {
      let middle = (low + high + 1) / 2
      if isValidUpToUnfinishedScalar(bytes.prefix(middle)) { low = middle } else { high = middle - 1 }
    }
    var end = low
    while end > 0, String(validating: bytes.prefix(end), as: UTF8.self) == nil { end -= 1 }
    return end
  }

  private static func isValidUpToUnfinishedScalar(_ bytes: ArraySlice<UInt8>) -> Bool {
    (0...min(3, bytes.count)).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  }
}
