"""How much is measured."""
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Plan:
    """The sizes of all measurements."""

    # Where the tables go.
    results: Path
    # The core that all programs run on.
    core: int
    # Of the engine's own benchmarks.
    engine_rounds: int = 5
    holds: int = 5_000_000
    pending: str = "100,1000,10000,100000,1000000"
    customers: int = 10_000_000
    # Of the rows: each seed is a round.
    seeds: tuple[int, ...] = (1, 2, 3)
    # Every row runs for so long instead of what its file says, if given.
    shortened: bool = False
    # Functions of row (c').
    many_functions: int = 10_000
    # Simulated seconds of the peers' model.
    peer_horizon: int = 300_000
    # How often `check` runs.
    checks: int = 21
    # Whether the row of 100 million requests is run.
    full: bool = False


def smoke(results: Path, core: int) -> Plan:
    """All of it in seconds, for agreement and not for time."""
    return Plan(
        results,
        core,
        engine_rounds=1,
        holds=200_000,
        pending="100,1000",
        customers=500_000,
        seeds=(1,),
        shortened=True,
        many_functions=1500,
        peer_horizon=30_000,
        checks=1,
    )
