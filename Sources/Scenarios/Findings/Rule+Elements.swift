internal import Documents

extension Rule {
  /// The rules about what stands between functions.
  static let elements: [Rule] = [
    .unfitReference, .fifo, .visibility, .circle, .reshard, .visibilityAdvice, .mappingsAboveReserved,
    .shortDeadLetter, .manyReaders, .unused, .unknownMachine,
  ]

  static let unknownMachine = Rule(
    "FS3032", "Unknown type of machine", "The platform's profile does not say what such a machine has, nor a price book what it costs.")
  static let unfitReference = Rule(
    "FS3019", "Name of something else", "The name exists, but what it stands for can't be used here.")
  static let fifo = Rule(
    "FS3020", "Not possible with FIFO",
    "Queues and their dead-letter queues are of one kind, topics of kind fifo deliver to queues of kind fifo only, and these come in "
      + "batches of at most 10 without a window.")
  static let visibility = Rule(
    "FS3021", "Function longer than the visibility timeout",
    "While a function works on a message the queue must hide it, so the platform refuses a function timeout above the visibility timeout.")
  static let circle = Rule(
    "FS3022", "Handed on in a circle", "Dead-letter queues, and buses that deliver to buses, must not lead back to where they began.")
  static let reshard = Rule(
    "FS3023", "Resharding not possible",
    "The platform at most doubles and at least halves the number of shards, a few times a day, one change after the other.")
  static let visibilityAdvice = Rule(
    "FS9002", "Short visibility timeout",
    "A visibility timeout of six times the function's timeout, and the window, leaves the mapping time to try throttled batches again.",
    severity: .advice)
  static let mappingsAboveReserved = Rule(
    "FS9003", "Queues may exceed the reserved concurrency",
    "What the mappings of a function invoke beyond its reserved concurrency is throttled; each throttled batch costs its messages a "
      + "receive, until they move to the dead-letter queue without having run.", severity: .advice)
  static let shortDeadLetter = Rule(
    "FS9004", "Dead-letter queue forgets early",
    "The age of a message counts from when it was sent first, so a dead-letter queue should keep messages longer than what "
      + "moves them there.",
    severity: .advice)
  static let manyReaders = Rule(
    "FS9005", "Many readers of a stream", "The shards of a table's stream bear two readers; more are throttled.", severity: .advice)
  static let unused = Rule(
    "FS9006", "Element without use", "Nothing goes to the element, or nothing takes from it.", severity: .advice)
}
