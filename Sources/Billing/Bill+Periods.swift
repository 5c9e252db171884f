extension Meter {
  /// What would be used in a month if the whole of it were like the window that was metered.
  ///
  /// Counts are rounded to the nearest, halves up. What is kept for a time, such as provisioned concurrency or a
  /// subscription, is metered by that time, so it is scaled to a month by its time average.
  ///
  /// - Parameters:
  ///   - window: the time that was metered, nanoseconds, above 0.
  ///   - hours: of the month, 1 or more.
  public func scaledToMonth(window: Int64, hours: Int64 = MeteredUnit.hoursOfMonth) -> Meter {
    precondition(window > 0 && hours > 0, "a window of \(window) ns can't be scaled to \(hours) h")
    var month = self
    let nanoseconds = Int128(hours) * 3_600_000_000_000
    func scaled(_ counts: Int64) -> Int64 { Int64((Int128(counts) * nanoseconds + Int128(window) / 2) / Int128(window)) }
    for item in BilledItem.allCases {
      month.counts[item] = scaled(counts[item])
      month.wasted[item] = scaled(wasted[item])
    }
    return month
  }
}

extension Bill {
  /// What the metered window itself costs, at first-tier prices and without free tier: `cost.run`.
  public static func run(_ meters: [Meter], by book: PriceBook) -> Bill {
    Bill(for: meters, by: book, terms: .firstTier)
  }

  /// What a month like the metered window costs, with a whole month's tiers: `cost.month`.
  ///
  /// - Parameters:
  ///   - meters: what was used within the window.
  ///   - window: the time that was metered, nanoseconds, above 0.
  ///   - book: the prices.
  ///   - freeTier: whether the free tier is still there to be used.
  ///   - hours: of the month.
  public static func month(
    _ meters: [Meter], window: Int64, by book: PriceBook, freeTier: Bool, hours: Int64 = MeteredUnit.hoursOfMonth
  ) -> Bill {
    let months = meters.map { $0.scaledToMonth(window: window, hours: hours) }
    return Bill(for: months, by: book, terms: .month(freeTier: freeTier))
  }
}
