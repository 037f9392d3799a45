"""Runs the job on a local cluster of two executors; kills one of them, if told to, while a step is at work.

    python run.py [--kill STEP]… INPUT… --out OUT --hearsay COMMAND [more options of hearsay_spark.py]

A step is a folder of the job's --work folder, as extracted or keys-claims. `--kill extracted` waits until a first part of it is done.
"""
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyspark

sys.path.insert(0, str(Path(__file__).resolve().parent))
from processes import Meter, below  # noqa: E402

JOB = Path(__file__).resolve().parent.parent / "hearsay_spark.py"
# A run of minutes is over before the second compiler pays.
QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {
    "spark.driver.extraJavaOptions": QUICK_START,
    "spark.executor.extraJavaOptions": QUICK_START,
    "spark.ui.enabled": "false",
    "spark.driver.memory": "1g",
    "spark.pyspark.python": sys.executable,
    "spark.pyspark.driver.python": sys.executable,
}


def started(arguments, master="local-cluster[2,1,1024]", **streams):
    home = os.environ.get("SPARK_HOME", os.path.dirname(pyspark.__file__))
    command = [f"{home}/bin/spark-submit", "--master", master]
    for name, value in SETTINGS.items():
        command += ["--conf", f"{name}={value}"]
    environment = {**os.environ, "SPARK_HOME": home, "SPARK_LOCAL_IP": "127.0.0.1"}
    return subprocess.Popen([*command, str(JOB), *arguments], env=environment, **streams)


def executors(root):
    found = below(root)
    return sorted(process for process, (command, _) in found.items() if b"CoarseGrainedExecutorBackend" in command)


def is_at_work(step):
    """Some parts are written, and the whole is not there yet."""
    return not (step / "_SUCCESS").exists() and any(step.glob("_temporary/0/task_*"))


def kill_during(job, step):
    while job.poll() is None:
        if is_at_work(step):
            # Of the two the one that runs what is left, or either.
            victim = executors(job.pid)[0]
            os.kill(victim, signal.SIGKILL)
            print(f"killed executor {victim} during {step.name}", flush=True)
            return True
        if (step / "_SUCCESS").exists():
            return False
        time.sleep(0.02)
    return False


def main(arguments):
    steps = []
    while "--kill" in arguments:
        at = arguments.index("--kill")
        steps.append(arguments[at + 1])
        del arguments[at : at + 2]
    out = Path(arguments[arguments.index("--out") + 1])
    work = Path(f"{out}-work")
    for folder in (out, work):
        shutil.rmtree(folder, ignore_errors=True)
    job = started([*arguments, "--work", str(work)])
    with Meter(job.pid) as meter:
        killed = [step for step in steps if kill_during(job, work / step)]
        code = job.wait()
    print(f"{meter.wall:.1f} s wall, {meter.cpu:.1f} s CPU")
    missed = [step for step in steps if step not in killed]
    if missed:
        print(f"no executor was killed during {', '.join(missed)}")
    return code or (3 if missed else 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
