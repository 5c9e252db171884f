internal import Documents

extension Rule {
  /// The rules about single values.
  static let reading: [Rule] = [
    .unknownKey, .missingKey, .wrongKind, .noValue, .noUnit, .notAQuantity, .outOfRange, .tooLarge, .unknownWord, .notSupported, .badName,
    .reservedName, .nameTaken, .combination, .shares, .distribution, .badSchedule, .badInstant, .badClock, .notAFlag, .notAWholeNumber,
  ]

  static let unknownKey = Rule(
    "FS2001", "Unknown key", "The key means nothing here. Keys are written in camelCase; docs/scenario.md lists all of them.")
  static let missingKey = Rule("FS2002", "Key missing", "This key has no default and must be given.")
  static let wrongKind = Rule(
    "FS2003", "Value of another kind", "The value is a list, a mapping or a text where one of the others is needed.")
  static let noValue = Rule("FS2004", "No value", "The key is there but nothing stands behind it. Give a value or take the key away.")
  static let noUnit = Rule(
    "FS2005", "Unit missing",
    "Quantities carry their unit, as in `128 MB`, `250 ms`, `40/s`, `0.1%`, `3x`, `12 USD`, so that none is mistaken.")
  static let notAQuantity = Rule("FS2006", "Not a quantity of this unit", "The value is no number, or its unit measures something else.")
  static let outOfRange = Rule("FS2007", "Out of range", "The value is smaller or larger than what makes sense here.")
  static let tooLarge = Rule("FS2008", "Number too large", "The number does not fit: durations reach to 292 years, sizes to 8 EB.")
  static let unknownWord = Rule("FS2009", "Unknown word", "One of a few words is meant here.")
  static let notSupported = Rule(
    "FS2010", "Not supported yet",
    "The scenario language knows this element, but this version can't simulate it, and does not leave it out silently.")
  static let badName = Rule(
    "FS2011", "Name not allowed", "Names begin with a letter or digit and have letters, digits, `_` and `-`. Keep other names as `label`.")
  static let reservedName = Rule("FS2012", "Name reserved", "`all`, `account` and `cost` name something else in the paths of metrics.")
  static let nameTaken = Rule("FS2013", "Name given twice", "Names are unique over all sections, as metrics are asked for by name alone.")
  static let combination = Rule("FS2014", "Keys that don't go together", "Some keys exclude each other, and of some exactly one is needed.")
  static let shares = Rule("FS2015", "Shares don't sum to 100 %", "The shares of all parts of a whole sum to 100 %.")
  static let distribution = Rule(
    "FS2016", "Not a distribution", "A distribution is a mapping with one key, its family, and the parameters of that family.")
  static let badSchedule = Rule(
    "FS2017", "Not a schedule", "A schedule is `cron(minutes hours day-of-month month day-of-week year)` or `rate(5 minutes)`, in UTC.")
  static let badInstant = Rule("FS2018", "Not an instant", "An instant is written in ISO-8601, as `2026-01-05T00:00:00Z`.")
  static let badClock = Rule("FS2019", "Not a time of day", "A time of day is written as `\"14:00\"`.")
  static let notAFlag = Rule(
    "FS2020", "Neither true nor false", "Switches are written `true` or `false`; `yes`, `on` and the like are texts.")
  static let notAWholeNumber = Rule("FS2021", "Not a whole number", "A whole number without unit is needed here.")
}
