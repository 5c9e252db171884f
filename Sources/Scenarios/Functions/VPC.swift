/// The private network that a function is in.
public enum VPC: String, Equatable, Hashable, Sendable, CaseIterable {
  /// None: it reaches the Internet by itself.
  case none
  /// One from which it reaches the Internet through the account's NAT gateway.
  case nat
}
