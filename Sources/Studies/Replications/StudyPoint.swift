/// One scenario of a study, with what its runs are known by.
public struct StudyPoint: Sendable {
  /// The scenario and how it is read.
  public var study: Study
  /// By what the runs of this scenario, replication by replication, are known again.
  public var key: @Sendable (_ replication: Int) -> String

  /// A scenario of a study.
  ///
  /// - Parameters:
  ///   - study: the scenario and how it is read.
  ///   - key: by what its runs are known again in a store; by default by nothing, where there is no store.
  public init(_ study: Study, key: @escaping @Sendable (_ replication: Int) -> String = { String($0) }) {
    self.study = study
    self.key = key
  }
}
