/// A figure over the replications of a study, how sure it is, and what each replication says of it.
public struct Estimate: Equatable, Sendable {
  /// The figure, durations in nanoseconds: of one replication itself, of several a mean, a pooled quantile or the greatest value.
  public var figure: Figure
  /// How sure it is; nil with too few replications.
  public var interval: FigureInterval?
  /// One value a replication, in the figure's base unit: its own figure, or the pseudo-value of a pooled quantile.
  ///
  /// They pair up with those of another scenario under the same random numbers. Empty where a replication has none.
  public var replicates: [Double] = []
  /// Replications that have the figure.
  public var replications: Int

  /// A figure of one replication.
  init(_ figure: Figure) {
    self.figure = figure
    replications = 1
    replicates = figure.number.map { [$0] } ?? []
  }

  init(_ figure: Figure, interval: FigureInterval?, replicates: [Double], replications: Int) {
    self.figure = figure
    self.interval = interval
    self.replicates = replicates
    self.replications = replications
  }
}
