"""Row (b)'s model with other simulators, in the same run."""
import subprocess
import sys
import venv
from dataclasses import dataclass
from math import sqrt

from . import places
from .child import Failure, run
from .figures import Spread, short, write_csv
from .plan import Plan
from .rows import Measured
from .targets import Target, at_least

PYTHON = places.WORK / "python" / "bin" / "python"
PACKAGES = ["simfaas", "simpy"]


@dataclass(frozen=True)
class Peer:
    """A program of scripts/peers."""

    name: str
    file: str


SIMFAAS = Peer("SimFaaS", "keep_alive_simfaas.py")
PEERS = [
    SIMFAAS,
    Peer("SimPy, a process a request", "keep_alive_simpy_processes.py"),
    Peer("SimPy, callbacks", "keep_alive_simpy_callbacks.py"),
]


def install() -> str | None:
    """Puts the peers into a Python of their own; gives the reason where that fails."""
    if PYTHON.exists() and subprocess.run([PYTHON, "-c", "import simfaas, simpy"], capture_output=True).returncode == 0:
        return None
    try:
        venv.create(places.WORK / "python", with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        return f"no virtual environment: {error}"
    pip = subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *PACKAGES], capture_output=True, text=True)
    return None if pip.returncode == 0 else f"pip: {pip.stderr.strip().splitlines()[-1:]}"


def measure(plan: Plan, ours: list[Measured]) -> list[Target]:
    """Every peer once a seed, each against our run of that seed."""
    if reason := install():
        print(f"peers skipped: {reason}", file=sys.stderr)
        return []
    fleetsim = Spread.of([run.nanoseconds for run in ours])
    table = [["fleetsim", ours[0].requests, f"{ours[0].cold_ratio:.6f}", *fleetsim.fields(), 1, 1, 1]]
    ratios = {}
    for peer in PEERS:
        rounds = [simulate(peer, plan, seed, measured) for seed, measured in zip(plan.seeds, ours)]
        ns = Spread.of([cpu / requests * 1e9 for requests, _, cpu in rounds])
        ratio = Spread.of([cpu / requests * 1e9 / measured.nanoseconds for (requests, _, cpu), measured in zip(rounds, ours)])
        ratios[peer] = ratio.middle
        requests = sum(requests for requests, _, _ in rounds)
        cold = sum(cold for _, cold, _ in rounds)
        table.append([peer.name, rounds[0][0], f"{cold / requests:.6f}", *ns.fields(), *ratio.fields()])
    header = ["simulator", "requests", "cold_ratio", "ns", "ns_low", "ns_high", "ratio", "ratio_low", "ratio_high"]
    write_csv(plan.results / "peers.csv", header, table)
    return [at_least("(b) against SimFaaS", ratios[SIMFAAS], "x", 100)]


def simulate(peer: Peer, plan: Plan, seed: int, ours: Measured) -> tuple[int, int, float]:
    """Requests, cold starts and CPU seconds of one run; raises `Failure` where the cold starts are not ours."""
    output = run([PYTHON, places.PEERS / peer.file, plan.peer_horizon, seed], plan.core).output
    requests, cold, cpu = output.strip().split(",")
    expected = ours.cold_ratio * int(requests)
    # Cold starts come about as often as those of a Poisson process; a short run has up to ten more of its empty start.
    if not expected - 4 * sqrt(expected) <= int(cold) <= expected + 4 * sqrt(expected) + 10:
        raise Failure(f"{peer.name}: {cold} cold starts in {requests} requests where {short(expected)} are expected")
    return int(requests), int(cold), float(cpu)
