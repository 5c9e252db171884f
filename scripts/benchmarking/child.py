"""Programs run on one core, with what they used."""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass


class Failure(Exception):
    """Something did not run, or came out wrong."""


@dataclass
class Child:
    """What a program printed and used."""

    output: str
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float


def pinned(core: int) -> list[str]:
    """The words before a command that keep it on one core; none where the system has no such command."""
    return ["taskset", "-c", str(core)] if shutil.which("taskset") else []


def run(command: list[object], core: int, *, accepted: tuple[int, ...] = (0,)) -> Child:
    """Runs a command to its end; another exit code than the accepted ones is a `Failure`.

    CPU time is user and system time of the whole program. The peak counts 1,048,576 bytes as a megabyte; it is never below what this
    script itself has, some 20 MB.
    """
    words = pinned(core) + [str(word) for word in command]
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accepted:
            errors.seek(0)
            raise Failure(f"{' '.join(words)}\nended with {process.returncode}: {errors.read().decode()[-2000:]}")
        output.seek(0)
        bytes_a_unit = 1 if sys.platform == "darwin" else 1024
        peak = usage.ru_maxrss * bytes_a_unit / (1 << 20)
        return Child(output.read().decode(), usage.ru_utime + usage.ru_stime, wall, peak)
