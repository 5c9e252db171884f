"""Rows (b) to (k): scenarios as a user runs them."""
import csv
import filecmp
import subprocess
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from . import places
from .child import Child, Failure, run
from .figures import Spread, short, write_csv
from .plan import Plan
from .targets import Target, at_most


@dataclass(frozen=True)
class Row:
    """A scenario of the benchmark."""

    name: str
    file: Path
    # The run's duration when it is compared with the reference engine, and in a smoke run.
    short: str
    # Of what things it has figures, and which are counted.
    counts: tuple[str, str] = ("all", "requests")


KEEP_ALIVE = Row("b", places.SCENARIOS / "keep-alive.yaml", "3 d")
MANY = Row("c'", places.WORK / "zipf-many.yaml", "10 s")
ROWS = [
    KEEP_ALIVE,
    Row("c", places.SCENARIOS / "zipf-1000.yaml", "20 s"),
    MANY,
    Row("d", places.SCENARIOS / "one-busy-function.yaml", "2 s"),
    Row("e", places.ROOT / "scenarios" / "azure-2019-500" / "azure-2019-500.yaml", "10 min"),
    Row("f", places.SCENARIOS / "queue-batch-10.yaml", "1 min"),
    Row("f'", places.SCENARIOS / "queue-platform.yaml", "1 min"),
    Row("g", places.SCENARIOS / "queue-batch-1.yaml", "1 min"),
    Row("h", places.SCENARIOS / "stream.yaml", "1 min"),
    Row("i", places.SCENARIOS / "call-chain.yaml", "1 min"),
    Row("j", places.ROOT / "scenarios" / "webhook-intake.yaml", "1 h"),
    Row("k", places.SCENARIOS / "workflow-loop.yaml", "10 s", counts=("workflow", "transitions")),
]

# With what `fleetsim run` ends where an objective failed.
OBJECTIVE_FAILED = 99

# The duration with which row (b) has about 100 million requests.
HUNDRED_MILLION = "1287 d"


@dataclass
class Measured:
    """One run of a row."""

    requests: int
    cold_ratio: float
    child: Child

    @property
    def nanoseconds(self) -> float:
        return self.child.cpu_seconds / self.requests * 1e9


def simulate(row: Row, plan: Plan, seed: int, folder: Path, *, duration: str | None = None, reference: bool = False) -> Measured:
    """Runs a row through `fleetsim run` and reads the requests off its summary.csv."""
    command: list[object] = [places.FLEETSIM, "run", row.file, "--quiet", "--seed", seed, "--set", "run.replications=1", "-o", folder]
    if duration:
        command += ["--set", f"run.duration={duration}"]
    if reference:
        command.append("--reference-engine")
    child = run(command, plan.core, accepted=(0, OBJECTIVE_FAILED))
    figures = of("all", folder / "summary.csv")
    counted = of(row.counts[0], folder / "summary.csv")
    return Measured(int(counted[row.counts[1], "count"]), float(figures["cold_ratio", "ratio"]), child)


