import Variates

/// What an invocation has left of its loop for another one: how many passes, and how many there were before them.
public struct Continuation: Sendable, Equatable, BitwiseCopyable {
  /// What a hop does for it.
  public enum Part: UInt8, Sendable, BitwiseCopyable {
    /// Nothing.
    case none
    /// Stores the checkpoint.
    case saves
    /// Invokes the function with what is left.
    case handsOn
  }

  var left: UInt32 = 0
  var done: UInt32 = 0

  static var none: Continuation { Continuation() }

  private init() {}

  /// What is left of the outermost loop of a walk.
  init(of walk: Walk) {
    left = walk.passes[0]
    done = walk.done[0]
  }

  /// A number for what is left of one item's loop, by which the instance that left it is known again; never 0.
  func mark(of item: UInt64) -> UInt64 { Key.mix(item &+ UInt64(done) &* Key.ordinalStep) | 1 }
}

/// What is counted of one function's continued invocations.
struct ContinuationBooks: BitwiseCopyable {
  /// Those that handed on what was left.
  var handedOn: Int64 = 0
  /// Those that were continued: by the same instance, by another one that was warm, by a new one.
  var onSame: Int64 = 0
  var onWarm: Int64 = 0
  var onNew: Int64 = 0
  /// The size of the checkpoints, in bytes.
  var saved: Int64 = 0
  /// Passes that came to nothing, since their invocation failed or ran out of time.
  var passesLost: Int64 = 0
}
