@testable import Scenarios

/// Texts that several tests start from.
enum Example {
  /// The smallest scenario without a mistake.
  static let small = """
    scenario: small
    platform: aws-lambda
    run: { duration: 1 h }
    functions:
      api:
        runtime: nodejs22
        memory: 512 MB
        steps:
          - compute: 20 ms
    traffic:
      web: { to: api, rate: 5/s }
    """
}
