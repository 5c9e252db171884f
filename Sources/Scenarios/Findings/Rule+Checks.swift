internal import Documents

extension Rule {
  /// The rules across sections, about data files, variants and objectives, and advice.
  static let checks: [Rule] = [
    .unknownReference, .unknownRuntime, .memoryStep, .timeout, .reserved, .provisioned, .snapStart, .artifact, .window, .architecture,
    .recorded, .unknownKind, .initStep, .repeatDepth, .elementUnavailable, .noTraffic, .shape, .account, .unknownProfile, .unknownBook,
    .dataFile, .dataValue,
    .rowMissing,
    .extendsCycle, .overridePath, .overrideText, .injectionText, .objectiveText, .unknownSubject, .unknownMetric, .unknownStatistic,
    .objectiveValue,
    .price, .loadedUnknown,
  ]

  static let unknownReference = Rule("FS3001", "Unknown name", "The name that something goes to does not exist in the scenario.")
  static let unknownRuntime = Rule("FS3002", "Unknown runtime", "The platform's profile has no cold starts for this runtime.")
  static let memoryStep = Rule(
    "FS3003", "Memory not in the platform's steps", "The platform has a smallest and a largest memory, and steps between.")
  static let timeout = Rule("FS3004", "Timeout above the platform's", "No function of the platform may run that long.")
  static let reserved = Rule(
    "FS3005", "Too much concurrency set aside",
    "Reserved and provisioned concurrency of all functions must leave the platform's unreserved floor.")
  static let provisioned = Rule(
    "FS3006", "Provisioned concurrency not possible", "It is at most the reserved concurrency, and only where the platform has it.")
  static let snapStart = Rule(
    "FS3007", "No SnapStart here", "The platform offers it for some runtimes and zip artifacts only, and not with provisioned concurrency.")
  static let artifact = Rule("FS3008", "Artifact not accepted", "The platform does not take the package, or not of that size.")
  static let window = Rule("FS3009", "Nothing measured", "The warm-up must end before the run does.")
  static let architecture = Rule(
    "FS3010", "Architecture not offered", "The platform's profile does not have this architecture, or the runtime has no start time for it."
  )
  static let recorded = Rule(
    "FS3011", "No recorded durations",
    "`compute: recorded` takes durations from the trace; every source of the function must be a trace of invocations.")
  static let unknownKind = Rule(
    "FS3012", "Unknown kind", "No source of this function has items of that kind, or none at all has that a filter could let through.")
  static let initStep = Rule("FS3013", "Step not possible in an init", "An init computes and waits only.")
  static let repeatDepth = Rule("FS3017", "Loops too deep", "Loops stand at most four deep inside one another.")
  static let elementUnavailable = Rule(
    "FS3018", "Element not offered by the platform", "The platform's profile does not have this element, so nothing says how it behaves.")
  static let noTraffic = Rule("FS3014", "No requests at all", "The source never makes a request.")
  static let shape = Rule("FS3015", "Shape contradicts itself", "The parts of the shape can't have the mean rate that is given.")
  static let account = Rule("FS3016", "Account limits contradict each other", "What others use is at most the account's concurrency.")
  static let unknownProfile = Rule("FS4001", "Unknown platform", "There is no platform profile of that name.")
  static let unknownBook = Rule("FS4002", "Unknown price book", "There is no price book of that name.")
  static let dataFile = Rule("FS4003", "Data file without this column", "The first line of a data file names its columns.")
  static let dataValue = Rule(
    "FS4004", "Unreadable value in a data file", "A line of the data file has a value that is not of the expected kind.")
  static let rowMissing = Rule("FS4005", "No such row in the counts file", "The counts file has no row of that name.")
  static let extendsCycle = Rule(
    "FS5001", "A scenario that extends itself", "The chain of `extends` comes back to a file that it began with.")
  static let overridePath = Rule(
    "FS5002", "Override of what is not there", "The path of an override names something that the scenario does not have.")
  static let overrideText = Rule("FS5003", "Not an override", "An override is written `path=value`, as `functions.api.memory=\"512 MB\"`.")
  static let injectionText = Rule(
    "FS5004", "Not a fault to inject",
    "A fault on the command line is written `kind:name,key=value,..`, with the keys of `faults`, as `outage:crm,at=12:00,for=30m`.")
  static let objectiveText = Rule(
    "FS6001", "Not an objective",
    "An objective is written `name.metric.stat < value`, or `name.metric.stat within tolerance of value`.")
  static let unknownSubject = Rule("FS6002", "Objective on an unknown name", "Nothing in the scenario has this name.")
  static let unknownMetric = Rule("FS6003", "Unknown metric", "What is named does not have this metric.")
  static let unknownStatistic = Rule("FS6004", "Statistic not possible", "The metric does not have this statistic, or needs one.")
  static let objectiveValue = Rule("FS6005", "Value of another unit", "The value of an objective is in the metric's unit.")
  static let price = Rule("FS4006", "Not a price", "A price is written with what it is for, such as `0.20 USD/million`.")
  static let loadedUnknown = Rule(
    "FS9001", "Image without `loaded`",
    "Only what an image's code imports costs time at a cold start. Without `loaded` nothing is assumed to be imported.",
    severity: .advice)
}
