internal import ArgumentParser

/// Compares the engine's future event list with swift-collections' heap.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "The hold model on the engine's heap and on swift-collections' Heap, in alternating rounds.",
    discussion: "Both must let the same events happen in the same order. Columns: ns are CPU time of one hold.")

  @Option(help: "How many events are pending, separated by commas.")
  var pending = "100,1000,10000,100000,1000000"

  @Option(help: "How many events happen in a round.")
  var holds = 5_000_000

  @Option(help: "How often both are measured, one after the other.")
  var rounds = 5

  func validate() throws {
    guard !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 }) else { throw ValidationError("--pending takes numbers above 0, such as 100,1000") }
    guard holds > 0, rounds > 0 else { throw ValidationError("--holds and --rounds are above 0") }
  }

  func run() throws {
    print("operation,pending,round,engine_ns,collections_ns")
    for size in sizes {
      for operation in HoldModel.Operation.allCases {
        for round in 1...rounds { try measure(size, operation, round) }
      }
    }
  }

  /// Sizes that are no numbers read as 0.
  private var sizes: [Int] { pending.split(separator: ",").map { Int($0) ?? 0 } }

  private func measure(_ size: Int, _ operation: HoldModel.Operation, _ round: Int) throws {
    let model = HoldModel(pending: size, holds: holds, seed: UInt64(round))
    let engine = model.run(on: EngineEvents.self, operation)
    let collections = model.run(on: CollectionsEvents.self, operation)
    guard engine.digest == collections.digest else { throw Disagreement.order(pending: size) }
    print("\(operation.rawValue),\(size),\(round),\(engine.nanoseconds),\(collections.nanoseconds)")
  }
}
