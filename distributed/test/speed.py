"""What extraction through Spark costs, as a share of what worker threads of one process cost, on the same cores in one run.

    python speed.py INPUT --hearsay COMMAND [--cores 2] [--once] [--master local[2]]

Worker threads, then Spark, then worker threads again (not with --once): what else the machine does meanwhile falls on both. Both read the
same files and leave records on disk. CPU seconds are those of all processes, starting included.
"""
import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from statistics import mean
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from processes import Meter  # noqa: E402
from run import started  # noqa: E402


def measured(process):
    """What a process and all under it used."""
    with Meter(process.pid) as meter:
        code = process.wait()
    if code != 0:
        raise SystemExit(f"{process.args} ended with {code}")
    return meter


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("input")
    parser.add_argument("--hearsay", required=True)
    parser.add_argument("--cores", type=int, default=os.cpu_count())
    parser.add_argument("--once", action="store_true")
    parser.add_argument("--master", help="local[CORES] unless told otherwise; local-cluster[2,1,1024] starts two executors more")
    options = parser.parse_args()
    command = [*shlex.split(options.hearsay), "extract", options.input, "--jobs", str(options.cores)]
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "wb") as nowhere:

        def threads():
            with open(f"{folder}/records.ndjson", "wb") as records:
                return told("threads", measured(subprocess.Popen(command, stdout=records)))

        def spark():
            arguments = [options.input, "--out", f"{folder}/out", "--hearsay", options.hearsay, "--extract-only"]
            return told("spark", measured(started(arguments, options.master or f"local[{options.cores}]", stderr=nowhere)))

        runs = [threads(), spark(), *([] if options.once else [threads()])]
    base = [run for run in runs if run is not runs[1]]
    for what in ("wall", "cpu"):
        print(f"{what}: spark is {getattr(runs[1], what) / mean(getattr(run, what) for run in base):.2f} times threads")


def told(name, meter):
    programs = ", ".join(f"{program} {seconds:.1f}" for program, seconds in sorted(meter.by_program().items()))
    print(f"{name:8} {meter.wall:8.1f} s wall {meter.cpu:8.1f} s CPU: {programs}", flush=True)
    return meter


if __name__ == "__main__":
    main()
