"""Medians, ranges and CSV."""
import csv
import io
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass
class Spread:
    """The median of some rounds with their least and greatest."""

    middle: float
    low: float
    high: float

    @staticmethod
    def of(values: list[float]) -> "Spread":
        return Spread(median(values), min(values), max(values))

    def fields(self, digits: int = 4) -> list[str]:
        """As three fields of a CSV row."""
        return [short(self.middle, digits), short(self.low, digits), short(self.high, digits)]


def short(value: float, digits: int = 4) -> str:
    """A number with so many significant digits and no exponent."""
    rounded = float(f"{value:.{digits}g}")
    return f"{rounded:.0f}" if abs(rounded) >= 10**digits or rounded == int(rounded) else f"{rounded}"


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def write_csv(path: Path, header: list[str], rows: list[list[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
