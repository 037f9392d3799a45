"""Processes under one of ours, by what Linux tells of them."""
import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def below(root):
    """The numbers of all processes under `root`, itself included, with their command and the CPU seconds that each has used."""
    parents, told = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            command = (folder / "cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
        number = int(folder.name)
        parents[number] = int(fields[1])
        told[number] = (command, (int(fields[11]) + int(fields[12])) / TICKS)

    def is_ours(process):
        while process in parents:
            if process == root:
                return True
            process = parents[process]
        return False

    return {process: told[process] for process in told if is_ours(process)}
