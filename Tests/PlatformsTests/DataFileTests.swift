import Platforms
import Prices
import Testing
import Yams

/// What holds for every profile, table and price book.
struct DataFileTests {
  @Test func `every value has a source`() throws {
    for file in try DataFile.all() {
      let sources = file.sources.map(\.path)
      for (path, _) in file.values {
        #expect(sources.contains { path == $0 || path.hasPrefix("\($0).") }, "\(file.testDescription): \(path) has no source")
      }
    }
  }

  @Test func `every source is of a value and names a reference with a title and a date`() throws {
    for file in try DataFile.all() {
      let paths = file.values.map(\.path)
      for (path, text) in file.sources {
        #expect(paths.contains { $0 == path || $0.hasPrefix("\(path).") }, "\(file.testDescription): \(path) is the source of nothing")
        #expect(!file.references(in: text).isEmpty, "\(file.testDescription): \(path) names no reference in '\(text)'")
      }
      for (name, reference) in file.root["references"]?.mapping ?? [:] {
        let used = file.sources.contains { file.references(in: $0.text).contains(name.string ?? "") }
        #expect(used, "\(file.testDescription): nothing refers to \(name.string ?? "")")
        #expect(reference["title"]?.string?.isEmpty == false && reference["date"]?.string?.wholeMatch(of: /\d{4}(-\d\d(-\d\d)?)?/) != nil)
      }
    }
  }

  @Test func `general knowledge is marked as unverified`() throws {
    for file in try DataFile.all() {
      for (path, text) in file.sources {
        for part in text.split(separator: "; ") where part.hasPrefix("general") {
          #expect(part.contains("(unverified)"), "\(file.testDescription): \(path)")
        }
      }
    }
  }

  @Test func `a file calls itself by its name`() throws {
    #expect(try DataFile.profiles().map { $0.root["profile"]?.string } == PlatformFiles.names)
    #expect(try DataFile.elements().map { $0.root["elements"]?.string } == ElementFiles.names)
    #expect(try DataFile.tables().map { $0.root["coldStarts"]?.string } == ColdStartFiles.names)
    #expect(try DataFile.books().map { $0.root["book"]?.string } == PriceFiles.names)
  }

  @Test func `a name that there isn't has no text`() {
    #expect(PlatformFiles.text("aws") == nil)
    #expect(ElementFiles.text("aws") == nil)
    #expect(ColdStartFiles.text("aws") == nil)
    #expect(PriceFiles.text("aws") == nil)
  }

  @Test func `a file is small enough to stand in the code`() throws {
    let texts =
      PlatformFiles.names.compactMap(PlatformFiles.text) + ElementFiles.names.compactMap(ElementFiles.text)
      + ColdStartFiles.names.compactMap(ColdStartFiles.text)
      + PriceFiles.names.compactMap(PriceFiles.text)
    #expect(texts.allSatisfy { $0.utf8.count < 20_000 })
  }
}
