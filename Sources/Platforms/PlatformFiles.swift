/// The platform profiles that come with fleetsim, as the text of their files.
///
/// A profile holds every constant of a platform at one time: limits, scaling, keep-alive, cold starts and billing rules, each with its source.
public enum PlatformFiles {
  /// The names of all profiles, in the order in which they are listed to a user.
  public static let names = ["aws-lambda"]

  /// The YAML text of the profile that is called `name`, or nil if there is none.
  public static func text(_ name: String) -> String? {
    switch name {
    case "aws-lambda": String(decoding: PackageResources.aws_lambda_yaml, as: UTF8.self)
    default: nil
    }
  }
}
