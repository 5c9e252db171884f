"""Where things are."""
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / ".build" / "release"
FLEETSIM = RELEASE / "fleetsim"
ENGINE = RELEASE / "EngineBenchmark"
SCENARIOS = ROOT / "scenarios" / "benchmarks"
PEERS = ROOT / "scripts" / "peers"
RESULTS = ROOT / "results" / "benchmarks"

# Ignored by git: the large scenario and the peers' Python.
WORK = ROOT / ".build-benchmark"
