internal import Documents

/// What expressions can refer to.
struct Bindings: ~Copyable {
  /// `$`, and `$states.input`.
  let input: JSONValue
  /// Values of the variables by number; nil for those that have none yet.
  let variables: [JSONValue?]
  /// `$$`, and `$states.context`; null where no expression asks for it.
  let context: JSONValue
  /// `$states.result`, where there is one.
  let result: JSONValue?
  /// `$states.errorOutput`, where there is one.
  let errorOutput: JSONValue?
  /// The time, in nanoseconds since 1970.
  let now: Int64

  init(
    input: JSONValue, variables: [JSONValue?] = [], context: JSONValue = .null, result: JSONValue? = nil, errorOutput: JSONValue? = nil,
    now: Int64 = 0
  ) {
    self.input = input
    self.variables = variables
    self.context = context
    self.result = result
    self.errorOutput = errorOutput
    self.now = now
  }
}
