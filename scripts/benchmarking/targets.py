"""What is to be reached, and whether it is."""
from dataclasses import dataclass
from pathlib import Path

from .figures import short, write_csv


@dataclass
class Target:
    """A measured figure and its bound."""

    name: str
    value: float
    unit: str
    bound: float
    is_ceiling: bool

    @property
    def is_reached(self) -> bool:
        return self.value <= self.bound if self.is_ceiling else self.value >= self.bound

    @property
    def verdict(self) -> str:
        return "reached" if self.is_reached else "not reached"

    @property
    def demand(self) -> str:
        return f"{'at most' if self.is_ceiling else 'at least'} {short(self.bound)} {self.unit}"


def at_most(name: str, value: float, unit: str, bound: float) -> Target:
    return Target(name, value, unit, bound, True)


def at_least(name: str, value: float, unit: str, bound: float) -> Target:
    return Target(name, value, unit, bound, False)


def show(targets: list[Target]) -> None:
    """Prints the table."""
    lines = [("measured", "figure", "target", "")]
    lines += [(target.name, f"{short(target.value)} {target.unit}", target.demand, target.verdict) for target in targets]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    for name, figure, demand, verdict in lines:
        print(f"{name:<{widths[0]}}  {figure:>{widths[1]}}  {demand:<{widths[2]}}  {verdict}".rstrip())


def write(targets: list[Target], results: Path) -> None:
    rows = [[target.name, short(target.value), target.unit, target.demand, target.verdict] for target in targets]
    write_csv(results / "targets.csv", ["measured", "value", "unit", "target", "verdict"], rows)
