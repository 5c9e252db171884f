/// The reference page of scenarios, made from the definitions that read them.
public enum ScenarioReference {
  /// The page docs/scenario.md.
  public static var markdown: String {
    var page = ReferencePage(text: introduction)
    page.text += "\n## A whole example\n\nEvery key of a scenario, and every step, stands in it.\n\n```yaml\n\(example)```\n"
    page.text += "\n## Keys\n"
    page.apart = ["platform", "prices"]
    page.section("", Definitions.scenario, title: "A scenario")
    for definition in Definitions.all {
      page.text += "\n## \(heading(definition.name))\n\n\(definition.doc)\n"
      page.rows(definition.name, definition.form)
    }
    page.apart = []
    for (key, title, standard) in [("platform", "Constants of a platform", "the profile's"), ("prices", "Prices", "the book's")] {
      guard let form = Definitions.scenario.keys.first(where: { $0.key == key })?.form else { continue }
      page.text += "\n## \(title)\n\nUnder `\(key)` any of these may be given; what is not given is \(standard).\n"
      page.inherited = standard
      page.rows(key, form)
    }
    return page.text
  }

  private static func heading(_ name: String) -> String {
    switch name {
    case "durationDistribution": "Durations and their distributions"
    case "sizeDistribution": "Sizes and their distributions"
    case "countDistribution": "Counts and their distributions"
    case "queueTrigger": "Queues as triggers"
    case "streamTrigger": "Streams as triggers"
    case "subscription": "Subscriptions"
    default: name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  private static let introduction = """
    # Scenario files

    A scenario is one YAML file. `fleetsim check FILE` reports every mistake in it at once, with its place; nothing is simulated from a file with mistakes.
    `fleetsim schema` prints a JSON Schema of what stands here, for editors.

    - Keys are in camelCase. An unknown key is a mistake, and so is a key without a value.
    - Quantities carry their unit: durations in ns, us, ms, s, min, h, d; sizes in B, KB, MB, GB (1 MB is 1,048,576 bytes); rates in /s, /min, /h;
      speeds of transfer in B/s, KB/s, MB/s, GB/s; shares in %; factors in x; money in USD; times of day as `"14:00"`; instants as `2026-01-05T00:00:00Z`. A bare number where a unit is needed is a mistake.
    - Names have letters, digits, `_` and `-`, begin with a letter or digit and are unique over all sections; `all`, `account` and `cost` are reserved.
    - Files are relative to the scenario's folder.
    - `extends: base.yaml` makes a variant: mappings merge, lists and distributions replace, and an empty value (`~`) removes a key of the base.
      `--set functions.api.memory="512 MB"` does the same from the command line: dotted paths, `[1]` for a place in a list (from 0), `*` for all.
    - `--inject outage:crm,at=12:00,for=30m` adds a fault to `faults`: its kind, the name of what it happens to, then its keys; minutes may be `m`.
    - Anchors, aliases and `<<` work as in YAML, within limits.

    """
}
