import ArgumentParser
import Commands

@main
enum Entry {
  static func main() { FleetsimCommand.main() }
}
