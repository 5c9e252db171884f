import Documents
import Imports
import Testing

@Suite struct ImportFindingsTests {
  @Test func `all mistakes of all files are listed at their places in one go`() throws {
    var trace = SmallTrace()
    trace.invocations = """
      HashOwner,HashApp,HashFunction,Trigger,480,481,483
      o1,a1,f1,http,1,x,3
      o1,a1,f2,queue,-1,0,2.5
      o1,a1,f1,http,1,2,3
      o1,a1,f9,http,1,2

      """
    trace.durations = trace.durations.replacing("20,18,10,90", with: "nan,18,100,90").replacing("0,40,0,0", with: "0,40,0,")
    trace.memory = "HashOwner,HashApp,AverageAllocatedMb_pct99\no1,a1,5\n"
    #expect(
      try trace.refusal() == [
        "durations.csv:2:10: error[FS8007]: Average: 'nan' is not a number",
        "durations.csv:2:17: error[FS8008]: the minimum 100 ms is above the maximum 90 ms",
        "durations.csv:4:21: error[FS8007]: percentile_Average_1: the field is empty",
        "invocations.csv:1:48: error[FS8005]: minute 483 follows minute 481; take minutes without a gap",
        "invocations.csv:2:17: error[FS8007]: 481: 'x' is not a number",
        "invocations.csv:3:16: error[FS8008]: '-1' is not a whole number from 0 to 1,000,000,000",
        "invocations.csv:3:21: error[FS8008]: '2.5' is not a whole number from 0 to 1,000,000,000",
        "invocations.csv:4:7: error[FS8009]: line 2 describes the same function; keep one of them",
        "invocations.csv:5:1: error[FS8006]: the row has 6 fields, the first line has 7",
        "memory.csv:1:1: error[FS8003]: there is no column 'AverageAllocatedMb_pct100'; names are read as published, in any order",
      ])
  }

  @Test func `files that are missing or there twice are named`() throws {
    var trace = SmallTrace()
    trace.durations = ""
    trace.memory = trace.invocations
    #expect(
      try trace.refusal() == [
        "trace:1:1: error[FS8001]: no file of the folder holds the durations (columns percentile_Average_0 ...); put the three files of one day into it",
        "trace:1:1: error[FS8001]: no file of the folder holds the memory (column AverageAllocatedMb_pct100); put it there, or give all functions one size",
        "memory.csv:1:1: error[FS8002]: 'invocations.csv' holds the invocations (columns of minutes) too; keep the files of one day",
      ])
  }

  @Test func `columns with the same name are mistakes`() throws {
    var trace = SmallTrace()
    trace.invocations = "HashOwner,HashApp,HashFunction,HashApp,480,480\no,a,f,b,1,1\n"
    #expect(
      try trace.refusal() == [
        "invocations.csv:1:32: error[FS8004]: there are two columns 'HashApp'",
        "invocations.csv:1:44: error[FS8004]: minute 480 has two columns",
        "invocations.csv:1:44: error[FS8004]: there are two columns '480'",
      ])
  }

  @Test func `a file with hundreds of mistakes lists the first hundred and counts the others`() throws {
    var trace = SmallTrace()
    for number in 0..<150 { trace.invocations += "o,a,g\(number),http,?,1,1\n" }
    let lines = try trace.refusal()
    #expect(lines.count == 101)
    #expect(lines.last == "invocations.csv:105:1: error[FS8011]: 50 more mistakes are in this file")
  }

  @Test func `a trace of which no function is known by both files is refused`() throws {
    var trace = SmallTrace()
    trace.durations = trace.durations.replacing("\no", with: "\np")
    #expect(
      try trace.refusal() == [
        "trace:1:1: error[FS8010]: none of 3 functions has both invocations and a duration; are the files of the same day?"
      ])
  }

  @Test func `an average outside of its range is advice`() throws {
    var trace = SmallTrace()
    trace.durations = trace.durations.replacing("20,18,10,90", with: "95,18,10,90")
    let advice = try trace.imported().advice.map(\.summary)
    #expect(advice == ["durations.csv:2:10: advice[FS8013]: the average 95 ms is outside of minimum and maximum; it is taken as it is"])
  }

  @Test(arguments: [(false, 0), (true, 1)]) func `relabelled rows are advice`(relabelled: Bool, expected: Int) throws {
    var trace = SmallTrace()
    for number in 0..<20 {
      let volume = 1 << number
      trace.invocations += "o,a,g\(number),http,\(volume),0,0\n"
      trace.durations += "o,a,g\(number),5,\(3 * (relabelled ? 1 << (7 * number % 20) : volume)),5,5,5,5,5,5,5,5,5\n"
    }
    let advice = try trace.imported().advice
    #expect(advice.count == expected)
    #expect(advice.allSatisfy { $0.code == "FS8012" && $0.severity == .advice && $0.place.description == "durations.csv:1:40" })
  }

  @Test func `codes of rules are unique`() {
    #expect(Set(Rule.imports.map(\.code)).count == Rule.imports.count)
  }
}
