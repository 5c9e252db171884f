internal import Documents

extension ContainerRules {
  /// What stands for the containers of a platform that has none.
  static let blank = Fields.standard(read)

  static func read(_ f: inout Fields) -> ContainerRules {
    f.ignored("sources")
    return ContainerRules(
      call: f.required("call", .durations(), "how long it takes to have a task accepted"),
      fargate: f.required("fargate", .section(LaunchRule.read), "serverless tasks"),
      ec2: f.required("ec2", .section(LaunchRule.read), "tasks on machines of their own"),
      machines: f.required("machines", .list(.section(MachineRule.read)), "the types of machines"))
  }
}

extension LaunchRule {
  fileprivate static func read(_ f: inout Fields) -> LaunchRule {
    f.ignored("sources")
    return LaunchRule(
      launch: f.required("launch", .durations(), "from the launch to the machine; not billed"),
      boot: f.required("boot", .durations(), "from then on to the task, but for the image; billed"),
      bandwidth: f.required("bandwidth", .bandwidth, "the speed at which an image is fetched"),
      launches: f.required("launches", .section(Throttle.read), "how fast they may be launched; what is above it is refused"))
  }
}

extension MachineRule {
  fileprivate static func read(_ f: inout Fields) -> MachineRule {
    MachineRule(
      name: f.required("name", .text(kind: "type", example: "c7i.xlarge"), "its name"),
      vCPUs: f.required("vCPUs", .real(.number, .positive), "its processors"),
      memory: f.required("memory", .size(.positive), "its memory"),
      architecture: f.required("architecture", .word, "the processors' architecture"))
  }
}
