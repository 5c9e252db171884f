import Testing

/// How pages are read.
@Suite struct PageTests {
  @Test func `commands are the lines of shell blocks that call fleetsim or a script`() {
    let page = Page(
      """
      Text with `fleetsim run x`.
      ```sh
      fleetsim check a.yaml
      # a remark
      cd somewhere
      scripts/run check "b c.yaml"
      ```
      ```yaml
      fleetsim run no.yaml
      ```
      """)
    #expect(page.commands.map(\.line) == ["fleetsim check a.yaml", "scripts/run check \"b c.yaml\""])
    #expect(page.commands.allSatisfy { $0.status == 0 })
  }

  @Test func `a remark promises another exit code`() {
    let page = Page("```sh\nfleetsim check bad.yaml   # exit code 65\nfleetsim run a.yaml   # the summary\n```\n")
    #expect(page.commands == [.init(line: "fleetsim check bad.yaml", status: 65), .init(line: "fleetsim run a.yaml", status: 0)])
  }

  @Test func `a block's mark stands on the line before it, and its text can be replaced`() throws {
    let page = Page("one\n<!-- output of: fleetsim check a.yaml -->\n```text\nold\n```\ntwo\n")
    let block = try #require(page.blocks.first)
    #expect(block.mark == "output of: fleetsim check a.yaml")
    #expect(page.text(block) == "old\n")
    #expect(page.replacing(block, by: "new\nnewer\n") == "one\n<!-- output of: fleetsim check a.yaml -->\n```text\nnew\nnewer\n```\ntwo\n")
  }

  @Test func `links to files are found, links elsewhere are not`() {
    let page = Page("See [a](docs/a.md#place), [b](https://b.example), [c](#here) and [d](d/).")
    #expect(page.fileLinks == ["docs/a.md", "d/"])
  }
}
