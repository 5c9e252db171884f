internal import Documents
internal import Variates

extension TrafficSpec {
  /// Keys of later versions.
  private static let later = ["calls"]

  /// The section of one source.
  static func syntax(name: String) -> Syntax<TrafficSpec> {
    .section { f in
      f.refused(later)
      let label = f.given("label", .text(example: "Webhooks"), "a free text beside the name")
      let to = f.required("to", .name(example: "receive"), "what the requests go to: anything that receives")
      let arrivals = ArrivalFields.read(&f, name: name)
      let size = f.optional("size", .sizes, default: .constant(0), shown: "0 B", "the size of an item")
      let key = f.given("key", KeySpec.syntax, shown: "none", "the keys of the items")
      let kinds = f.optional(
        "kinds", kinds, default: [], shown: "none", "the kinds of the items with their shares: { card: 80%, invoice: 20% }")
      let client = f.optional(
        "client", .section(ClientSpec.read), default: ClientSpec(), shown: "no timeout, no retry", "how the callers behave")
      var source = TrafficSpec(name: name, label: label, to: to, arrivals: arrivals, size: size, key: key, kinds: kinds, client: client)
      source.input = f.given(
        "input", TemplateSpec.syntax, shown: "an empty object",
        "what workflows get: JSON, { file: order.json }, or a template over the item's kind, key and size")
      return source
    }
  }

  /// The kinds of items and their shares.
  static var kinds: Syntax<[KindShare]> {
    Syntax(.map(keys: "kind", Syntax<Double>.share.form()), placeholder: []) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      var kinds: [KindShare] = []
      for entry in entries {
        let path = Path.key(path, entry.key)
        if !Names.isName(entry.key) { reading.note(.badName(entry.key), at: entry.place, length: entry.key.unicodeScalars.count, path) }
        guard let share = Syntax<Double>.share.read(entry.value, path, reading) else { return nil }
        kinds.append(KindShare(kind: entry.key, share: share))
      }
      return reading.sharesSum(kinds.map(\.share), of: "all kinds", at: node, path) ? kinds : nil
    }
  }
}

extension KeySpec {
  /// A mapping with one key: the distribution of the keys.
  static var syntax: Syntax<KeySpec> {
    .oneKey([
      OneKey(
        "zipf",
        .section {
          KeySpec.zipf(
            n: $0.required("n", .count(.from(1, to: 1e12)), "how many keys"), s: $0.required("s", .number(.from(0, to: 20)), "how skewed"))
        }, "the k-th key in proportion to k^-s"),
      OneKey("uniform", .section { KeySpec.uniform(n: $0.required("n", .count(.from(1, to: 1e12)), "how many keys")) }, "all keys alike"),
    ])
  }
}
