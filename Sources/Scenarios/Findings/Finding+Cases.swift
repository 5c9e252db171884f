internal import Documents

extension Finding {
  static func caseName(_ name: String) -> Finding {
    Finding(.caseName, "another case is named '\(clipped(name))'", mend: "say what this one shows")
  }

  static let noExpectation = Finding(.noExpectation, "nothing is expected", mend: "say what, as in expect: [jobs-dead.accepted == 0]")
}
