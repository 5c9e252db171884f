/// The tables of runtimes and their start times that profiles name under `coldStarts`, as the text of their files.
public enum ColdStartFiles {
  /// The names of all tables, as profiles write them.
  public static let names = [
    "aws-lambda-2026q3",
    "aws-lambda-2022q4",
  ]

  /// The YAML text of the table that is called `name`, or nil if there is none.
  public static func text(_ name: String) -> String? {
    switch name {
    case "aws-lambda-2026q3": String(decoding: PackageResources.cold_starts_aws_lambda_2026q3_yaml, as: UTF8.self)
    case "aws-lambda-2022q4": String(decoding: PackageResources.cold_starts_aws_lambda_2022q4_yaml, as: UTF8.self)
    default: nil
    }
  }
}
