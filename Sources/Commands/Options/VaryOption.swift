import ArgumentParser
import Studies

/// A value of the scenario that is varied, as the command line gives it: `--vary functions.api.memory="128 MB,256 MB"`.
enum VaryOption {
  /// How it is written.
  static let form = "path=list|lo..hi[:step]"

  /// The factor that a text stands for.
  ///
  /// - Throws: `ValidationError` that says what is wrong and where.
  static func factor(_ text: String) throws -> Factor {
    do {
      return try Factor(text)
    } catch {
      throw ValidationError("at column \(error.offset + 1): \(error.message)")
    }
  }

  /// Refuses factors of which one is given twice.
  ///
  /// - Throws: `ValidationError`.
  static func validate(_ factors: [Factor]) throws {
    var paths: Set<String> = []
    for factor in factors where !paths.insert(factor.path).inserted {
      throw ValidationError("--vary \(factor.path) is given twice; put all of its values into one")
    }
  }
}
