"""Processes under one of ours, by what Linux tells of them."""
import os
import threading
import time
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


class Meter:
    """Wall and CPU seconds of all under `root` while a with-block runs, looked at twice a second: what lives shorter is missed."""

    def __init__(self, root):
        self.root = root
        self.used = {}
        self.commands = {}
        self.done = threading.Event()
        self.watcher = threading.Thread(target=self._watch)

    def _watch(self):
        while not self.done.wait(0.5):
            for number, (command, seconds) in below(self.root).items():
                self.used[number] = max(seconds, self.used.get(number, 0))
                self.commands[number] = command or self.commands.get(number, command)

    def __enter__(self):
        self.began = time.monotonic()
        self.watcher.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.watcher.join()
        self.wall = time.monotonic() - self.began
        self.cpu = sum(self.used.values())

    def by_program(self):
        """CPU seconds by the name of the program that used them."""
        found = {}
        for number, seconds in self.used.items():
            name = os.path.basename(self.commands[number].split(b"\0")[0]).decode()
            found[name] = found.get(name, 0) + seconds
        return found
