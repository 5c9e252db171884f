/// A stream of records in shards, which functions read.
public struct StreamSpec: Equatable, Sendable {
  /// The stream's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// What it is on the platform.
  public var kind: Kind
  /// Who sets the number of shards.
  public var mode: Mode
  /// Shards at the start, at least 1.
  public var shards: Int
  /// For how long a record is kept, nanoseconds, above 0.
  public var retention: Int64
  /// The largest record, bytes.
  public var maxRecordSize: Int64
  /// Changes of the number of shards, ascending by time; provisioned only.
  public var reshard: [Reshard]
  /// What is there at the start.
  public var initial: InitialItems
  /// What delivers to it, in the order of the file.
  public var from: [Subscription]

  /// What a stream is on the platform.
  public enum Kind: String, Equatable, Hashable, Sendable, CaseIterable {
    /// A Kinesis data stream.
    case kinesis
    /// The changes of a DynamoDB table.
    case dynamodb
  }

  /// Who sets the number of shards.
  public enum Mode: String, Equatable, Hashable, Sendable, CaseIterable {
    /// The scenario does.
    case provisioned
    /// The platform follows the peak of what is written.
    case onDemand
  }

  /// A change of the number of shards.
  public struct Reshard: Equatable, Sendable {
    /// When it is asked for, nanoseconds after the run's start.
    public var at: Int64
    /// The new number of shards, at least 1.
    public var shards: Int
    /// After which time they are there, nanoseconds.
    public var takes: Int64

    /// A change from its parts.
    public init(at: Int64, shards: Int, takes: Int64) {
      self.at = at
      self.shards = shards
      self.takes = takes
    }
  }

  /// A stream from its parts.
  public init(
    name: String, label: String? = nil, kind: Kind, mode: Mode = .provisioned, shards: Int, retention: Int64, maxRecordSize: Int64,
    reshard: [Reshard] = [], initial: InitialItems = .none, from: [Subscription] = []
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.mode = mode
    self.shards = shards
    self.retention = retention
    self.maxRecordSize = maxRecordSize
    self.reshard = reshard
    self.initial = initial
    self.from = from
  }
}
