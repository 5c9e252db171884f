import Billing
import Prices
import Testing
import Yams

/// The price book called `name`, read from the file that comes with fleetsim.
func book(_ name: String) throws -> PriceBook {
  let text = try #require(PriceFiles.text(name))
  let root = try #require(try Yams.compose(yaml: text))
  let asOf = try #require(root["asOf"]?.string)
  var book = PriceBook(name: try #require(root["book"]?.string), label: try #require(root["label"]?.string), asOf: asOf)
  for item in BilledItem.inBooks {
    let node = item.path.split(separator: ".").reduce(root["rates"]) { node, key in node?[String(key)] }
    if let node { book.rates[item] = try rate(node, of: item) }
  }
  book.free = try allowances(root["free"])
  book.included = try allowances(root["included"])
  return book
}

private func rate(_ node: Node, of item: BilledItem) throws -> Rate {
  guard let tiers = node.sequence else { return Rate(try price(node, of: item)) }
  let read = try tiers.map { tier in
    Rate.Tier(upTo: try tier["upTo"].map { try counts($0, of: item) }, price: try price(tier["price"], of: item))
  }
  return try #require(Rate(tiers: read))
}

private func price(_ node: Node?, of item: BilledItem) throws -> Price {
  let text = try #require(node?.string)
  return try #require(Price(parsing: text, per: item.unit))
}

private func counts(_ node: Node, of item: BilledItem) throws -> Int64 {
  let text = try #require(node.string)
  return try #require(item.unit.counts(parsing: text))
}

private func allowances(_ node: Node?, below path: String = "") throws -> [PriceBook.Allowance] {
  try (node?.mapping ?? [:]).flatMap { key, value in
    let here = path + (try #require(key.string))
    guard value.mapping == nil else { return try allowances(value, below: here + ".") }
    let items = try #require(PriceBook.items(ofAllowance: here))
    return [PriceBook.Allowance(try counts(value, of: items[0]), for: items)]
  }
}

/// The meter of one function on demand, of so many requests that are each billed the same.
func meter(
  _ requests: Int64, of milliseconds: Int64, memory: Int64, on processor: Meter.Processor = .x86, for name: String = "api"
) -> Meter {
  var meter = Meter(name)
  meter.addInvocations(requests, billedMilliseconds: requests * milliseconds, memory: memory, on: processor)
  return meter
}

extension Bill {
  /// What an item costs, to the cent.
  func cents(_ item: BilledItem) -> String { total(of: item).description }
}

extension Meter {
  /// The meter of one component with one part.
  init(_ component: String, _ part: some ComponentMeter) {
    self.init(component)
    add(part)
  }
}

/// Milliseconds of so many hours.
func milliseconds(hours: Int64) -> Int64 { hours * 3_600_000 }

/// Counts of so many GB over a whole month.
func month(gigabytes: Int64) -> Int64 { gigabytes * MeteredUnit.gigabyteMonth.counts }

/// Bytes of so many GB.
func bytes(gigabytes: Int64) -> Int64 { gigabytes << 30 }
