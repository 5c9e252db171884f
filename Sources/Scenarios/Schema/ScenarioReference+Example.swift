extension ScenarioReference {
  /// A scenario with every key, which a test reads.
  public static let example = """
    scenario: every-key
    label: One scenario that says everything
    platform: { profile: aws-lambda, keepAlive: { uniform: { low: 5 min, high: 7 min } } }
    prices: { book: aws-us-east-1, rates: { requests: [{ upTo: 1e9, price: 0.20 USD/million }, { price: 0.18 USD/million }] } }
    account: { concurrency: 1000, usedElsewhere: 300 }
    run: { start: 2026-01-05T00:00:00Z, duration: 24 h, warmUp: 10 min, drain: { upTo: 2 h }, replications: auto, seed: 1 }

    doors:
      public: { label: The shop's door, kind: httpApi, to: receive, timeout: 30 s, throttle: { rate: 2000/s, burst: 1000 }, latency: 10 ms }

    functions:
      receive:
        label: Takes orders in
        runtime: nodejs22
        architecture: arm64
        memory: 256 MB
        timeout: 10 s
        artifact: { package: zip, size: 3 MB, unpacked: 11 MB, loaded: 8 MB }
        init:
          - compute: 30 ms
          - wait: { exponential: { mean: 20 ms } }
        reservedConcurrency: 50
        provisionedConcurrency: { count: 10, schedule: [{ at: cron(0 8 ? * MON-FRI *), count: 20 }] }
        keepAlive: 6 min
        maxLifetime: { uniform: { low: 100 min, high: 123 min } }
        pick: mostRecent
        binding: late
        ephemeralStorage: 512 MB
        logs: 1 KB
        egress: 4 KB
        vpc: nat
        answer: 2 KB
        needsWhole: false
        sdk: { mode: standard, attempts: 3, timeout: 60 s, epoch: classic }
        async: { retries: 2, maximumEventAge: 6 h, onFailure: dead, onSuccess: done, deadLetter: dead, recursion: terminate }
        steps:
          - compute: { work: { lognormal: { p50: 8 ms, p99: 60 ms } }, at: 256 MB }
          - wait: { quantiles: { 1%: 2 ms, 50%: 31 ms, 99%: 900 ms, interpolate: log, mean: 60 ms } }
            onError: ignore
          - choose:
              by: kind
              cases:
                - { when: card, steps: [{ compute: { curve: { 128 MB: 40 ms, 512 MB: 10 ms } } }] }
              otherwise: [{ wait: { weibull: { shape: 1.5, scale: 20 ms } } }]
          - choose: { by: size, cases: [{ when: { upTo: 16 KB }, steps: [{ wait: 1 ms }] }], otherwise: [{ wait: 5 ms }] }
          - choose: { by: chance, cases: [{ when: 30%, steps: [{ wait: { gamma: { mean: 5 ms, cv: 0.5 } } }] }] }
          - repeat: { times: { zipf: { n: 5, s: 1 } }, parallel: 2, steps: [{ wait: { normal: { mean: 5 ms, sd: 1 ms } } }] }
          - once: { lifetime: 5 min, steps: [{ wait: { pareto: { scale: 10 ms, shape: 2.5 } } }] }
          - fail: { chance: 0.1%, error: BadOrder, sticky: true }
            onError: [{ wait: 1 ms }]
          - call: { to: report, timeout: 4 s, retry: none, size: 3 KB, key: same, kind: card, claimCheck: { bucket: blobs } }
          - call: { to: resize, timeout: none, size: 20 MB, split: { size: 5 MB, parallel: 2 } }
          - invoke: { to: report }
          - send: { to: jobs, size: 1 KB, key: { zipf: { n: 100, s: 1 } }, count: 3, delay: 5 s }
          - put: { to: clicks, count: 2 }
          - publish: { to: orders }
          - emit: { to: events }
          - store: { to: blobs, size: 2 MB }
          - fetch: { from: blobs, size: 2 MB }
          - start: { to: ordering }
          - runTask: { to: crunch, wait: false }
          - request:
              to: crm
              timeout: 2 s
              retry: { attempts: 3, backoff: { fullJitter: { base: 100 ms, cap: 2 s } }, on: [throttle, error, timeout] }
              breaker: { failures: 5, within: 10 s, open: 30 s, probes: 1, scope: instance }
              size: 1 KB
        perItem: { parallel: 5, steps: [{ compute: 2 ms }] }
        returns: { status: taken, n.$: "States.MathAdd($.n, 1)" }
      report:
        runtime: java21
        memory: 1024 MB
        snapStart: { restore: 600 ms }
        artifact: { size: 48 MB, unpacked: 160 MB }
        warmer: { every: 5 min, count: 2, duration: 75 ms }
        steps:
          - compute: { mixture: [{ share: 90%, of: 20 ms }, { share: 10%, of: { uniform: { low: 1 s, high: 2 s } } }] }
          - wait: { categorical: { 10 ms: 80%, 200 ms: 20% } }
      resize:
        runtime: python3.12
        provisionedConcurrency: { utilization: 70%, min: 5, max: 100 }
        steps: [{ compute: recorded }]
      job:
        runtime: go
        timeout: 15 min
        async: { recursion: allow }
        steps:
          - repeat:
              times: 2000
              steps:
                - continueAs: { reserve: 30 s, save: { to: blobs, size: 10 KB } }
                - compute: { uniform: { low: 0.2 s, high: 3 s } }
      validated:
        runtime: go
        firstUse: { lognormal: { p50: 500 ms, sigma: 0.3 } }
        steps: [{ wait: { samples: { file: latency.csv, column: took, unit: ms } } }]

      work:
        runtime: python3.13
        timeout: 10 s
        triggers:
          jobs: { batchSize: 100, window: 5 s, maximumConcurrency: 20, reportBatchItemFailures: true, filter: { kind: [card, invoice] } }
          tickets: { provisionedPollers: { min: 2, max: 200 } }
          clicks:
            batchSize: 100
            window: 1 s
            parallelizationFactor: 2
            startingPosition: trimHorizon
            retries: 10
            maximumRecordAge: 1 h
            bisectOnError: true
            reportBatchItemFailures: true
            tumblingWindow: 0 s
            fanOut: enhanced
            onFailure: dead
            filter: { size: { upTo: 16 KB } }
          orders: { filter: { kind: card }, deadLetter: dead }
          events: { retries: 100, maximumEventAge: 12 h, deadLetter: dead }
          blobs: {}

    queues:
      jobs:
        label: What is to be done
        kind: standard
        visibilityTimeout: 2 min
        maxReceiveCount: 5
        deadLetter: dead
        delay: 1 s
        retention: 4 d
        maxMessageSize: 1 MB
        inFlight: 120000
        duplicates: 0.001%
        fair: true
        initial: { count: 36000, size: 2 KB, kinds: { card: 100% }, key: { uniform: { n: 100 } } }
        from: { orders: { filter: { kind: invoice }, deadLetter: dead }, events: {} }
      tickets: { kind: fifo, visibilityTimeout: 1 min, highThroughput: true, initial: 100 }
      dead: { retention: 14 d }
      done: { initial: 1 }

    streams:
      clicks:
        label: What visitors do
        kind: kinesis
        mode: provisioned
        shards: 4
        retention: 24 h
        maxRecordSize: 1 MB
        reshard: [{ at: 2 h, shards: 8, takes: 2 min }]
        initial: 0
        from: { events: { filter: { kind: card } } }

    topics:
      orders: { label: Orders taken, kind: standard, latency: { lognormal: { p50: 73 ms, p99: 225 ms } }, from: { blobs: {} } }

    buses:
      events: { label: What happened, latency: 150 ms, throttle: { rate: 1000/s, burst: 1000 }, from: { hourly: {} } }

    buckets:
      blobs: { label: Uploads, put: 30 ms, get: 20 ms, bandwidth: 50 MB/s, notification: 1 s, requestRate: { put: 3500/s, get: 5500/s } }

    schedules:
      hourly: { schedule: rate(1 hour) }
      weekly: { schedule: rate(7 days) }
      every-night:
        label: Closing of the books
        schedule: cron(0 3 * * ? *)
        to: report
        count: 2
        flexibleWindow: 15 min
        retries: 185
        maximumEventAge: 24 h
        deadLetter: dead
        size: 1 KB
        kinds: { card: 80%, invoice: 20% }
        key: { uniform: { n: 10 } }

    containers:
      crunch:
        label: Crunches numbers
        kind: fargate
        vCPUs: 2
        memory: 4 GB
        architecture: arm64
        image: 800 MB
        launch: { lognormal: { p50: 35 s, sigma: 0.25 } }
        boot: 0 s
        maximumRunning: 50
        logs: 10 KB
        egress: 1 MB
        from: { events: { filter: { kind: invoice } } }
        steps: [{ compute: 20 min }]
      batch: { kind: ec2, machine: c7i.xlarge, from: { weekly: {} }, steps: [{ compute: 3 h }] }

    services:
      crm:
        label: Customer records
        latency: { lognormal: { p50: 120 ms, p99: 1.5 s } }
        growth: { from: 20, perConnection: 2% }
        rateLimit: { rate: 100/s, burst: 100, excess: reject }
        concurrencyLimit: { connections: 50, excess: queue, heldBy: call }
        queueLimit: { length: 1000, wait: 30 s }
        rejectLatency: 5 ms
        failures: { error: 0.2%, stall: 0.1% }
        outages: [{ at: 12 h, for: 30 min, manner: reject }, { at: "03:00", for: 1 min, manner: stall }]
        answer: 2 KB
        price: 0.625 USD/million

    workflows:
      ordering:
        label: Order handling
        kind: standard
        definition: order.asl.json
        tasks:
          Charge: { to: report, returns: { oneOf: [{ share: 90%, value: { paid: true } }, { share: 10%, value: { paid: false } }] } }
          Ask a person: { takes: { exponential: { mean: 1 h } }, returns: { expression: $.order } }
          Look up: { to: crm, size: 2 KB }
        memory: 64 MB

    faults:
      - outage: { of: crm, at: 12 h, for: 30 min, manner: reject }
      - throttle: { of: report, at: 1 h, for: 10 min, rate: 5/s }
      - latency: { of: crm, at: "14:00", for: 10 min, factor: 3x }
      - poison: { of: clicks, at: 1 h, count: 1 }
      - deploy: { of: receive, at: 1 h }

    traffic:
      webhooks:
        label: Callers from outside
        to: receive
        rate: 40/s
        shape: { diurnal: { peak: 3x, at: "14:00" } }
        arrivals: { gamma: { cv: 2 } }
        size: { lognormal: { mean: 4 KB, cv: 1 } }
        key: { zipf: { n: 1000, s: 1.1 } }
        kinds: { card: 80%, invoice: 20% }
        client:
          timeout: 15 s
          retry: { attempts: 2, backoff: { exponential: { base: 1 s, cap: 1 min } }, on: [throttle, error, timeout] }
      nightly: { to: report, schedule: cron(0 3 * * ? *), count: 3 }
      uploads:
        to: resize
        trace: { invocations: { file: uploads.csv, end: end_timestamp, duration: duration, unit: s, where: { app: shop, func: resize } } }
        replay: 2x
        speed: 2x
      minutes: { to: validated, trace: { counts: { file: counts.csv, row: fn001, every: 1 min, within: random } } }
      stamps: { to: validated, trace: { timestamps: { file: stamps.csv, column: TIMESTAMP, unit: s } } }
      people: { to: report, users: 200, think: { exponential: { mean: 5 s } } }
      rising: { to: report, shape: { ramp: { from: 1/s, to: 5/s, over: 10 min } } }
      stairs: { to: report, rate: 1/min, shape: { steps: [{ at: 0 s, level: 1x }, { at: 12 h, level: 2x }], every: 24 h } }
      burst: { to: report, rate: 1/s, shape: { spike: { at: 10 min, for: 30 s, peak: 50x, every: 1 h } } }
      weekdays: { to: report, rate: 1/s, shape: { weekly: { monday: 1x, tuesday: 1x, wednesday: 1x, thursday: 1x, friday: 1x, saturday: 0.3x, sunday: 0.3x, diurnal: { peak: 3x, at: "14:00" } } } }
      waves: { to: report, rate: 1/s, shape: { onOff: { on: 10 s, off: 50 s, peak: 5x } } }
      uploaded: { to: blobs, rate: 1/min, size: 2 MB }
      visitors: { to: public, rate: 1/s }
      buyers: { to: ordering, rate: 1/s, kinds: { card: 100% }, input: { n: 0, order: 17, kind.$: $.kind } }

    objectives:
      - receive.latency.p99 < 300 ms
      - webhooks.completion.p95 < 15 min
      - all.throttle_ratio <= 0.1%
      - { expect: cost.month < 400 USD, advisory: true, in: 95% }

    """
}
