// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The targets that run once per event are optimised in debug builds too, so that the tests simulate at full speed.
let hot = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let heapModule = Target.Dependency.product(name: "HeapModule", package: "swift-collections")

let package = Package(
  name: "fleetsim",
  products: [.executable(name: "fleetsim", targets: ["fleetsim"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    // One header: the processor's hint to fetch a cache line.
    .systemLibrary(name: "CPrefetch"),

    // Data only: one file a platform and epoch, one a price book.
    room("Platforms", resources: [.embedInCode("Data")]),
    room("Prices", resources: [.embedInCode("Data")]),

    room("Statistics", ["CGSL", "CPrefetch"], settings: hot),
    room("Variates", settings: hot),
    room("Simulation", ["CPrefetch"], settings: hot),
    room("Documents", [yams]),
    room("JSONata", ["Documents"], settings: hot),
    // Runs once per state of a workflow.
    room("StatesLanguage", ["Documents", "JSONata"], settings: hot),
    room("Billing"),
    room("Fleet", ["Documents", "Simulation", "StatesLanguage", "Statistics", "Variates"], settings: hot),
    room("Scenarios", ["Billing", "Documents", "Fleet", "Platforms", "Prices", "Simulation", "StatesLanguage", "Variates"]),
    room("Imports", ["Documents", "Variates"]),
    room("Studies", ["Billing", "Fleet", "Scenarios", "Simulation", "Statistics"]),
    room("Reports", ["Documents", "Fleet", "Scenarios", "Statistics", "Studies"]),
    room(
      "Commands",
      [
        argumentParser, "Billing", "Documents", "Fleet", "Imports", "Reports", "Scenarios", "StatesLanguage", "Statistics", "Studies",
      ], resources: [.embedInCode("TemplateFiles")]),
    .executableTarget(name: "fleetsim", dependencies: [argumentParser, "Commands"], swiftSettings: strict),
    .executableTarget(
      name: "EngineBenchmark", dependencies: [argumentParser, heapModule, "Simulation", "Variates"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),

    tests("Platforms", ["Platforms", "Prices", yams]),
    tests("Billing", ["Billing", "Prices", yams]),
    tests("Imports", ["Documents", "Imports", "Variates"]),
    tests("Variates", ["CGSL", "Variates"]),
    tests("Simulation", ["Simulation", "Variates"]),
    tests("Statistics", ["Statistics", "Variates"]),
    tests("Fleet", ["Fleet", "Simulation", "Statistics", "Variates"]),
    // Runs the built program: the commands of the pages and the scenarios of the package.
    tests("Documentation", ["fleetsim"]),
    // A small run with known figures, for the tests of what reads runs.
    .target(
      name: "StudyFixtures", dependencies: ["Billing", "Documents", "Fleet", "Scenarios", "Statistics", "Studies", "Variates"],
      path: "Tests/StudyFixtures", swiftSettings: strict),
    .target(name: "GoldenFiles", path: "Tests/GoldenFiles", swiftSettings: strict),
    tests("Studies", ["Billing", "Fleet", "Scenarios", "Statistics", "Studies", "StudyFixtures", "Variates"]),
    tests(
      "Commands", [argumentParser, "Commands", "Documents", "GoldenFiles", "Reports", "Scenarios", "Studies", "StudyFixtures", "fleetsim"],
      exclude: ["Golden"]),
    tests("Reports", ["Documents", "Fleet", "GoldenFiles", "Reports", "Scenarios", "Studies", "StudyFixtures"], exclude: ["Golden"]),
    tests("Documents", ["Documents"]),
    tests("JSONata", ["Documents", "JSONata"]),
    tests("StatesLanguage", ["Documents", "StatesLanguage"]),
    tests("Scenarios", ["Billing", "Documents", "Scenarios", "StatesLanguage", "Variates"]),
    tests(
      "Validation",
      ["CGSL", "Documents", "Fleet", "Reports", "Scenarios", "Simulation", "Statistics", "Studies"]),
  ],
  swiftLanguageModes: [.v6]
)
