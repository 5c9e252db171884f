/// Words of a shell's command line.
enum ShellWord {
  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=@%+,".utf8)

  /// A text as one word.
  ///
  /// - Source: POSIX.1-2017, Shell Command Language, section 2.2.2.
  static func quoted(_ text: String) -> String {
    if !text.isEmpty && text.utf8.allSatisfy(plain.contains) { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
