/// A page of documentation: its fenced blocks, and the commands in them.
struct Page {
  /// A fenced block, and the mark that stands before it.
  struct Block {
    /// The word after the fence.
    var language: String
    /// The first line inside the fence, counted from 0, and the line of the closing fence.
    var lines: Range<Int>
    /// What a comment on the line before the fence says: `<!-- output of: fleetsim .. -->` or `<!-- file: .. -->`.
    var mark: String?
  }

  /// A command as a page shows it.
  struct Command: Equatable {
    /// The line of shell, without the remark on its exit code.
    var line: String
    /// The exit code that the page promises: 0 unless the line ends with a remark such as `# exit code 65`.
    var status: Int32 = 0
  }

  let lines: [String]
  private(set) var blocks: [Block] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var open: (language: String, first: Int)?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let block = open {
        let before = block.first >= 2 ? lines[block.first - 2] : ""
        blocks.append(Block(language: block.language, lines: block.first..<index, mark: Page.mark(before)))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), index + 1)
      }
    }
  }

  /// The commands of all blocks of shell, in order.
  var commands: [Command] {
    blocks.filter { $0.language == "sh" }.flatMap { lines[$0.lines] }.compactMap(Page.command)
  }

  /// What a block holds.
  func text(_ block: Block) -> String { lines[block.lines].map { $0 + "\n" }.joined() }

  /// The page with what a block holds replaced.
  func replacing(_ block: Block, by text: String) -> String {
    let inside = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0).map(String.init)
    return (lines[..<block.lines.lowerBound] + inside + lines[block.lines.upperBound...]).joined(separator: "\n")
  }

  /// The targets of the page's links that lead to files, without the places in them.
  var fileLinks: [String] {
    lines.flatMap { line in line.split(separator: "](", omittingEmptySubsequences: false).dropFirst() }
      .compactMap { $0.split(separator: ")", omittingEmptySubsequences: false).first }
      .compactMap { $0.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) }
      .filter { !$0.isEmpty && !$0.contains("://") }
  }

  private static func mark(_ line: String) -> String? {
    guard line.hasPrefix("<!-- "), line.hasSuffix(" -->") else { return nil }
    return String(line.dropFirst(5).dropLast(4))
  }

  private static func command(_ line: String) -> Command? {
    guard line.hasPrefix("fleetsim ") || line.hasPrefix("scripts/") else { return nil }
    let parts = line.split(separator: "#", maxSplits: 1).map { $0.trimming }
    let remark = "exit code "
    guard parts.count == 2, parts[1].hasPrefix(remark), let status = Int32(parts[1].dropFirst(remark.count)) else {
      return Command(line: parts[0])
    }
    return Command(line: parts[0], status: status)
  }
}

extension Substring {
  /// Without the spaces at both ends.
  fileprivate var trimming: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
