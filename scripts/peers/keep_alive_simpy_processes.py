"""The keep-alive model in SimPy as its guide teaches: a process for every request, a timeout for every idle instance."""
import sys
from random import expovariate

import simpy

from keep_alive_model import ARRIVAL_RATE, COLD_SERVICE, KEEP_ALIVE, WARM_SERVICE, report


class Function:
    def __init__(self, env: simpy.Environment) -> None:
        self.env = env
        self.idle: dict[int, int] = {}  # instance: how often it has been used
        self.requests = 0
        self.cold = 0

    def traffic(self):
        while True:
            yield self.env.timeout(expovariate(ARRIVAL_RATE))
            self.env.process(self.request())

    def request(self):
        self.requests += 1
        if self.idle:
            instance = max(self.idle)
            uses = self.idle.pop(instance) + 1
            yield self.env.timeout(expovariate(1 / WARM_SERVICE))
        else:
            self.cold += 1
            instance, uses = self.cold, 1
            yield self.env.timeout(expovariate(1 / COLD_SERVICE))
        self.idle[instance] = uses
        self.env.process(self.expiry(instance, uses))

    def expiry(self, instance: int, uses: int):
        yield self.env.timeout(KEEP_ALIVE)
        if self.idle.get(instance) == uses:
            del self.idle[instance]


def simulate(horizon: float) -> tuple[int, int]:
    env = simpy.Environment()
    function = Function(env)
    env.process(function.traffic())
    env.run(until=horizon)
    return function.requests, function.cold


report(simulate, float(sys.argv[1]), int(sys.argv[2]))
