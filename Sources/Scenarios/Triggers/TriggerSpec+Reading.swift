internal import Documents

extension Syntax where Value == [NamedTrigger] {
  /// What drives a function: a mapping from names, whose kinds decide the keys, in the order of the file.
  static var triggers: Syntax<[NamedTrigger]> {
    let forms = [Form.reference("queueTrigger"), .reference("streamTrigger"), .reference("subscription")]
    return Syntax(.map(keys: "name", .any(of: forms)), placeholder: []) { node, path, reading in
      reading.sources(node, path, among: ElementKind.drivers)?.map { source in
        NamedTrigger(source: source.entry.key, trigger: trigger(source, reading))
      }
    }
  }

  private static func trigger(_ source: Reading.NamedSource, _ reading: Reading) -> TriggerSpec {
    func read<Spec>(_ syntax: Syntax<Spec>) -> Spec { syntax.read(source.entry.value, source.path, reading) ?? syntax.placeholder() }
    switch source.kind {
    case .queue: return .queue(read(.section(QueueTrigger.read)))
    case .stream: return .stream(read(.section(StreamTrigger.read)))
    default: return .push(read(PushTrigger.syntax(by: source.kind)))
    }
  }
}

extension Syntax where Value == [Subscription] {
  /// What delivers to an element of a kind: a mapping from names, in the order of the file.
  static func subscriptions(of kind: ElementKind) -> Syntax<[Subscription]> {
    Syntax(.map(keys: "name", .reference("subscription")), placeholder: []) { node, path, reading in
      reading.sources(node, path, among: kind.deliverers)?.map { source in
        let syntax = PushTrigger.syntax(by: source.kind)
        return Subscription(
          source: source.entry.key, push: syntax.read(source.entry.value, source.path, reading) ?? syntax.placeholder())
      }
    }
  }
}

extension Reading {
  /// An entry whose key names what drives or delivers.
  struct NamedSource {
    let entry: LocatedNode.Entry
    let kind: ElementKind
    let path: Path
  }

  /// The entries whose keys name elements that fit; the others are noted.
  func sources(_ node: LocatedNode, _ path: Path, among fits: [ElementKind]) -> [NamedSource]? {
    guard let entries = mapping(node, path) else { return nil }
    return entries.compactMap { entry in
      let path = Path.key(path, entry.key)
      if let finding = elements.fault(of: entry.key, among: fits) {
        note(finding, at: entry.place, length: entry.key.unicodeScalars.count, path)
        return nil
      }
      return elements.kind(of: entry.key).map { NamedSource(entry: entry, kind: $0, path: path) }
    }
  }
}
