/// The platform profiles that come with fleetsim, as the text of their files.
///
/// A profile holds every constant of a platform at one time: limits, scaling, keep-alive, cold starts and billing rules, each with its source.
public enum PlatformFiles {
  /// The names of all profiles, in the order in which they are listed to a user.
  public static let names = [
    "aws-lambda",
    "aws-lambda-2020",
    "aws-lambda-2018",
    "google-cloud-run",
    "azure-functions-consumption",
    "cloudflare-workers",
  ]

  /// The YAML text of the profile that is called `name`, or nil if there is none.
  public static func text(_ name: String) -> String? {
    switch name {
    case "aws-lambda": String(decoding: PackageResources.aws_lambda_yaml, as: UTF8.self)
    case "aws-lambda-2020": String(decoding: PackageResources.aws_lambda_2020_yaml, as: UTF8.self)
    case "aws-lambda-2018": String(decoding: PackageResources.aws_lambda_2018_yaml, as: UTF8.self)
    case "google-cloud-run": String(decoding: PackageResources.google_cloud_run_yaml, as: UTF8.self)
    case "azure-functions-consumption": String(decoding: PackageResources.azure_functions_consumption_yaml, as: UTF8.self)
    case "cloudflare-workers": String(decoding: PackageResources.cloudflare_workers_yaml, as: UTF8.self)
    default: nil
    }
  }
}
