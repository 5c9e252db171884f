/// Writes the scenario of a trace as YAML; the same trace and options give the same bytes.
struct AzureScenarioWriter {
  /// The trace.
  var trace: AzureTrace
  /// What concurrency it can need.
  var bound: ConcurrencyBound
  /// Names, and what the trace does not say.
  var options: ImportOptions
  /// What was assumed, for the file's head.
  var assumptions: [String]

  /// The name of the file of counts.
  var countsName: String { "\(options.stem)-counts.csv" }

  /// The file.
  var text: String {
    var text = head
    text += "functions:\n"
    for function in trace.functions { text += functionText(function) }
    text += "\n# Each function is invoked directly, as often in each minute as the trace says.\ntraffic:\n"
    for function in trace.functions { text += trafficText(function) }
    return text
  }

  /// What stands above the functions.
  private var head: String {
    let minutes = trace.minutes
    var text = """
      # yaml-language-server: $schema=https://fleetsim.dev/schema/v1.json
      #
      # \(Figures.counted(trace.functions.count, "function")) on Azure Functions, \(Figures.counted(trace.invocations, "invocation")) \
      in \(Figures.counted(minutes, "minute")), from the Azure Functions Trace 2019.
      # Data: Microsoft, licence CC-BY 4.0, https://github.com/Azure/AzurePublicDataset/blob/master/AzureFunctionsDataset2019.md
      # M. Shahrad et al., "Serverless in the Wild: Characterizing and Optimizing the Serverless Workload at a Large Cloud Provider", USENIX ATC'20.
      # Changed by `fleetsim import azure2019`: counts in \(countsName), hashes behind short names in \(options.stem)-functions.csv.
      #

      """
    for line in assumptions { text += "# - \(line)\n" }
    text += """

      scenario: \(AzureScenarioWriter.name(options.name))
      platform: \(options.platform)
      account: { concurrency: \(bound.account) }
      run: { start: \(AzureScenarioWriter.start(trace)), duration: \(AzureScenarioWriter.minutes(minutes)), drain: { upTo: \(drain) }, seed: 1 }


      """
    return text
  }

  /// How long the last invocations may take, the longest timeout and a start before it.
  private var drain: String {
    let longest = trace.functions.map(\.timeout).max() ?? 0
    return AzureScenarioWriter.minutes(1 + (longest + 59) / 60)
  }

  private func functionText(_ function: ImportedFunction) -> String {
    """
      \(function.name):
        label: \(AzureScenarioWriter.quoted(function.label))
        runtime: \(options.runtime)
        memory: \(function.memory) MB
        timeout: \(AzureScenarioWriter.seconds(function.timeout))
        artifact: \(options.artifact.yaml)
        steps: [ { compute: \(function.duration.yaml) } ]

    """
  }

  private func trafficText(_ function: ImportedFunction) -> String {
    let counts = "{ file: \(AzureScenarioWriter.quoted(countsName)), row: \(function.name), every: 1 min, within: random }"
    return "  \(function.name)-calls: { to: \(function.name), trace: { counts: \(counts) } }\n"
  }

  /// The instant of the first minute.
  ///
  /// The trace is of 15 to 28 July 2019; where the file does not name the day it is taken to be the first.
  ///
  /// - Source: AzureFunctionsDataset2019.md.
  static func start(_ trace: AzureTrace) -> String {
    "2019-07-\(14 + (trace.day ?? 1))T\(Figures.clock(trace.startMinute)):00Z"
  }

  /// A scenario's name, in quotes if it is none, so that the scenario's own check tells what is wrong with it.
  static func name(_ name: String) -> String {
    let isName = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    return isName && !name.isEmpty && name.first != "-" ? name : quoted(name)
  }

  /// Minutes as a duration, in hours where they are whole.
  static func minutes(_ minutes: Int) -> String {
    minutes > 0 && minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes) min"
  }

  /// Seconds as a duration, in minutes where they are whole.
  static func seconds(_ seconds: Int) -> String {
    seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
  }

  /// A text in double quotes, as YAML and JSON escape it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
