/// The forms that are referred to by name.
enum Definitions {
  /// Every such form, by name.
  static var all: [(name: String, form: Form, doc: String)] {
    [
      (
        "durationDistribution", DistributionFamily.form(.duration),
        "A duration, or a distribution of durations: a mapping with one key, the family."
      ),
      ("sizeDistribution", DistributionFamily.form(.size), "A size, or a distribution of sizes."),
      ("countDistribution", DistributionFamily.form(.count), "A count, or a distribution of counts."),
      (
        "steps", .list(Syntax<Step>.step.form()),
        "What is done, in order. Each step is a mapping with one key that says what, and optionally `onError`."
      ),
      (
        "queueTrigger", .section(Fields.describe(QueueTrigger.read)),
        "How a queue drives a function: an entry of `triggers` that has a queue's name."
      ),
      (
        "streamTrigger", .section(Fields.describe(StreamTrigger.read)),
        "How a stream drives a function: an entry of `triggers` that has a stream's name."
      ),
      (
        "subscription", PushTrigger.syntax(by: nil).form(),
        "How a topic, bus, bucket or schedule delivers: an entry of `from`, or of `triggers`, where it invokes the function asynchronously."
      ),
      (
        "rate", RateTree.rateForm,
        "What an item of the bill costs: one price, or tiers in the order of their ends, of which the last has none."
      ),
    ]
  }

  /// The whole scenario.
  static var scenario: SectionForm { Fields.describe(Scenario.read) }
}
