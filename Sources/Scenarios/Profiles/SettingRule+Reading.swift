internal import Documents

extension SettingRule where Value: FixedWidthInteger {
  /// `default`, `low` and `high`.
  static func syntax(_ value: Syntax<Value>) -> Syntax<SettingRule> {
    let section = Syntax<SettingRule>.section { f in
      SettingRule(
        standard: f.required("default", value, "what holds where nothing is given"), minimum: f.required("low", value, "the smallest"),
        maximum: f.required("high", value, "the largest"))
    }
    // What stands for a profile without the section bounds nothing.
    return Syntax(section.form(), placeholder: SettingRule(standard: 1, minimum: 0, maximum: .max), read: section.read)
  }

  /// The range of the setting.
  var bounds: Bounds { maximum == .max ? .notNegative : .from(Double(minimum), to: Double(maximum)) }
}
