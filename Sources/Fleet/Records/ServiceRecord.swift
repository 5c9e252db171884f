/// What one service saw of the requests that came to it in the measured window.
public struct ServiceRecord: Sendable, Equatable {
  /// Requests that came, whatever became of them.
  public var offered: Int64 = 0

  /// Requests that it answered well.
  public var served: Int64 = 0

  /// Of these, requests whose caller had given up before.
  public var servedInVain: Int64 = 0

  /// Requests that it answered with an error.
  public var errors: Int64 = 0

  /// Requests that it never answered.
  public var stalled: Int64 = 0

  /// Requests that it refused, one entry a ``ServiceRefusal`` in its order.
  public var rejected = [Int64](repeating: 0, count: ServiceRefusal.allCases.count)

  /// Requests that their caller gave up before there was an answer.
  public var abandoned: Int64 = 0

  /// Of these, requests that were in line.
  public var leftLine: Int64 = 0

  /// Requests that were in line or at work when the run ended.
  public var present: Int64 = 0

  /// Nanoseconds of the window during which requests met a limit: from one that did until the next that did not.
  public var over: Int64 = 0

  /// Bytes of its good answers.
  public var answered: Int64 = 0

  /// Connections that are held, integrated over the window (connection-nanoseconds), and the most at one time.
  public var connections = LevelRecord()

  /// A service to which nothing came.
  public init() {}

  init(_ books: ServiceBooks) {
    offered = books.offered
    served = books.served
    servedInVain = books.servedInVain
    errors = books.errors
    stalled = books.stalled
    for refusal in ServiceRefusal.allCases { rejected[Int(refusal.rawValue)] = books.rejected[Int(refusal.rawValue)] }
    abandoned = books.abandoned
    leftLine = books.leftLine
    over = books.over
    answered = books.answered
  }
}
