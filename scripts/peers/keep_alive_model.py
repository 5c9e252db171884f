"""The model that all peers simulate, and how each reports on it.

A program of this folder takes the horizon in simulated seconds and a seed, and prints `requests,cold,cpu_s`.
"""
import random
import time
from collections.abc import Callable

ARRIVAL_RATE = 0.9  # requests a second
WARM_SERVICE = 1.991  # seconds, the mean of an exponential
COLD_SERVICE = 2.244  # the same for the first request of an instance
KEEP_ALIVE = 600.0  # seconds that an idle instance lives


def report(simulate: Callable[[float], tuple[int, int]], horizon: float, seed: int) -> None:
    """Runs `simulate(horizon) -> (requests, cold starts)` and prints what came out and the CPU time, imports apart."""
    random.seed(seed)
    try:
        import numpy

        numpy.random.seed(seed)
    except ImportError:
        pass
    start = time.process_time()
    requests, cold = simulate(horizon)
    print(f"{requests},{cold},{time.process_time() - start:.6f}")