def of(scope: str, summary: Path) -> dict[tuple[str, str], str]:
    """The figures of all functions and sources together, or of the only thing of a kind, by metric and statistic.

    What stands behind them, which may be a million lines, is not read.
    """
    figures = {}
    with summary.open(newline="", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            if line["scope_type"] == scope:
                figures[line["metric"], line["stat"]] = line["value"]
            elif figures:
                break
    return figures


def prepare(plan: Plan) -> None:
    """Writes the scenario that is too large to be kept."""
    places.WORK.mkdir(exist_ok=True)
    subprocess.run([places.ROOT / "scripts" / "benchmark-scenarios", str(plan.many_functions), MANY.file], check=True)


def measure(plan: Plan) -> tuple[list[Target], dict[str, list[Measured]]]:
    """All rows in turn, once a seed."""
    prepare(plan)
    runs: dict[str, list[Measured]] = defaultdict(list)
    for seed in plan.seeds:
        for row in ROWS:
            with tempfile.TemporaryDirectory() as folder:
                runs[row.name].append(simulate(row, plan, seed, Path(folder), duration=row.short if plan.shortened else None))
    for row in ROWS:
        compare_with_reference(row, plan)
    write(runs, plan)
    return targets(runs), runs


def compare_with_reference(row: Row, plan: Plan) -> None:
    """Raises `Failure` unless the run with fast paths off gives the same bytes; it is shortened, as it is slow."""
    with tempfile.TemporaryDirectory() as fast, tempfile.TemporaryDirectory() as plain:
        simulate(row, plan, 1, Path(fast), duration=row.short)
        simulate(row, plan, 1, Path(plain), duration=row.short, reference=True)
        names = {path.name for folder in (fast, plain) for path in Path(folder).iterdir()} - {"manifest.json"}
        _, different, missing = filecmp.cmpfiles(fast, plain, sorted(names), shallow=False)
        if different or missing:
            raise Failure(f"row ({row.name}): {', '.join(different + missing)} not the same with --reference-engine")


def write(runs: dict[str, list[Measured]], plan: Plan) -> None:
    table = []
    for row in ROWS:
        measured = runs[row.name]
        ns = Spread.of([run.nanoseconds for run in measured])
        requests = round(median(run.requests for run in measured))
        cpu = median(run.child.cpu_seconds for run in measured)
        peak = max(run.child.peak_megabytes for run in measured)
        table.append([row.name, row.file.stem, requests, *ns.fields(), short(cpu), short(peak), "same"])
    header = ["row", "scenario", "requests", "ns", "ns_low", "ns_high", "cpu_s", "peak_mb", "reference_engine"]
    write_csv(plan.results / "rows.csv", header, table)


def targets(runs: dict[str, list[Measured]]) -> list[Target]:
    ns = {name: median(run.nanoseconds for run in measured) for name, measured in runs.items()}
    return [
        at_most("(b) one function with keep-alive, a request", ns["b"], "ns", 85),
        at_most("(c) 1,000 functions, a request", ns["c"], "ns", 90),
        at_most("(c') 10,000 functions, against (c)", ns["c'"] / ns["c"], "x", 2),
        at_most("(d) one busy function, against (c)", ns["d"] / ns["c"], "x", 1.2),
        at_most("(e) Azure's 500 functions, a request", ns["e"], "ns", 120),
        at_most("(e) Azure's 500 functions, peak memory", max(run.child.peak_megabytes for run in runs["e"]), "MB", 150),
        at_most("(f) queue, batches of ten, a message", ns["f"], "ns", 250),
        at_most("(g) queue, one at a time, a message", ns["g"], "ns", 500),
        at_most("(h) stream, a record", ns["h"], "ns", 200),
        at_most("(i) chain of three calls, a request", ns["i"], "ns", 350),
        at_most("(j) door, queue and service, a webhook", ns["j"], "ns", 900),
        at_most("(k) loop of task, choice and wait in a workflow, a transition", ns["k"], "ns", 1000),
    ]


def measure_memory(plan: Plan) -> list[Target]:
    """Row (b) with 100 million requests."""
    with tempfile.TemporaryDirectory() as folder:
        measured = simulate(KEEP_ALIVE, plan, 1, Path(folder), duration=HUNDRED_MILLION)
    header = ["row", "requests", "ns", "peak_mb"]
    peak = measured.child.peak_megabytes
    write_csv(plan.results / "memory.csv", header, [["b", measured.requests, short(measured.nanoseconds), short(peak)]])
    return [at_most("(b) with 100 million requests, peak memory", peak, "MB", 60)]


def measure_check(plan: Plan) -> list[Target]:
    """Wall time of `fleetsim check` on a small scenario."""
    walls = [run([places.FLEETSIM, "check", KEEP_ALIVE.file], plan.core).wall_seconds * 1000 for _ in range(plan.checks)]
    spread = Spread.of(walls)
    write_csv(plan.results / "check.csv", ["scenario", "wall_ms", "wall_ms_low", "wall_ms_high"], [[KEEP_ALIVE.file.stem, *spread.fields()]])
    return [at_most("fleetsim check of a small scenario, wall time", spread.middle, "ms", 30)]
