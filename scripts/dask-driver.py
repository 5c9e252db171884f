#!/usr/bin/env python3
"""Has units of work done by the workers of a Dask scheduler; `fleetsim run --engine dask` calls it.

Reads units as JSON Lines from the standard input, as `fleetsim plan` writes them. Prints what comes of runs as soon as it is there,
and after the runs of each unit a line {"unit": key, "exit": code, "runs": number, "error": text}. The exit code is 75 if the
scheduler is lost, 66 if Dask is not installed.
"""
import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile

try:
    from distributed import Client, as_completed
except ImportError:
    print("dask-driver: this python3 has no Dask; get it with: pip install 'dask[distributed]'", file=sys.stderr)
    sys.exit(66)

RETRIES = 3
TEMPORARY = (73, 74, 75, 126, 127, 130)  # what may go well elsewhere or later; all else comes again wherever it is tried


def is_there(binary):
    return os.access(binary, os.X_OK)


def unpacked(content):
    """The path of a program that was sent, written once a machine."""
    path = os.path.join(tempfile.gettempdir(), f"fleetsim-{os.getuid()}-{hashlib.sha256(content).hexdigest()}")
    if not is_there(path):
        descriptor, temporary = tempfile.mkstemp(dir=tempfile.gettempdir())
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o700)
        os.rename(temporary, path)
    return path


def work(arguments, binary, folder, content):
    """Runs on a worker: does a unit; where that may go well elsewhere, an exception has Dask try it again."""
    program = binary if is_there(binary) else unpacked(content) if content else binary
    done = subprocess.run([program, *arguments], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode < 0 or done.returncode in TEMPORARY:
        raise RuntimeError(f"exit code {done.returncode}: {done.stderr[-2000:].decode(errors='replace')}")
    return done.returncode, done.stdout, done.stderr[-2000:].decode(errors="replace")


def say(unit, code, output, error):
    sys.stdout.buffer.write(output)
    summary = {"unit": unit, "exit": code, "runs": output.count(b"\n"), "error": error}
    sys.stdout.buffer.write(json.dumps(summary, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


def lose(why):
    """Ends at once: a client that has lost its scheduler would try to say good-bye to it."""
    print(f"dask-driver: {why}", file=sys.stderr)
    sys.stderr.flush()
    os._exit(75)


def drive(client, units, options):
    content = None
    if not all(client.run(is_there, options.binary).values()):
        with open(options.binary, "rb") as file:
            content = client.scatter(file.read(), broadcast=True)
    futures = client.map(
        work, [unit["argv"] for unit in units], binary=options.binary, folder=options.folder, content=content,
        retries=RETRIES, pure=False)
    keys = {future.key: unit["key"] for future, unit in zip(futures, units)}
    for future, result in as_completed(futures, with_results=True, raise_errors=False):
        if future.status == "finished":
            say(keys[future.key], *result)
        elif future.status == "error":
            say(keys[future.key], 75, b"", str(future.exception()))
        else:
            lose("the scheduler is gone")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--scheduler", help="the scheduler's address")
    place.add_argument("--scheduler-file", help="the file in which the scheduler says where it is")
    parser.add_argument("--binary", required=True, help="the fleetsim program")
    parser.add_argument("--folder", required=True, help="the folder in which units are done")
    options = parser.parse_args()
    units = [json.loads(line) for line in sys.stdin]
    try:
        with Client(options.scheduler, scheduler_file=options.scheduler_file, timeout=15) as client:
            try:
                drive(client, units, options)
            except Exception as error:
                lose(f"{type(error).__name__}: {error}")
    except Exception as error:
        lose(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
