import ArgumentParser
import Reports

/// For whom CSV is written, as the command line gives it.
enum CSVFlavorOption: String, CaseIterable, ExpressibleByArgument {
  case plain, excel

  var flavor: CSVFlavor {
    switch self {
    case .plain: .plain
    case .excel: .excel
    }
  }
}
