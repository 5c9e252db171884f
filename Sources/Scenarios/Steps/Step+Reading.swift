internal import Documents
internal import Variates

extension Syntax where Value == [Step] {
  /// A list of steps.
  static var steps: Syntax<[Step]> {
    Syntax(.reference("steps"), placeholder: []) { node, path, reading in
      Syntax<[Step]>.list(.step).read(node, path, reading)
    }
  }
}

extension Syntax where Value == Step {
  /// One step: a mapping with one key that says what is done, and optionally `onError`.
  static var step: Syntax<Step> {
    let actions = StepSyntax.actions
    var form: Form {
      Form.any(
        of: actions.map { action in
          .section(
            SectionForm(keys: [
              KeyForm(key: action.key, form: action.syntax.form(), isRequired: true, standard: nil, doc: action.doc),
              KeyForm(
                key: "onError", form: StepSyntax.onError.form(), isRequired: false, standard: "the failure goes on",
                doc: "what follows if the step fails"),
            ]))
        })
    }
    return Syntax(form, placeholder: Step(.wait(.constant(0)))) { node, path, reading in
      guard reading.mapping(node, path) != nil else { return nil }
      guard let action = Syntax<Step.Action>.oneKey(actions, beside: ["onError"]).read(node, path, reading) else { return nil }
      let onError = node["onError"].flatMap { StepSyntax.onError.read($0, .key(path, "onError"), reading) }
      return Step(action, onError: onError ?? .fails)
    }
  }
}

/// What steps there are.
enum StepSyntax {
  /// The steps by their keys.
  static var actions: [OneKey<Step.Action>] {
    [
      OneKey("compute", Compute.syntax.map { .compute($0) }, "uses the processor"),
      OneKey("wait", Syntax<Distribution>.durations().map { .wait($0) }, "lets time pass without using the processor"),
      OneKey("choose", Choice.syntax.map { .choose($0) }, "goes one of several ways"),
      OneKey("repeat", Syntax<Repetition>.section(Repetition.read).map { .repeat($0) }, "does steps several times"),
      OneKey("once", Once.syntax.map { .once($0) }, "does steps only where a warm instance does not keep their result yet"),
      OneKey(
        "continueAs", Syntax<ContinueAs>.section(ContinueAs.read).map { .continueAs($0) },
        "as the first step of a `repeat`: with too little time left invokes the function itself with the passes that are left, and ends"),
      OneKey("fail", Syntax<Failure>.section(Failure.read).map { .fail($0) }, "fails by chance"),
    ] + Hop.actions
  }

  static var onError: Syntax<Step.OnError> {
    .word("ignore", .ignore, or: Syntax<[Step]>.steps.map { .steps($0) })
  }
}
