import Simulation

/// What a request of a traffic source sets off: it has ended when everything that it caused has.
struct Journey: BitwiseCopyable {
  /// The source.
  var source: UInt32
  /// When the request was born, and whether in the measured window.
  var born: Nanoseconds
  var isMeasured: Bool
  /// How many calls and items are still on their way.
  var open: Int32 = 0
  /// When the last of them ended well, and what that one had waited for.
  var lastEnd: Nanoseconds
  var trail = Item.none
  /// Why the first of them that was lost was lost.
  var loss: Loss?
  /// Whether the record is in use.
  var isLive = true
}
