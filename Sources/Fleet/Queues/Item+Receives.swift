extension Item {
  private static var duplicateBit: UInt32 { 1 << 31 }

  /// Whether it is what a receive that was answered twice brought along: it is not in the queue when it has been received.
  ///
  /// Kept with the number of receives, so that its attempt has draws of its own.
  var isDuplicate: Bool {
    get { attempts & Item.duplicateBit != 0 }
    set { attempts = newValue ? attempts | Item.duplicateBit : attempts & ~Item.duplicateBit }
  }
}
