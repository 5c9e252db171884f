import Testing

/// The tables of what is done with the recordings.
@Suite(.enabled(if: Recording.folder != nil, "FLEETSIM_REFERENCE_DATA is not set"))
struct RecordingTests {
  @Test("every recording of Kinesis is in the table") func kinesis() throws {
    try check("kinesis", RecordingUse.kinesis, replayed: 24, refused: 2)
  }

  @Test("every recording of tables' streams is in the table") func tables() throws {
    try check("dynamodb", RecordingUse.tables, replayed: 26, refused: 3)
  }

  @Test("every recording of SQS is in the table") func queues() throws {
    try check("sqs", RecordingUse.queues, replayed: 38, refused: 6)
  }

  /// Expects a table of all recordings of a kind, and that what AWS refused is refused here.
  private func check<Replay>(_ kind: String, _ table: [(String, RecordingUse<Replay>)], replayed: Int, refused: Int) throws {
    let recordings = try Recording.all(kind)
    #expect(table.map(\.0).sorted() == recordings.keys.sorted())
    #expect(table.count { $0.1.replay != nil } == replayed && table.count { $0.1.refused != nil } == refused)
    for (name, use) in table {
      if let recording = recordings[name] { try use.refused?.check(recording) }
    }
  }
}
