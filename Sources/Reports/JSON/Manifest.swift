import Documents

/// How results came about: the one file of an output folder that differs from run to run.
public struct Manifest: Equatable, Sendable {
  /// A file that was read, with the hash of its content.
  public struct Input: Equatable, Sendable {
    /// The path as it was named.
    public var path: String
    /// SHA-256 of its bytes, in hexadecimal.
    public var sha256: String

    /// A file that was read.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The version of fleetsim.
  public var version: String
  /// The command line's arguments, the program's name apart.
  public var arguments: [String]
  /// What was read.
  public var inputs: [Input]
  /// The seed of all draws.
  public var seed: Int64
  /// Independent replications.
  public var replications: Int
  /// Whether the run was stopped before its end.
  public var isPartial: Bool
  /// Events that happened.
  public var events: UInt64
  /// Seconds that the simulation took.
  public var wallSeconds: Double
  /// The files beside the manifest.
  public var files: [String]

  /// A manifest from its parts.
  public init(
    version: String, arguments: [String], inputs: [Input], seed: Int64, replications: Int, isPartial: Bool, events: UInt64,
    wallSeconds: Double, files: [String]
  ) {
    self.version = version
    self.arguments = arguments
    self.inputs = inputs
    self.seed = seed
    self.replications = replications
    self.isPartial = isPartial
    self.events = events
    self.wallSeconds = wallSeconds
    self.files = files
  }

  /// The manifest as JSON, ending in a line break.
  public var text: String {
    JSONValue.object([
      ("schema_version", .integer(SummaryDocument.schemaVersion)),
      ("version", .string(version)),
      ("arguments", .array(arguments.map { .string($0) })),
      ("inputs", .array(inputs.map { .object([("path", .string($0.path)), ("sha256", .string($0.sha256))]) })),
      ("seed", .integer(seed)),
      ("replications", .integer(Int64(replications))),
      ("partial", .bool(isPartial)),
      ("events", .integer(Int64(clamping: events))),
      ("wall_s", .number(Digits.rounded(wallSeconds))),
      ("events_per_s", wallSeconds > 0 ? .number(Digits.rounded(Double(events) / wallSeconds)) : .null),
      ("files", .array(files.map { .string($0) })),
    ]).pretty
  }
}
