internal import Documents

extension Rule {
  /// The rules about test files.
  static let cases: [Rule] = [.caseName, .noExpectation]

  static let caseName = Rule("FS7001", "Case named twice", "The cases of a test file are told apart by their names.")
  static let noExpectation = Rule("FS7002", "Nothing expected", "A case that expects nothing could not fail.")
}
