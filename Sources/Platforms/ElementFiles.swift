/// What stands between functions on a platform, as the text of its files.
///
/// A file holds every constant of doors, queues, streams, deliveries and buckets at one time, each with its source. Profiles name the files
/// that they take; the first that has a section holds.
public enum ElementFiles {
  /// The names of all files.
  public static let names = [
    "elements-aws-lambda",
    "elements-aws-lambda-2020",
    "elements-aws-lambda-2018",
  ]

  /// The YAML text of the file that is called `name`, or nil if there is none.
  public static func text(_ name: String) -> String? {
    switch name {
    case "elements-aws-lambda": String(decoding: PackageResources.elements_aws_lambda_yaml, as: UTF8.self)
    case "elements-aws-lambda-2020": String(decoding: PackageResources.elements_aws_lambda_2020_yaml, as: UTF8.self)
    case "elements-aws-lambda-2018": String(decoding: PackageResources.elements_aws_lambda_2018_yaml, as: UTF8.self)
    default: nil
    }
  }
}
