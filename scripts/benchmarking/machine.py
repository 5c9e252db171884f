"""The machine that was measured on."""
import os
import platform
import subprocess
from pathlib import Path

from .figures import write_csv
from .plan import Plan


def processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or "unknown"


def compiler() -> str:
    version = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    return version.splitlines()[0] if version else "unknown"


def load() -> str:
    """Programs that want to run, averaged over the last minute."""
    return f"{os.getloadavg()[0]:.2f}"


def write(plan: Plan, load_before: str) -> None:
    rows = [
        ["processor", processor()],
        ["cores", os.cpu_count()],
        ["system", f"{platform.system()} {platform.machine()}"],
        ["compiler", compiler()],
        ["python", platform.python_version()],
        ["load_before", load_before],
        ["load_after", load()],
    ]
    write_csv(plan.results / "machine.csv", ["what", "value"], rows)
