import Fleet
import Statistics
import Testing

/// One function under Poisson arrivals against published models and measurements of keep-alive.
struct KeepAliveTests {
  /// The model of SimFaaS's README: 0.9 requests a second of 1.991 s, 2.244 s on a new instance, which stays for 600 s.
  private static func readme(pick: String, requests: Double = requests(toFind: 0.001335), warmUp: Double = 7200) -> KeepAliveModel {
    KeepAliveModel(
      rate: 0.9, warm: KeepAliveModel.exponential(1.991), cold: KeepAliveModel.exponential(2.244), pick: pick, requests: requests,
      warmUp: warmUp)
  }

  /// - Source: pacslab/simfaas, README.md, recomputed by a reference simulation of 30 replications of 10^6 s with the same rules;
  ///   half of the reference's 95 % intervals stands for its standard errors. The README itself printed 0.0014, 7.6612, 1.7879, 5.8733
  ///   and 6335.13 s for one run.
  @Test func `the README model of SimFaaS gives its reference values`() throws {
    let runs = try Simulated.replications(20, Self.readme(pick: "newest").text)
    expect(runs.map { $0.coldShare() }, agreeWith: 0.001337, uncertainty: 0.000005, within: 0.03, "cold-start probability")
    expect(runs.map { $0.meanInstances() }, agreeWith: 7.6964, uncertainty: 0.0043, "instances")
    expect(runs.map { $0.meanConcurrency() }, agreeWith: 1.79359, uncertainty: 0.0004, "running")
    expect(runs.map { $0.meanInstances() - $0.meanConcurrency() }, agreeWith: 5.9029, uncertainty: 0.0041, "idle")
    expect(runs.map { ($0.functions[0].latency.mean ?? 0) / 1e9 }, agreeWith: 1.99277, uncertainty: 0.00035, "mean response")
    // By Little's law, instances alive divided by instances started a second.
    let lives = runs.map { Double($0.functions[0].instances.area) / 1e9 / Double($0.functions[0].coldStarts) }
    expect(lives, agreeWith: 6416, uncertainty: 23.5, within: 0.03, "life span of an instance")
  }

  /// One point at which AWS Lambda was measured, and what a simulation with SimFaaS's rules gives for it.
  struct Point: CustomTestStringConvertible {
    let rate: Double
    let cold: Double
    let coldInterval: Double
    let instances: Double
    let instancesInterval: Double
    var testDescription: String { "\(rate) requests a second" }
  }

  /// - Source: pacslab/simfaas, examples/exp.csv (AWS Lambda, 2020), ten of twenty points; values of a reference simulation of SimFaaS's
  ///   rules with 95 % intervals over 20 replications. Warm mean 1.981341 s, cold mean 2.303745 s, 600 s of keep-alive.
  static let points = [
    Point(rate: 0.001863, cold: 0.330184, coldInterval: 0.000953, instances: 0.6785, instancesInterval: 0.0012),
    Point(rate: 0.002882, cold: 0.182483, coldInterval: 0.000741, instances: 0.8335, instancesInterval: 0.0007),
    Point(rate: 0.004248, cold: 0.086246, coldInterval: 0.000310, instances: 0.9440, instancesInterval: 0.0006),
    Point(rate: 0.007851, cold: 0.023019, coldInterval: 0.000153, instances: 1.0611, instancesInterval: 0.0006),
    Point(rate: 0.050120, cold: 0.010631, coldInterval: 0.000031, instances: 2.0455, instancesInterval: 0.0009),
    Point(rate: 0.100377, cold: 0.007096, coldInterval: 0.000018, instances: 2.6518, instancesInterval: 0.0015),
    Point(rate: 0.301791, cold: 0.002815, coldInterval: 0.000011, instances: 4.3679, instancesInterval: 0.0039),
    Point(rate: 0.499673, cold: 0.001972, coldInterval: 0.000012, instances: 5.6047, instancesInterval: 0.0041),
    Point(rate: 0.697266, cold: 0.001577, coldInterval: 0.000008, instances: 6.6771, instancesInterval: 0.0060),
    Point(rate: 0.902459, cold: 0.001325, coldInterval: 0.000009, instances: 7.6908, instancesInterval: 0.0078),
  ]

