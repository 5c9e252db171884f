public import Documents

extension Rule {
  /// Every kind of mistake and advice, by code.
  public static let all: [Rule] = (documents + reading + checks).sorted { $0.code < $1.code }
}
