internal import Documents

/// Reads a file and those that it extends, and lays them over each other.
struct VariantReader {
  let files: any FileProvider
  private(set) var diagnostics: [Diagnostic] = []
  /// The order of the last file that was read, by which findings are sorted.
  private(set) var order: Int

  /// - Parameters:
  ///   - files: where files are read from.
  ///   - order: of the file itself; those that it extends come behind.
  init(files: any FileProvider, order: Int = 0) {
    self.files = files
    self.order = order
  }

  /// The tree of a file with what it extends under it; nil with the fault noted.
  mutating func tree(ofFile path: String) -> LocatedNode? {
    do throws(FileFault) {
      let bytes = try files.bytes(at: path, limit: DocumentLimits.bytes)
      return tree(of: Document(bytes: bytes, name: path, order: order), path: path)
    } catch {
      diagnostics.append(
        Diagnostic(.file(path, error), at: Place(source: SourceText(name: path, text: "", order: order), line: 1, column: 1)))
      return nil
    }
  }

  /// The tree of a document with what it extends under it; nil with the fault noted.
  mutating func tree(of document: Document, path: String) -> LocatedNode? {
    diagnostics += document.diagnostics
    guard let root = document.root else { return nil }
    return extended(root, path: path, chain: [path])
  }

  /// A file's tree with the one of another file laid over it, in which files are named relative to that; nil with the fault noted.
  mutating func patched(_ tree: LocatedNode, ofFile path: String, by patch: String) -> LocatedNode? {
    do throws(FileFault) {
      order += 1
      let document = Document(bytes: try files.bytes(at: patch, limit: DocumentLimits.bytes), name: patch, order: order)
      diagnostics += document.diagnostics
      guard let root = document.root, let upper = extended(root, path: patch, chain: [patch]) else { return nil }
      return tree.merged(with: rebased(upper, from: patch, to: path), alternatives: Alternatives.contains)
    } catch {
      diagnostics.append(Diagnostic(.file(patch, error), at: Place(source: SourceText(name: patch, text: ""), line: 1, column: 1)))
      return nil
    }
  }

  private mutating func extended(_ root: LocatedNode, path: String, chain: [String]) -> LocatedNode? {
    guard let node = root["extends"], let name = node.text, !node.isNull else { return root }
    let base = name.hasPrefix("/") ? name : Folder.of(path) + name
    func note(_ finding: Finding) { diagnostics.append(Diagnostic(finding, at: node.place, length: node.length, path: "extends")) }
    if chain.contains(base) || chain.count > 20 {
      note(.extendsCycle(chain + [base]))
      return nil
    }
    do throws(FileFault) {
      order += 1
      let document = Document(bytes: try files.bytes(at: base, limit: DocumentLimits.bytes), name: base, order: order)
      diagnostics += document.diagnostics
      guard let baseRoot = document.root, let lower = extended(baseRoot, path: base, chain: chain + [base]) else { return nil }
      return rebased(lower, from: base, to: path).merged(with: root, alternatives: Alternatives.contains)
    } catch {
      note(.file(name, error))
      return nil
    }
  }

  /// The base's tree; files that it names are relative to it, so their names are put before by its folder where that is another.
  private func rebased(_ node: LocatedNode, from base: String, to path: String) -> LocatedNode {
    let folder = Folder.of(base)
    let own = Folder.of(path)
    guard folder != own else { return node }
    let prefix = folder.hasPrefix(own) ? String(folder.dropFirst(own.count)) : folder
    return VariantReader.prefixed(node, prefix)
  }

  private static func prefixed(_ node: LocatedNode, _ prefix: String) -> LocatedNode {
    switch node.content {
    case .scalar: return node
    case .sequence(let elements): return LocatedNode(.sequence(elements.map { prefixed($0, prefix) }), at: node.place)
    case .mapping(let entries):
      let changed = entries.map { entry in
        var entry = entry
        if entry.key == "file", case .scalar(let name, let style) = entry.value.content, !name.hasPrefix("/") {
          entry.value.content = .scalar(prefix + name, style)
        } else {
          entry.value = prefixed(entry.value, prefix)
        }
        return entry
      }
      return LocatedNode(.mapping(changed), at: node.place)
    }
  }
}
