internal import Documents

/// Maps.
extension MachineReader {
  mutating func map(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) -> MapPlan {
    checkExclusive(
      node,
      [
        ("ItemProcessor", "Iterator"), ("ItemSelector", "Parameters"), ("MaxConcurrency", "MaxConcurrencyPath"),
        ("ToleratedFailureCount", "ToleratedFailureCountPath"), ("ToleratedFailurePercentage", "ToleratedFailurePercentagePath"),
      ], path)
    let name = node["ItemProcessor"] != nil ? "ItemProcessor" : "Iterator"
    let processor = node[name]
    if processor == nil { note(.machineMissing("ItemProcessor", in: "a Map"), at: node, path) }
    let (isDistributed, isExpress) = processor.map { configuration($0, join(path, name)) } ?? (false, false)
    var items = template(node, "Items", language, path)
    if let field = node["ItemsPath"], let found = self.path(field, join(path, "ItemsPath")) {
      items = .expression(.path(found), key: "ItemsPath")
    }
    let selectorName = node["ItemSelector"] != nil ? "ItemSelector" : "Parameters"
    let selector = template(node, selectorName, language, path)
    let concurrency = quantity(node, "MaxConcurrency", 0...Int64.max, language, path)
    let count = quantity(node, "ToleratedFailureCount", 0...Int64.max, language, path)
    let percentage = quantity(node, "ToleratedFailurePercentage", 0...100, language, path)
    let reader = reader(node, language, path)
    let batcher = batcher(node, language, path)
    let writer = writer(node, language, path)
    var scope = 0
    if let processor {
      let processorPath = join(path, name)
      checkFields(processor, StateFields.branch, "a processor", processorPath)
      scope = self.scope(processor, parent: self.scope, path: processorPath, what: "a processor")
    }
    let templates = [items, reader?.parameters, batcher?.input, writer?.parameters].compactMap { $0 }
    let quantities = [concurrency, count, percentage, reader?.maximum, batcher?.items, batcher?.bytes].compactMap { $0 }
    return MapPlan(
      scope: scope, isDistributed: isDistributed, isExpress: isExpress, items: items, selector: selector, concurrency: concurrency,
      toleratedCount: count, toleratedPercentage: percentage, reader: reader, batcher: batcher, writer: writer,
      usesContext: templates.contains(where: \.usesContext) || quantities.contains(where: \.usesContext))
  }

  private mutating func configuration(_ processor: LocatedNode, _ path: String) -> (isDistributed: Bool, isExpress: Bool) {
    guard let node = processor["ProcessorConfig"] else { return (false, false) }
    let nodePath = join(path, "ProcessorConfig")
    checkFields(node, ["Mode", "ExecutionType", "Comment"], "a processor's configuration", nodePath)
    let mode = node["Mode"].flatMap { word($0, ["INLINE", "DISTRIBUTED"], join(nodePath, "Mode")) }
    let type = node["ExecutionType"].flatMap { word($0, ["STANDARD", "EXPRESS"], join(nodePath, "ExecutionType")) }
    return (mode == "DISTRIBUTED", type == "EXPRESS")
  }

  private mutating func reader(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) -> ReaderPlan? {
    guard let field = node["ItemReader"] else { return nil }
    let fieldPath = join(path, "ItemReader")
    checkFields(field, ["Resource", "Parameters", "Arguments", "ReaderConfig", "Comment"], "an item reader", fieldPath)
    checkLanguage(field, language, fieldPath)
    let resource = resource(field, "an item reader", fieldPath)
    let parameters = template(field, language == .jsonPath ? "Parameters" : "Arguments", language, fieldPath)
    var maximum: Quantity?
    let configuration = field["ReaderConfig"]
    if let configuration {
      let configurationPath = join(fieldPath, "ReaderConfig")
      checkLanguage(configuration, language, configurationPath)
      checkExclusive(configuration, [("MaxItems", "MaxItemsPath")], configurationPath)
      maximum = quantity(configuration, "MaxItems", 0...Int64.max, language, configurationPath)
    }
    return ReaderPlan(
      resource: resource, parameters: parameters, configuration: configuration.map { JSONValue($0) } ?? .members([]), maximum: maximum)
  }

  private mutating func resource(_ node: LocatedNode, _ what: String, _ path: String) -> String {
    if let field = node["Resource"] { return text(field, join(path, "Resource")) ?? "" }
    note(.machineMissing("Resource", in: what), at: node, path)
    return ""
  }

  private mutating func batcher(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) -> BatcherPlan? {
    guard let field = node["ItemBatcher"] else { return nil }
    let fieldPath = join(path, "ItemBatcher")
    let known: Set<String> = [
      "MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath", "BatchInput", "Comment",
    ]
    checkFields(field, known, "an item batcher", fieldPath)
    checkLanguage(field, language, fieldPath)
    checkExclusive(
      field, [("MaxItemsPerBatch", "MaxItemsPerBatchPath"), ("MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath")], fieldPath)
    return BatcherPlan(
      items: quantity(field, "MaxItemsPerBatch", 1...Int64.max, language, fieldPath),
      bytes: quantity(field, "MaxInputBytesPerBatch", 1...262_144, language, fieldPath),
      input: template(field, "BatchInput", language, fieldPath))
  }

  private mutating func writer(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) -> WriterPlan? {
    guard let field = node["ResultWriter"] else { return nil }
    let fieldPath = join(path, "ResultWriter")
    checkFields(field, ["Resource", "Parameters", "Arguments", "WriterConfig", "Comment"], "a result writer", fieldPath)
    checkLanguage(field, language, fieldPath)
    guard field["Resource"] != nil else { return nil }
    return WriterPlan(
      resource: resource(field, "a result writer", fieldPath),
      parameters: template(field, language == .jsonPath ? "Parameters" : "Arguments", language, fieldPath))
  }
}
