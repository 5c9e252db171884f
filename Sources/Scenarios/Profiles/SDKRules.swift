/// How the SDKs of a platform call its services; times in nanoseconds.
public struct SDKRules: Equatable, Sendable {
  /// The epoch of functions that name none.
  public var epoch: SDKSpec.Epoch
  /// The defaults of each language.
  public var languages: [Language]
  /// How the mode `legacy` tries again.
  public var legacy: Trying
  /// How the other modes try again, as from their beginning.
  public var classic: Trying
  /// How the other modes try again, as renewed.
  public var renewed: Trying
  /// The rate of the mode `adaptive`.
  public var adaptive: Adaptive

  /// The defaults of one language's SDK.
  public struct Language: Equatable, Sendable {
    /// The language, one of the profile's.
    public var name: String
    /// How it tries again.
    public var mode: SDKSpec.Mode
    /// Tries in all in that mode, at least 1.
    public var attempts: Int
    /// After which time it gives up waiting, nanoseconds; nil: never.
    public var timeout: Int64?
    /// The base of its waits after a throttle, where it is not that of its mode; up to the epoch `renewed`.
    public var throttle: Int64?
    /// The base of its waits after another error, where it is not that of its mode; up to the epoch `renewed`.
    public var transient: Int64?
  }

  /// How it is tried again.
  ///
  /// The wait before the n-th retry (n from 1) is uniform between 0 and min(cap, base · 2^(n−1)).
  public struct Trying: Equatable, Sendable {
    /// Tries in all, the first included, where a function names a mode that is not its language's.
    public var attempts: Int
    /// The base after a throttle.
    public var throttle: Int64
    /// The base after another error.
    public var transient: Int64
    /// The longest wait; nil: none.
    public var cap: Int64?
    /// How many retries are allowed; nil: any number.
    public var quota: Quota?

    /// One try only.
    static let once = Trying(attempts: 1, throttle: 1, transient: 1, cap: nil, quota: nil)
  }

  /// A bucket of tokens for retries, one for each instance and called service.
  public struct Quota: Equatable, Sendable {
    /// What it holds at most and at the start.
    public var capacity: Int
    /// What a retry after a throttle takes; what it took comes back when it succeeds.
    public var throttle: Int
    /// What a retry after another error takes.
    public var transient: Int
    /// What a retry after a timeout takes.
    public var timeout: Int
    /// What a success at the first try adds.
    public var success: Int
  }

  /// A client's own rate: cubic growth, cut at a throttle.
  public struct Adaptive: Equatable, Sendable {
    /// What is left of the rate after a throttle, as a share.
    public var beta: Double
    /// The factor of the cubic growth.
    public var scale: Double
    /// The weight of the newest measurement of the rate.
    public var smoothing: Double
    /// Over which time the rate is measured.
    public var window: Int64
    /// The lowest rate, requests per second.
    public var lowest: Double
    /// The highest rate, as a multiple of the measured one.
    public var highest: Double
  }

  /// The defaults of a language; nil where the platform has none for it.
  public func language(_ name: String) -> Language? { languages.first { $0.name == name } }

  /// How the SDK of a language tries again in a mode of an epoch.
  public func trying(_ mode: SDKSpec.Mode, _ epoch: SDKSpec.Epoch, language: Language?) -> Trying {
    if mode != .legacy, epoch == .renewed { return renewed }
    var trying = mode == .legacy ? legacy : classic
    trying.throttle = language?.throttle ?? trying.throttle
    trying.transient = language?.transient ?? trying.transient
    return trying
  }
}
