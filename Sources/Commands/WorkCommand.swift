import ArgumentParser

/// Does units of a plan.
struct WorkCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "work", abstract: "Does a unit of work of a plan.",
    discussion: """
      The unit's number is --index, or what \(ArrayIndex.variables.joined(separator: ", ")) says. What comes of each run is written into the \
      folder units beside the units' file; what is there already is not done again.
      """)

  @Argument(help: "The units' file that `fleetsim plan` wrote, or its folder.", completion: .file(extensions: ["jsonl"]))
  var units: String

  @Option(help: ArgumentHelp("The unit's number, from 0 on.", valueName: "N"))
  var index: Int?

  @Option(help: ArgumentHelp("Do every unit whose number leaves --index when it is divided by this.", valueName: "M"))
  var of: Int?

  func validate() throws {
    if let index, index < 0 { throw ValidationError("--index must not be negative") }
    if let of, of < 1 { throw ValidationError("--of must be at least 1") }
    if let index, let of, index >= of { throw ValidationError("--index must be below --of") }
  }

  func execute(on console: Console) throws {
    let file = UnitsFile(units)
    let lines = try file.lines()
    var failure: (any Error)?
    for number in try numbers(of: lines.count, console) {
      do {
        try work(try file.unit(lines[number], number), file, console)
      } catch {
        if failure == nil { failure = error }
        if Interruption.isNoted { break }
      }
    }
    if let failure { throw failure }
  }

  private func work(_ unit: WorkUnit, _ file: UnitsFile, _ console: Console) throws {
    var part = console
    part.arguments = unit.study
    try StudyLine(unit.study).execute(["--unit", unit.span.text, "--units-in", file.folder], on: part)
  }

  /// The numbers of the units to do, of so many.
  private func numbers(of count: Int, _ console: Console) throws(CommandFailure) -> [Int] {
    guard let number = index ?? ArrayIndex.of(console.environment) else {
      let names = ArrayIndex.variables.joined(separator: ", ")
      throw CommandFailure(.usage, "which unit? Give --index N, or set one of \(names)")
    }
    if let of {
      guard number < of else { throw CommandFailure(.usage, "the index \(number) must be below --of \(of)") }
      return Array(stride(from: number, to: count, by: of))
    }
    guard number < count else { throw CommandFailure(.usage, "there is no unit \(number): the plan has \(count), numbered from 0 on") }
    return [number]
  }
}
