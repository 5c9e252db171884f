/// The number that a scheduler of arrays gives a task.
///
/// - Source: AWS Batch user guide, "Array jobs"; Kubernetes, "Indexed Job"; Slurm, "Job Array Support".
enum ArrayIndex {
  /// The variables of the environment that hold it.
  static let variables = ["AWS_BATCH_JOB_ARRAY_INDEX", "JOB_COMPLETION_INDEX", "SLURM_ARRAY_TASK_ID"]

  /// The number of this task; nil where no variable has one.
  static func of(_ environment: [String: String]) -> Int? {
    for name in variables {
      if let number = environment[name].flatMap({ Int($0) }), number >= 0 { return number }
    }
    return nil
  }
}
