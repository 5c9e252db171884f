internal import Documents
internal import Variates

extension AsyncRules {
  static func read(_ f: inout Fields) -> AsyncRules {
    f.ignored("sources")
    let range = Syntax<(Int64, Int64)>.section { f in
      (f.required("base", .duration(.positive), "the first wait"), f.required("cap", .duration(.positive), "the longest"))
    }
    let ages = Syntax<(Int64, Int64)>.section { f in
      (f.required("low", .duration(.positive), "the shortest"), f.required("high", .duration(.positive), "the longest, and the default"))
    }
    let retries = f.required("retries", .count(.from(0, to: 1000)), "further tries after an error, by default and at most")
    let waits = f.required(
      "waits", .list(Syntax<Int64>.duration()), "how long is waited before each of them; the last holds for further ones")
    let throttle = f.required("throttle", range, "waits after a throttle, each twice as long")
    let age = f.required("eventAge", ages, "after which age an event is dropped")
    let latency = f.required("latency", .durations(), "from an event's acceptance to the request for an instance")
    let recursion = f.required("recursion", .none(or: .section(readRecursion)), "when a chain of invocations is ended as a loop")
    if waits.isEmpty, retries > 0 { f.note(.noValue, value: "waits") }
    return AsyncRules(
      retries: retries, waits: waits, throttleBase: throttle.0, throttleCap: throttle.1, shortestEventAge: age.0, maximumEventAge: age.1,
      latency: latency, recursionLimit: recursion?.limit, recursionThrough: recursion?.through ?? [])
  }

  private static func readRecursion(_ f: inout Fields) -> (limit: Int, through: [Receiver.Kind]) {
    (
      f.required("limit", .count(.atLeast(1)), "how many invocations it may have"),
      f.required("through", .list(.word), "through what beside functions a chain is followed")
    )
  }
}

extension HopRules {
  static func read(_ f: inout Fields) -> HopRules {
    f.ignored("sources")
    return HopRules(
      call: f.required("call", .durations(), "calling a function, there and back"),
      invoke: f.required("invoke", .durations(), "having an asynchronous invocation accepted"),
      send: f.required("send", .durations(), "having messages accepted by a queue"),
      put: f.required("put", .durations(), "having records accepted by a stream"),
      publish: f.required("publish", .durations(), "having messages accepted by a topic"),
      emit: f.required("emit", .durations(), "having events accepted by a bus"))
  }
}
