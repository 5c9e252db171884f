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
    if waits.isEmpty, retries > 0 { f.note(.noValue, value: "waits") }
    return AsyncRules(
      retries: retries, waits: waits, throttleBase: throttle.0, throttleCap: throttle.1, shortestEventAge: age.0, maximumEventAge: age.1,
      latency: f.required("latency", .durations(), "from an event's acceptance to the request for an instance"),
      recursionLimit: f.required(
        "recursionLimit", .none(or: .count(.atLeast(1))), "how many invocations one chain may have before it is ended as a loop"))
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
