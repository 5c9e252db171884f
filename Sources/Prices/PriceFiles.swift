/// The price books that come with fleetsim, as the text of their files.
///
/// A book holds what one provider charges in one region at one time: rates with their tiers and the free tier, each with its source.
public enum PriceFiles {
  /// The names of all books, in the order in which they are listed to a user.
  public static let names = [
    "aws-us-east-1",
    "google-cloud-run-tier-1",
    "google-cloud-run-tier-2",
    "azure-functions-consumption",
    "cloudflare-workers-paid",
  ]

  /// The YAML text of the book that is called `name`, or nil if there is none.
  public static func text(_ name: String) -> String? {
    switch name {
    case "aws-us-east-1": String(decoding: PackageResources.aws_us_east_1_yaml, as: UTF8.self)
    case "google-cloud-run-tier-1": String(decoding: PackageResources.google_cloud_run_tier_1_yaml, as: UTF8.self)
    case "google-cloud-run-tier-2": String(decoding: PackageResources.google_cloud_run_tier_2_yaml, as: UTF8.self)
    case "azure-functions-consumption": String(decoding: PackageResources.azure_functions_consumption_yaml, as: UTF8.self)
    case "cloudflare-workers-paid": String(decoding: PackageResources.cloudflare_workers_paid_yaml, as: UTF8.self)
    default: nil
    }
  }
}
