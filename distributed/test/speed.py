"""What extraction through Spark costs, as a share of what worker threads of one process cost, on the same cores in one run.

    python speed.py INPUT --hearsay COMMAND [--cores 2]

Worker threads, then Spark, then worker threads again: what else the machine does meanwhile falls on both. CPU seconds are those of
all processes, starting included.
"""
import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from processes import Meter  # noqa: E402
from run import started  # noqa: E402


def measured(process):
    """Wall and CPU seconds of a process and all under it."""
    with Meter(process.pid) as meter:
        code = process.wait()
    if code != 0:
        raise SystemExit(f"{process.args} ended with {code}")
    return meter.wall, meter.cpu


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("input")
    parser.add_argument("--hearsay", required=True)
    parser.add_argument("--cores", type=int, default=os.cpu_count())
    options = parser.parse_args()
    threads = [*shlex.split(options.hearsay), "extract", options.input, "--jobs", str(options.cores)]
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "wb") as nowhere:
        runs = [("threads", measured(subprocess.Popen(threads, stdout=nowhere)))]
        cluster = started([options.input, "--out", f"{folder}/out", "--hearsay", options.hearsay, "--extract-only"], stderr=nowhere)
        runs.append(("spark", measured(cluster)))
        runs.append(("threads", measured(subprocess.Popen(threads, stdout=nowhere))))
    for name, (wall, cpu) in runs:
        print(f"{name:8} {wall:8.1f} s wall {cpu:8.1f} s CPU")
    (first, spark, second) = [numbers for _, numbers in runs]
    for i, what in enumerate(("wall", "CPU")):
        print(f"{what}: spark is {2 * spark[i] / (first[i] + second[i]):.2f} times threads")


if __name__ == "__main__":
    main()
