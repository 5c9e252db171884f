"""Row (a): the engine without a fleet."""
from collections import defaultdict

from . import places
from .child import run
from .figures import Spread, read_csv, write_csv
from .plan import Plan
from .targets import Target, at_least, at_most


def measure_hold(plan: Plan) -> list[Target]:
    """The hold model: both lists in every round, one ratio a round."""
    command = [places.ENGINE, "hold", "--rounds", plan.engine_rounds, "--holds", plan.holds, "--pending", plan.pending]
    rounds = defaultdict(list)
    for row in read_csv(run(command, plan.core).output):
        rounds[row["operation"], int(row["pending"])].append((float(row["engine_ns"]), float(row["collections_ns"])))
    table, ratios = [], {}
    for (operation, pending), pairs in rounds.items():
        ratio = Spread.of([collections / engine for engine, collections in pairs])
        ratios[operation, pending] = ratio.middle
        engine, collections = (Spread.of(list(side)) for side in zip(*pairs))
        table.append([operation, pending, *engine.fields(), *collections.fields(), *ratio.fields()])
    header = ["operation", "pending"]
    for name in ("engine_ns", "collections_ns", "ratio"):
        header += [name, f"{name}_low", f"{name}_high"]
    write_csv(plan.results / "hold.csv", header, table)
    return [
        at_least(f"(a) hold, {pending:,} pending, against swift-collections' Heap", ratios["remove-add", pending], "x", 2)
        for pending in (1000, 100_000)
        if ("remove-add", pending) in ratios
    ]


def measure_queue(plan: Plan) -> list[Target]:
    """M/M/1."""
    command = [places.ENGINE, "queue", "--rounds", plan.engine_rounds, "--customers", plan.customers]
    rows = read_csv(run(command, plan.core).output)
    ns = Spread.of([float(row["ns"]) for row in rows])
    waits = [float(row["mean_wait"]) for row in rows]
    header = ["load", "customers", "ns", "ns_low", "ns_high", "mean_wait", "expected_wait"]
    mean_wait = f"{sum(waits) / len(waits):.4f}"
    write_csv(
        plan.results / "single-server-queue.csv",
        header,
        [[rows[0]["load"], rows[0]["customers"], *ns.fields(), mean_wait, f"{float(rows[0]['expected_wait']):.4f}"]],
    )
    return [at_most("(a) M/M/1, a customer", ns.middle, "ns", 40)]
