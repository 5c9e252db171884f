"""The keep-alive model with SimFaaS's own simulator."""
import sys

from simfaas.ServerlessSimulator import ServerlessSimulator

from keep_alive_model import ARRIVAL_RATE, COLD_SERVICE, KEEP_ALIVE, WARM_SERVICE, report


def simulate(horizon: float) -> tuple[int, int]:
    simulator = ServerlessSimulator(
        arrival_rate=ARRIVAL_RATE,
        warm_service_rate=1 / WARM_SERVICE,
        cold_service_rate=1 / COLD_SERVICE,
        expiration_threshold=KEEP_ALIVE,
        max_time=horizon,
    )
    simulator.generate_trace(debug_print=False, progress=False)
    return simulator.total_req_count, simulator.total_cold_count


report(simulate, float(sys.argv[1]), int(sys.argv[2]))
