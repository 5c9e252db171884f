/// Writes the tables of the reference page.
struct ReferencePage {
  var text: String
  /// Keys of the scenario whose tables stand in chapters of their own.
  var apart: Set<String> = []
  /// What holds where a key that must stand in a whole mapping is left out of one that overrides another; nil: it is required.
  var inherited: String?

  /// The table of a section under a heading, then those of the sections in it.
  mutating func section(_ path: String, _ section: SectionForm, title: String) {
    text += "\n### \(title)\n"
    table(path, [section])
  }

  /// The table of whatever mappings a form allows.
  mutating func rows(_ path: String, _ form: Form) {
    let sections = ReferencePage.sections(form)
    if !sections.isEmpty { table(path, sections) }
  }

  private mutating func table(_ path: String, _ sections: [SectionForm]) {
    text += "\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n"
    var seen: Set<String> = []
    var children: [(path: String, form: Form)] = []
    for key in sections.flatMap(\.keys) where seen.insert(key.key).inserted {
      let isRequired = key.isRequired && sections.count == 1
      let standard = isRequired ? inherited ?? "required" : key.standard ?? ""
      row(key.key, ReferencePage.words(key.form), standard, key.doc)
      children.append((path.isEmpty ? key.key : "\(path).\(key.key)", key.form))
    }
    for others in sections.compactMap(\.others) where seen.insert(others.example).inserted {
      row("\(others.example), ..", ReferencePage.words(others.form), "", others.doc)
    }
    for child in children {
      let inner = ReferencePage.sections(child.form)
      guard !inner.isEmpty, !apart.contains(child.path) else { continue }
      let name = ReferencePage.isNamed(child.form) ? "\(child.path).NAME" : child.path
      text += "\n### \(name)\n"
      table(name, inner)
    }
  }

  private mutating func row(_ key: String, _ value: String, _ standard: String, _ doc: String) {
    func cell(_ text: String) -> String { String(text.flatMap { $0 == "|" ? "\\|" : String($0) }) }
    text += "| `\(key)` | \(cell(value)) | \(cell(standard)) | \(cell(doc)) |\n"
  }

  private static func isNamed(_ form: Form) -> Bool {
    if case .map(_, .section) = form { return true }
    return false
  }

  /// The sections that stand directly in a form.
  private static func sections(_ form: Form) -> [SectionForm] {
    switch form {
    case .section(let section): [section]
    case .list(let element), .map(_, let element): sections(element)
    case .any(let forms): forms.flatMap { sections($0) }
    default: []
    }
  }

  /// A form in words.
  static func words(_ form: Form) -> String {
    switch form {
    case .quantity(let unit, let bounds):
      let range = bounds.text(unit).map { ", \($0)" } ?? ""
      return "\(unit.name) such as `\(unit.example)`\(range)"
    case .integer(let bounds): return "whole number" + (bounds.text(.count).map { ", \($0)" } ?? "")
    case .text(let kind, _, let example): return "\(kind) such as `\(example)`"
    case .flag: return "`true` or `false`"
    case .word(let words): return words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let element): return "list of: \(self.words(element))"
    case .section: return "mapping"
    case .map(let keys, let value): return "mapping from \(keys) to \(self.words(value))"
    case .anything: return "any value"
    case .any(let forms):
      var parts: [String] = []
      for form in forms.map({ self.words($0) }) where !parts.contains(form) { parts.append(form) }
      return parts.joined(separator: ", or ")
    case .reference(let name):
      switch name {
      case "durationDistribution": return "[duration or distribution](#durations-and-their-distributions)"
      case "sizeDistribution": return "[size or distribution](#sizes-and-their-distributions)"
      case "countDistribution": return "[count or distribution](#counts-and-their-distributions)"
      case "queueTrigger": return "[queue's settings](#queues-as-triggers)"
      case "streamTrigger": return "[stream's settings](#streams-as-triggers)"
      case "subscription": return "[subscription](#subscriptions)"
      default: return "[\(name)](#\(name))"
      }
    }
  }
}
