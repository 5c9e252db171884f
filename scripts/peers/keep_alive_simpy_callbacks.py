"""The keep-alive model in SimPy as lean as it goes: callbacks on timeouts, and no event for the end of an idle instance."""
import sys
from random import expovariate

import simpy

from keep_alive_model import ARRIVAL_RATE, COLD_SERVICE, KEEP_ALIVE, WARM_SERVICE, report


class Function:
    def __init__(self, env: simpy.Environment) -> None:
        self.env = env
        self.idle: dict[int, float] = {}  # instance: since when
        self.requests = 0
        self.cold = 0
        self.await_arrival()

    def await_arrival(self) -> None:
        self.env.timeout(expovariate(ARRIVAL_RATE)).callbacks.append(self.arrive)

    def arrive(self, _) -> None:
        self.requests += 1
        instance = self.newest_idle()
        if instance:
            del self.idle[instance]
            service = expovariate(1 / WARM_SERVICE)
        else:
            self.cold += 1
            instance = self.cold
            service = expovariate(1 / COLD_SERVICE)
        self.env.timeout(service, instance).callbacks.append(self.complete)
        self.await_arrival()

    def complete(self, event: simpy.Event) -> None:
        self.idle[event.value] = self.env.now

    def newest_idle(self) -> int:
        while self.idle:
            instance = max(self.idle)
            if self.env.now - self.idle[instance] < KEEP_ALIVE:
                return instance
            del self.idle[instance]
        return 0


def simulate(horizon: float) -> tuple[int, int]:
    env = simpy.Environment()
    function = Function(env)
    env.run(until=horizon)
    return function.requests, function.cold


report(simulate, float(sys.argv[1]), int(sys.argv[2]))
