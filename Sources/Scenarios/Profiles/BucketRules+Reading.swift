internal import Documents

extension BucketRules {
  /// What stands for the buckets of a platform that has none.
  static let blank = Fields.standard(read)

  static func read(_ f: inout Fields) -> BucketRules {
    f.ignored("sources")
    let rate = Syntax<BucketSpec.RequestRate>.section { f in
      BucketSpec.RequestRate(
        put: f.required("put", .real(.rate, .positive), "PUT requests"), get: f.required("get", .real(.rate, .positive), "GET requests"))
    }
    return BucketRules(
      put: f.required("put", .durations(), "the time of a PUT but for the transfer"),
      get: f.required("get", .durations(), "the time of a GET but for the transfer"),
      bandwidth: f.required("bandwidth", .bandwidth, "the speed of a transfer"),
      link: f.required("link", .size(), "the size of a link to an object, and of the notice of one"),
      requestRate: f.required("requestRate", rate, "requests that a bucket accepts"))
  }
}
