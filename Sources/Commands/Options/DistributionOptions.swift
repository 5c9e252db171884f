import ArgumentParser

/// Where the runs of a study are carried out; nothing here changes what comes out.
struct DistributionOptions: ParsableArguments {
  /// What carries runs out.
  enum Engine: String, CaseIterable, ExpressibleByArgument {
    case local, dask
  }

  @Option(help: "What carries the runs out: this process, or the workers of a Dask scheduler; dask needs -o, where finished runs are kept.")
  var engine = Engine.local

  @Option(help: ArgumentHelp("Where the Dask scheduler is, such as tcp://127.0.0.1:8786.", valueName: "address"))
  var scheduler: String?

  @Option(
    help: ArgumentHelp("The file in which the Dask scheduler says where it is.", valueName: "file"), completion: .file(extensions: ["json"])
  )
  var schedulerFile: String?

  @Option(help: ArgumentHelp("How many runs a worker is sent at once.", valueName: "N"))
  var chunk = 1

  @Option(
    help: ArgumentHelp(
      "The program that speaks with Dask, by default scripts/dask-driver.py above fleetsim's own folder.", valueName: "file"),
    completion: .file(extensions: ["py"]))
  var driver: String?

  func validate() throws {
    if chunk < 1 { throw ValidationError("--chunk must be at least 1") }
    let places = [scheduler, schedulerFile].compactMap { $0 }.count
    if engine == .dask && places != 1 { throw ValidationError("--engine dask needs --scheduler ADDRESS or --scheduler-file FILE") }
    if engine == .local && places > 0 { throw ValidationError("a scheduler is for --engine dask") }
  }
}
