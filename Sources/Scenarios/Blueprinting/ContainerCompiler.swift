internal import Billing
internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  /// How fast containers are launched, in the order of their kinds.
  mutating func compileLaunches() {
    guard let rules = scenario.platform.containers else { return }
    blueprint.account.launches = ContainerSpec.Kind.allCases.map { kind in
      (kind == .fargate ? rules.fargate : rules.ec2).launches.tokens
    }
  }

  /// What a container is beyond a function: an instance for each task, which ends with it, and a bill of its own.
  mutating func compile(_ container: ContainerSpec, image: Int64, into plan: inout FunctionPlan) {
    plan.launches = container.kind == .fargate ? 0 : 1
    plan.reserved = Int32(clamping: container.maximumRunning ?? Int(Int32.max))
    plan.ceiling = -1
    plan.queueLimit = -1
    plan.places = 1
    plan.cpuLimit = .never
    (plan.metersCPU, plan.metersInstances) = (false, false)
    plan.billingUnit = ContainerMeter.rule.unit * .millisecond
    plan.billingMinimum = ContainerMeter.rule.minimum * .millisecond
    (plan.billsInit, plan.billsFetch) = (true, true)
    plan.thawAfter = .never
    // An instance takes no second task.
    plan.maxLifetime = Sampler(constant: 0)
    plan.start = StartPlan(
      placement: blueprint.samplers.add(container.launch),
      fetch: Sampler(constant: Double(image) / container.bandwidth * Double(Nanoseconds.second)),
      runtime: blueprint.samplers.add(container.boot))
    plan.start.initsAfterReset = false
  }
}

extension FunctionSpec {
  /// The part of each period that it may compute, in nanoseconds.
  func quota(_ cpu: CPURule) -> Nanoseconds {
    guard let container else { return cpu.quota(at: memory) }
    return max(1, Nanoseconds(min(1, container.vCPUs) * Double(cpu.quotaPeriod)))
  }
}
