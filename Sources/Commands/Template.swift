import ArgumentParser

/// A scenario to start from.
enum Template: String, CaseIterable, ExpressibleByArgument {
  case api
  case scheduled
  case users

  /// The file that the templates' first line names as their schema.
  static let schemaFile = "fleetsim.schema.json"

  /// What it shows, in a few words.
  var about: String {
    switch self {
    case .api: "a function behind an interface, with traffic over the day and objectives"
    case .scheduled: "a job that runs by the clock"
    case .users: "a number of users who wait for each answer and then think"
    }
  }

  /// The scenario's text.
  var text: String {
    let bytes =
      switch self {
      case .api: PackageResources.api_yaml
      case .scheduled: PackageResources.scheduled_yaml
      case .users: PackageResources.users_yaml
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
