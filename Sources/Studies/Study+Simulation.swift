public import Fleet
public import Simulation
internal import Scenarios

extension Study {
  /// Simulates the scenario once.
  ///
  /// - Parameter progress: told from time to time how far simulated time has come, in nanoseconds, and how many events have happened;
  ///   false stops the run.
  /// - Throws: `RunFailure`.
  public func simulate(progress: (Nanoseconds, UInt64) -> Bool = { _, _ in true }) throws(RunFailure) -> RunRecord {
    try Run.simulate(Blueprint(scenario, seriesEvery: seriesEvery ?? 0, engine: engine), progress: progress)
  }
}
