import Platforms
import Prices
import Testing
import Yams

/// What holds between a profile and what it names.
struct ProfileTests {
  @Test func `every profile has the same keys`() throws {
    let profiles = try DataFile.profiles()
    let keys = keys(try #require(profiles.first))
    for profile in profiles { #expect(self.keys(profile) == keys, "\(profile.testDescription)") }
  }

  private func keys(_ profile: DataFile) -> [String] {
    (profile.root.mapping ?? [:]).compactMap { $0.key.string }.filter { $0 != "runtimes" }
  }

  @Test func `a profile's price book and tables of runtimes are there`() throws {
    for profile in try DataFile.profiles() {
      #expect(PriceFiles.names.contains(try #require(profile.root["prices"]?.string)))
      for table in try #require(profile.root["coldStarts"]?.sequence) {
        #expect(ColdStartFiles.names.contains(try #require(table.string)))
      }
    }
  }

  @Test func `a profile's files of elements are there and have the same sections`() throws {
    let files = Dictionary(uniqueKeysWithValues: try DataFile.elements().map { ($0.testDescription, $0.root.mapping?.count) })
    #expect(Set(files.values).count == 1)
    for profile in try DataFile.profiles() {
      for name in try #require(profile.root["elements"]?.sequence) { #expect(files[name.string ?? ""] != nil) }
    }
  }

  @Test func `every runtime belongs to a language of its profile, and every language has a runtime`() throws {
    for profile in try DataFile.profiles() {
      let languages = Set((profile.root["languages"]?.mapping ?? [:]).compactMap { $0.key.string }).subtracting(["sources"])
      let used = try runtimes(of: profile).map { try #require($0.value["language"]?.string) }
      let unused = languages.subtracting(used)
      #expect(Set(used).isSubset(of: languages), "\(profile.testDescription)")
      #expect(unused.isEmpty || profile.testDescription == "google-cloud-run", "\(profile.testDescription): \(unused)")
    }
  }

  @Test func `every runtime says how it starts on an architecture of its own profile`() throws {
    for profile in try DataFile.profiles() {
      for (name, runtime) in try runtimes(of: profile) {
        let packages = ["zip", "image"].compactMap { runtime[$0]?.mapping }
        #expect(!packages.isEmpty && packages.allSatisfy { $0["x86_64"] != nil }, "\(profile.testDescription): \(name)")
        #expect(["managed", "custom"].contains(runtime["kind"]?.string), "\(profile.testDescription): \(name)")
        #expect(runtime["firstWork"]?.string?.hasSuffix(" ms") == true, "\(profile.testDescription): \(name)")
      }
    }
  }

  @Test func `the runtimes that can use SnapStart are there and are managed`() throws {
    for profile in try DataFile.profiles() {
      let runtimes = Dictionary(try runtimes(of: profile).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      let allowed = (profile.root["snapStart"]?["runtimes"]?.sequence ?? []).compactMap(\.string)
      for name in allowed { #expect(runtimes[name]?["kind"]?.string == "managed", "\(profile.testDescription): \(name)") }
      let free = (profile.root["snapStart"]?["free"]?.sequence ?? []).compactMap(\.string)
      #expect(Set(free).isSubset(of: allowed))
    }
  }

  private func runtimes(of profile: DataFile) throws -> [(name: String, value: Node)] {
    let tables = try (profile.root["coldStarts"]?.sequence ?? []).map { table in
      try DataFile(table.string ?? "", ColdStartFiles.text(table.string ?? "")).root["runtimes"]
    }
    return (tables + [profile.root["runtimes"]]).flatMap { node in
      (node?.mapping ?? [:]).compactMap { key, value in
        key.string.flatMap { $0 == "sources" ? nil : ($0, value) }
      }
    }
  }
}
