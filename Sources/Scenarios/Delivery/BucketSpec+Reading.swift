internal import Documents
internal import Variates

extension BucketSpec {
  /// The section of one bucket.
  static func syntax(name: String) -> Syntax<BucketSpec> {
    .section { f in
      let rules = f.profile.buckets ?? .blank
      let notification = f.profile.delivery?.notification ?? Distribution.constant(0)
      return BucketSpec(
        name: name, label: f.given("label", .text(example: "Uploads"), "a free text beside the name"),
        put: f.optional("put", .durations(), default: rules.put, shown: "the platform's", "the time of a PUT but for the transfer"),
        get: f.optional("get", .durations(), default: rules.get, shown: "the platform's", "the time of a GET but for the transfer"),
        bandwidth: f.optional("bandwidth", .bandwidth, default: rules.bandwidth, shown: "50 MB/s", "the speed of a transfer"),
        notification: f.optional(
          "notification", .durations(), default: notification, shown: "the platform's", "from the end of a PUT to its notification"),
        requestRate: f.optional(
          "requestRate", .section { RequestRate.read(&$0, rules.requestRate) }, default: rules.requestRate, shown: "the platform's",
          "requests that it accepts, a second's worth at once"))
    }
  }
}

extension BucketSpec.RequestRate {
  fileprivate static func read(_ f: inout Fields, _ standard: BucketSpec.RequestRate) -> BucketSpec.RequestRate {
    BucketSpec.RequestRate(
      put: f.optional("put", .real(.rate, .positive), default: standard.put, shown: "3500/s", "PUT requests"),
      get: f.optional("get", .real(.rate, .positive), default: standard.get, shown: "5500/s", "GET requests"))
  }
}
