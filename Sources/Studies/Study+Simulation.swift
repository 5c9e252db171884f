public import Fleet
public import Simulation
internal import Scenarios

extension Study {
  /// Simulates one replication of the scenario.
  ///
  /// - Parameters:
  ///   - replication: its number, from 0 on; each has random numbers of its own.
  ///   - progress: told from time to time how far simulated time has come, in nanoseconds, and how many events have happened;
  ///     false stops the run.
  /// - Throws: `RunFailure`.
  public func simulate(
    replication: Int = 0, progress: (Nanoseconds, UInt64) -> Bool = { _, _ in true }
  ) throws(RunFailure) -> RunRecord {
    try Run.simulate(Blueprint(scenario, replication: replication, seriesEvery: seriesEvery ?? 0, engine: engine), progress: progress)
  }
}
