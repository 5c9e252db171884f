import FoundationEssentials
import Testing

@Suite("The folders of the fleet")
struct FolderTests {
  /// Only files of `World/` hold the structures of all folders, and so only they can touch two of them.
  @Test("none but the world reaches into another folder's state")
  func walls() throws {
    let fleet = "\(#filePath)".replacing("Tests/FleetTests/FolderTests.swift", with: "Sources/Fleet")
    let stored = try Regex(
      #"(?:^|[^.\w])(?:functions|traffic|steps|recorder|provisioning|agenda|measured|events|doors|brokers|items|services|queues|streams|callers|faults|workflows)\."#
    )
    var count = 0
    let folders = [
      "Functions", "Calls", "Delivery", "Faults", "Items", "Queues", "Services", "Steps", "Streams", "Traffic", "Observations", "Records",
      "Blueprint", "Workflows",
    ]
    for folder in folders {
      for path in try FileManager.default.subpathsOfDirectory(atPath: "\(fleet)/\(folder)") where path.hasSuffix(".swift") {
        let text = try String(contentsOfFile: "\(fleet)/\(folder)/\(path)", encoding: .utf8)
        for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
          #expect(line.firstMatch(of: stored) == nil, "\(folder)/\(path): \(line)")
        }
        count += 1
      }
    }
    #expect(count > 20)
  }
}
