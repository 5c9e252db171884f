public import Documents

extension Rule {
  /// The rules about definitions of state machines.
  public static let statesLanguage: [Rule] = [
    .machineKind, .machineField, .machineMissing, .machineExclusive, .machineTarget, .machineName, .machineUnreachable, .machineEndless,
    .machinePath, .machineIntrinsic, .machineTemplate, .machineRange, .machineWord, .machineErrors, .machineVariable, .machineLanguage,
    .machineJSONata, .machineResource, .machineChoice, .machineUnset, .machineTimestamp, .machineUnnamable, .machineQuery,
    .machineRecording,
  ]

  static let machineKind = Rule("FS7101", "Value of another kind", "A field of a state machine holds another kind of value than it may.")
  static let machineField = Rule(
    "FS7102", "Field not possible here", "The Amazon States Language does not have this field, or not in a state of this type.")
  static let machineMissing = Rule("FS7103", "Field missing", "A state machine or state lacks a field that it needs.")
  static let machineExclusive = Rule("FS7104", "Fields that exclude each other", "Only one of two such fields may be given.")
  static let machineTarget = Rule(
    "FS7105", "No such state", "A transition leads to a state of the same `States` object; neither out of a branch nor into one.")
  static let machineName = Rule(
    "FS7106", "Name of a state not possible",
    "Names of states have 1 to 80 characters and are unique in the whole machine, its branches and processors included.")
  static let machineUnreachable = Rule("FS7107", "State never reached", "No transition leads to the state.")
  static let machineEndless = Rule("FS7108", "No end", "No state of the `States` object ends it.")
  static let machinePath = Rule("FS7109", "Not a path", "The text is no JSONPath, or none of the kind that the field takes.")
  static let machineIntrinsic = Rule(
    "FS7110", "Not a call of an intrinsic function", "The text does not follow the rules of intrinsic functions.")
  static let machineTemplate = Rule(
    "FS7111", "Template contradicts itself",
    "A key that ends in `.$` holds the text of a path or call; without `.$` each key must still be unique.")
  static let machineRange = Rule("FS7112", "Number out of range", "The number is below or above what the field takes.")
  static let machineWord = Rule("FS7113", "Unknown word", "The field takes one of a few words.")
  static let machineErrors = Rule(
    "FS7114", "Errors not named properly", "`ErrorEquals` names at least one error; `States.ALL` stands alone, in the last one.")
  static let machineVariable = Rule(
    "FS7115", "Variable not possible",
    "A variable's name has up to 80 characters, is not `states`, and none that a scope around it assigns.")
  static let machineLanguage = Rule("FS7116", "Field of the other query language", "The field belongs to JSONPath or JSONata only.")
  static let machineJSONata = Rule(
    "FS7117", "JSONata expression not closed", "A JSONata expression is a whole text that begins with `{% ` and ends with ` %}`.")
  static let machineResource = Rule("FS7118", "Not a resource", "A function's name, or its alias, is not written as Lambda writes it.")
  static let machineChoice = Rule(
    "FS7119", "Rule of a Choice not possible", "A rule has exactly one comparison with its `Variable`, or one of `And`, `Or` and `Not`.")
  static let machineUnset = Rule(
    "FS7120", "Variable never assigned", "No state of this scope or of those around it assigns the variable.", severity: .advice)
  static let machineTimestamp = Rule("FS7121", "Not a timestamp", "Timestamps are written as `2026-01-05T14:00:00Z`.")
  static let machineUnnamable = Rule(
    "FS7122", "Variable that no path can name", "Only variables whose names are identifiers can be referred to by `$name`.",
    severity: .advice)
  static let machineQuery = Rule(
    "FS7123", "Not a JSONata expression",
    "The text between `{%` and `%}` is no JSONata, or asks for what state machines do not have: an input document (`$`, `$$`) or `$eval`.")
  static let machineRecording = Rule(
    "FS7124", "Not a recording",
    "A file of recordings is a JSON list of objects with `id`, `definition` and `cases`; a case has an `input` and the `events` of its history."
  )
}
