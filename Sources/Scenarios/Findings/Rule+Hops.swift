internal import Documents

extension Rule {
  /// The rules about hops between functions, and about faults.
  static let hops: [Rule] = [
    .split, .payload, .endlessCalls, .partsOfLink, .misplacedContinuation, .reserve, .neverHappens, .requestWithoutTimeout, .timeoutOrder,
    .circleOfCalls, .loop,
  ]

  static let split = Rule(
    "FS3024", "Payload that must stay whole",
    "A function with `needsWhole: true` can't work on a part, so nothing may `split` a payload to it.")
  static let payload = Rule(
    "FS3025", "Payload too large",
    "Every hop has its limit, by the platform's profile and the element's settings. What is above it would fail every time.")
  static let endlessCalls = Rule(
    "FS3026", "Calls without an end",
    "Functions that call each other in a circle, with no choice, chance or repetition on the way, call until all concurrency is used up.")
  static let partsOfLink = Rule(
    "FS3027", "Link in parts",
    "With `claimCheck` a link is handed on in place of the payload. It is too small to be `split`: a hop has one of the two.")
  static let misplacedContinuation = Rule(
    "FS3028", "Nothing to continue with",
    "`continueAs` hands on the passes that are left. It is the first step of a `repeat` that stands among a function's own `steps` and does "
      + "one pass after another; a function has one of them.")
  static let reserve = Rule(
    "FS3029", "Reserve as long as the timeout",
    "A function that may not begin a pass with all of its time left would invoke itself without doing anything.")
  static let neverHappens = Rule(
    "FS9007", "Fault or outage outside the run", "It begins only after the run has ended, so it changes nothing.", severity: .advice)
  static let requestWithoutTimeout = Rule(
    "FS9008", "Request without a timeout",
    "A request to a service that does not answer holds its instance, and is billed, until the function's own timeout. `timeout: none` says that "
      + "this is meant.", severity: .advice)
  static let timeoutOrder = Rule(
    "FS9009", "Timeouts not in order",
    "A caller should wait longer than what it calls may take, with all its tries within its own timeout. Otherwise work goes on whose result "
      + "nobody takes, or a timeout never acts.", severity: .advice)
  static let circleOfCalls = Rule(
    "FS9010", "A circle in which each waits for the next",
    "Every turn takes another unit of concurrency, or a further execution of a workflow, while all before it still wait, so such fleets can "
      + "lock themselves.",
    severity: .advice)
  static let loop = Rule(
    "FS9011", "Items go round in a loop",
    "What a function or workflow hands on comes back to it. Some platforms end such a chain after a number of invocations; others let it go on.",
    severity: .advice)
}