  @Test(arguments: points)
  func `the measured points of AWS Lambda give their reference values`(point: Point) throws {
    let (warm, cold) = (1.981341, 2.303745)
    let model = KeepAliveModel(
      rate: point.rate, warm: KeepAliveModel.exponential(warm), cold: KeepAliveModel.exponential(cold), pick: "newest",
      requests: requests(toFind: point.cold))
    let runs = try Simulated.replications(20, model.text)
    expect(
      runs.map { $0.coldShare() }, agreeWith: point.cold, uncertainty: point.coldInterval / 2, within: width(ofProbability: point.cold),
      "cold-start probability")
    expect(runs.map { $0.meanInstances() }, agreeWith: point.instances, uncertainty: point.instancesInterval / 2, "instances")
    // Little's law; the reference's own figures for it have no interval.
    let running = point.rate * (warm + point.cold * (cold - warm))
    expect(
      runs.map { $0.meanConcurrency() }, agreeWith: running, uncertainty: point.rate * (cold - warm) * point.coldInterval / 2, "running")
  }

  /// - Source: pacslab/simfaas, examples/exp.csv: cold-start probability and its standard error as measured on AWS. SimFaaS's own mean
  ///   error over its twenty points is 12.23 % for the probability and 3.05 % for instances.
  @Test func `on the mean over the ten points the model is as near to AWS as SimFaaS says of itself`() throws {
    let measured = [
      (0.342988, 0.6742), (0.145431, 0.7795), (0.079480, 0.9459), (0.033821, 1.1291), (0.008542, 2.1136), (0.005658, 2.8888),
      (0.002939, 4.4218), (0.001913, 5.6942), (0.001751, 6.9277), (0.001513, 7.8698),
    ]
    var (coldError, instanceError) = (0.0, 0.0)
    for (point, (cold, instances)) in zip(Self.points, measured) {
      let model = KeepAliveModel(
        rate: point.rate, warm: KeepAliveModel.exponential(1.981341), cold: KeepAliveModel.exponential(2.303745), pick: "newest",
        requests: 400_000)
      let run = try Simulated.record(model.text)
      coldError += abs(run.coldShare() / cold - 1) / 10
      instanceError += abs(run.meanInstances() / instances - 1) / 10
    }
    // Ten points with averaged inputs instead of twenty with their own: a few percent more are allowed.
    #expect(coldError < 0.18, "\(coldError)")
    #expect(instanceError < 0.05, "\(instanceError)")
  }

  /// - Source: the same reference simulation with other pick orders: newest 0.001337, most recent 0.001339, oldest 0.001335.
  @Test(arguments: [("mostRecent", 0.001339), ("oldest", 0.001335)])
  func `picking the most recent or the oldest instance starts as few as picking the newest`(pick: String, reference: Double) throws {
    let runs = try Simulated.replications(20, Self.readme(pick: pick).text)
    expect(runs.map { $0.coldShare() }, agreeWith: reference, uncertainty: 0.000005, within: 0.03, "cold-start probability")
    expect(runs.map { $0.meanInstances() }, agreeWith: 7.70, uncertainty: 0.005, "instances")
  }

  /// Used in turn, no instance is ever idle for 600 s.
  ///
  /// Each lives on, and one more starts whenever more requests than ever before are in
  /// progress. What is counted depends on the length of the run, which was 10^6 s from an empty fleet.
  ///
  /// - Source: the same reference simulation with the least recently used instance first: 0.000014 of 900,000 requests and 11.65 instances;
  ///   the standard error of its mean is taken from the runs here.
  @Test func `picking the least recent instance holds more instances and starts a hundredth of the others`() throws {
    let runs = try Simulated.replications(15, Self.readme(pick: "leastRecent", requests: 900_000, warmUp: 0).text)
    expect(runs.map { $0.meanInstances() }, agreeWith: 11.65, uncertainty: 0.15, within: 0.05, "instances")
    expect(runs.map { $0.coldShare() }, agreeWith: 0.000014, uncertainty: 0.0000003, within: 0.08, "cold-start probability")
    #expect(runs.allSatisfy { $0.functions[0].coldStarts == $0.functions[0].instances.peak })
  }
}
