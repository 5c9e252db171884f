import Documents
import Glibc
import Studies
import Synchronization

/// Carries runs out on the workers of a Dask scheduler, by way of a program that speaks with it.
///
/// What comes of runs comes back through the scheduler, so that workers need no disk in common with this machine.
final class DaskEngine: RunEngine {
  private static let driver = "scripts/dask-driver.py"

  private let command: [String]
  private let study: [String]
  private let chunk: Int
  private let store: FolderRunStore
  private let progress: StudyProgress
  private let lost = Mutex<CommandFailure?>(nil)

  /// - Parameters:
  ///   - options: where the scheduler is.
  ///   - study: the study's command line.
  ///   - store: where what comes of runs is kept.
  ///   - progress: what is shown of them.
  /// - Throws: `CommandFailure`: 64 where the scenario has no file, 66 where the program is missing.
  init(_ options: StudyOptions, study: [String], into store: FolderRunStore, watch progress: StudyProgress) throws(CommandFailure) {
    if StudyLine(study).readsStandardInput {
      throw CommandFailure(.usage, "--engine dask needs a scenario file; workers can't read this process's input")
    }
    let place = options.distribution
    let binary = Self.path(of: "/proc/self/exe") ?? ""
    guard let driver = place.driver ?? Self.found(above: binary) else {
      throw CommandFailure(.missingInput, "\(Self.driver) is not found above '\(binary)'; say with --driver where it is")
    }
    let scheduler = place.scheduler.map { ["--scheduler", $0] } ?? ["--scheduler-file", place.schedulerFile ?? ""]
    command = ["python3", driver, "--binary", binary, "--folder", Self.path(of: ".") ?? "."] + scheduler
    self.study = study + ["--jobs", "1"]
    chunk = place.chunk
    self.store = store
    self.progress = progress
  }

  /// Why the engine was lost; nil where it was not.
  var loss: CommandFailure? { lost.withLock { $0 } }

  func carryOut(_ points: [StudyPoint], _ replications: Range<Int>) -> Bool {
    let units = UnitSpan.all(of: points, replications, chunk: chunk)
    let missing = units.filter { span in
      let runs = span.runs(of: points)
      let there = runs.count { store.outcome(of: $0) != nil }
      if there == runs.count { for _ in runs { _ = progress.advance(from: 0, to: 1, events: 0) } }
      return there < runs.count
    }
    if missing.isEmpty { return true }
    let input = missing.map { WorkUnit($0, of: points, study: study).line }.joined()
    do throws(CommandFailure) {
      try work(input, of: missing.count)
      return true
    } catch {
      lost.withLock { $0 = error }
      return false
    }
  }

  /// Has units done, and keeps what comes of them.
  private func work(_ input: String, of units: Int) throws(CommandFailure) {
    var failure: CommandFailure?
    var done = 0
    let code = try ChildProcess(command, input: input).run(until: { Interruption.isNoted }) { line in
      if let run = RunLine(line) {
        if !store.keep(run.outcome, as: run.key) {
          failure = failure ?? CommandFailure(.cannotWrite, "'\(store.path)' can't be written")
        }
        _ = progress.advance(from: 0, to: 1, events: 0)
      } else {
        done += 1
        failure = failure ?? Self.failure(String(decoding: line, as: UTF8.self))
      }
    }
    if Interruption.isNoted { return }
    if let failure { throw failure }
    if code == ExitReason.missingInput.rawValue { throw CommandFailure(.missingInput, "'\(command[1])' could not do its work") }
    if code != 0 || done < units {
      throw CommandFailure(
        .temporaryFailure,
        "the engine was lost after \(done) of \(units) units; what is done is kept in \(store.path): the same command again goes on, and so it does with --engine local"
      )
    }
  }

  /// Why a unit was not done, from the line that says so; nil where it was, or failed in a way that its runs tell.
  private static func failure(_ line: String) -> CommandFailure? {
    let root = Document(SourceText(name: "unit", text: line)).root
    guard let code = root?.entry("exit")?.value.text.flatMap({ Int32($0) }), let runs = root?.entry("runs")?.value.text else {
      return CommandFailure(.temporaryFailure, "the engine's program said what nobody understands: \(line.prefix(200))")
    }
    if code == 0 || runs != "0" && code == ExitReason.invalidInput.rawValue { return nil }
    let words = root?.entry("error")?.value.text ?? ""
    return CommandFailure(ExitReason(rawValue: code) ?? .temporaryFailure, "a worker could not do its unit (exit code \(code)): \(words)")
  }

  /// The driver in a folder above the program's.
  private static func found(above binary: String) -> String? {
    var folder = binary
    while !folder.isEmpty {
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
      let path = "\(folder)/\(driver)"
      if access(path, R_OK) == 0 { return path }
    }
    return nil
  }

  /// A path without links; nil where there is nothing.
  private static func path(of name: String) -> String? {
    guard let path = realpath(name, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
