import ArgumentParser
import Glibc
import Studies

/// How many runs a study makes, and how they are carried out.
struct StudyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many independent runs, instead of the scenario's: a number, or auto for ten or more, as many as the objectives need.",
      valueName: "N|auto"))
  var replications: ReplicationsOption?

  @Option(help: ArgumentHelp("The most runs that auto makes.", valueName: "N"))
  var maxReplications = 100

  @Option(name: .shortAndLong, help: ArgumentHelp("How many runs go on at once; by default as many as there are cores.", valueName: "N"))
  var jobs: Int?

  @Option(help: ArgumentHelp("The seed of all draws, up to 9007199254740991, instead of the scenario's.", valueName: "N|random"))
  var seed: SeedOption?

  @Flag(inversion: .prefixedNo, help: "Count the free tier of the price book in a month's bill.")
  var freeTier = true

  @Flag(help: "Simulate the plainest way, without fast paths: slower, for the same bytes.")
  var referenceEngine = false

  @OptionGroup var distribution: DistributionOptions

  @OptionGroup var part: StudyPartOptions

  func validate() throws {
    if maxReplications < 1 { throw ValidationError("--max-replications must be at least 1") }
    if let jobs, !(1...1_024).contains(jobs) { throw ValidationError("--jobs must be from 1 to 1024") }
  }

  /// How many runs go on at once.
  var threads: Int { jobs ?? Self.cores }

  /// How many cores there are.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// A number of replications as the command line gives it.
enum ReplicationsOption: Equatable, ExpressibleByArgument {
  case automatic
  case fixed(Int)

  /// The most that may be asked for.
  static let most = 10_000

  init?(argument: String) {
    if argument == "auto" {
      self = .automatic
    } else if let count = Int(argument), (1...Self.most).contains(count) {
      self = .fixed(count)
    } else {
      return nil
    }
  }
}
