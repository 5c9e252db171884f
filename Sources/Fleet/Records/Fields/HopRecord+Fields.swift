extension HopRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.same(&function)
    fields.same(&target)
    fields.count(&attempts)
    fields.count(&retried)
    fields.count(&succeeded)
    fields.count(&failed)
    fields.count(&rejected)
    fields.count(&opened)
    fields.count(&unpaid)
    fields.time(&paced)
  }
}

extension RecordFields {
  /// Something that receives, by which records must agree.
  mutating func same(_ target: inout Target) {
    var parts = (kind: Int(target.kind.rawValue), index: Int(target.index), flow: Int(target.flow))
    same(&parts.kind)
    same(&parts.index)
    same(&parts.flow)
    guard let kind = UInt8(exactly: parts.kind).flatMap(Target.Kind.init(rawValue:)), let index = UInt32(exactly: parts.index),
      let flow = UInt32(exactly: parts.flow)
    else { return isSound = false }
    target = Target(kind, index, flow: flow)
  }
}
