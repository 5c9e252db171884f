public import Fleet
import Scenarios

extension Study {
  /// Simulates the scenario.
  ///
  /// - Parameter progress: told from time to time how far simulated time has come, in nanoseconds, and how many events have happened;
  ///   false stops the run.
  /// - Returns: what happened; the same for the same scenario and seed, always.
  /// - Throws: `RunFailure`.
  public func simulate(progress: (Int64, UInt64) -> Bool = { _, _ in true }) throws(RunFailure) -> RunRecord {
    try Run.simulate(Blueprint(scenario, seriesEvery: seriesEvery ?? 0, engine: engine), progress: progress)
  }
}
