/// Finds the steps to which `%` leads back, and makes them note where they came from.
///
/// - Source: JSONata, path operators: parent.
extension Node {
  /// Notes the parents that a part still seeks.
  func seekAlso(_ part: Node) {
    seeking += part.seeking
    if case .parent(let ancestor) = part.kind { seeking.append(ancestor) }
  }

  /// Goes back from a path's last step to those that its parents are.
  func resolveParents() throws(SyntaxFault) {
    guard let steps, let last = steps.last else { return }
    var sought = last.seeking
    if case .parent(let ancestor) = last.kind { sought.append(ancestor) }
    for ancestor in sought {
      var place = steps.count - 2
      while ancestor.level > 0 {
        guard place >= 0 else {
          seeking.append(ancestor)
          break
        }
        var step = steps[place]
        place -= 1
        // Steps bound to variables have the same context as the one before them.
        while place >= 0, step.focus != nil, steps[place].focus != nil {
          step = steps[place]
          place -= 1
        }
        try step.become(ancestor)
      }
    }
  }

  /// Counts this part on the way back, and notes the parent here if it is the one.
  func become(_ sought: Ancestor) throws(SyntaxFault) {
    switch kind {
    case .name, .wildcard:
      sought.level -= 1
      guard sought.level == 0 else { return }
      if let ancestor { sought.label = ancestor.label } else { ancestor = sought }
      isTuple = true
    case .parent: sought.level += 1
    case .block(let expressions, _):
      guard let last = expressions.last else { return }
      isTuple = true
      try last.become(sought)
    case .path(let steps):
      isTuple = true
      var place = steps.count - 1
      try steps[place].become(sought)
      place -= 1
      while sought.level > 0, place >= 0 {
        try steps[place].become(sought)
        place -= 1
      }
    default: throw SyntaxFault("S0217", "% finds no parent here", at: offset)
    }
  }
}
