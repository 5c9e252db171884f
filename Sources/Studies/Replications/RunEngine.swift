/// Carries out runs elsewhere, on other processes or machines.
public protocol RunEngine: Sendable {
  /// Brings what comes of some replications of each point into the store; what is there already is left alone.
  ///
  /// - Returns: false where the engine was lost on the way; true where all is there, or where the user asked to stop.
  func carryOut(_ points: [StudyPoint], _ replications: Range<Int>) -> Bool
}
