"""A process of hearsay that answers lines, kept alive while a Python worker of Spark lives.

The protocol: lines in, lines out; an empty line in is answered by an empty line when all before it is done. What a filter answers
depends on the lines alone, so that Spark may ask again, elsewhere, whatever was lost.
"""
import hashlib
import json
import subprocess
import tempfile
import threading
import time

import pyarrow as pa
import pyarrow.compute as pc

#: Lines of an answer that are handed to Spark at once.
BATCH = 2000
#: How often a line may bring its process down before it is left out.
TRIES = 2
#: So many lines left out one after another are the filter's fault, not theirs.
HOPELESS = 20
#: So many lines of an answer are known again.
REMEMBERED = 1_000_000
#: Bytes that wait on either side of a pipe.
BUFFER = 1 << 18
COLUMNS = ["kind", "key", "value"]
SCHEMA = "kind string, key string, value string"

_running = {}


class FilterDied(Exception):
    """The process ended, or was ended since it gave no answer, before all lines were answered."""


class Filter:
    def __init__(self, command, patience):
        self.command = command
        self.patience = patience
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, bufsize=BUFFER)
        self.heard = time.monotonic()
        self.asked = False
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self):
        while self.process.poll() is None:
            if self.asked and time.monotonic() - self.heard > self.patience:
                self.process.kill()
            time.sleep(min(1, self.patience / 4))

    def answers(self, chunks, count):
        """Sends chunks of bytes with `count` empty lines among them; yields the lines that answer, and None for each empty one."""
        failed = []
        self.heard, self.asked = time.monotonic(), True
        sender = threading.Thread(target=self._send, args=(chunks, failed), daemon=True)
        sender.start()
        try:
            while count > 0:
                line = self.process.stdout.readline()
                self.heard = time.monotonic()
                if line == b"":
                    sender.join()
                    raise failed[0] if failed else FilterDied(self.last_words())
                if line == b"\n":
                    count -= 1
                yield None if line == b"\n" else line
        finally:
            self.asked = False
        sender.join()

    def _send(self, chunks, failed):
        try:
            for chunk in chunks:
                self.process.stdin.write(chunk)
                self.heard = time.monotonic()
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        except BaseException as error:  # What reading the input throws is told by the reader of the answer.
            failed.append(error)
            self.process.kill()

    def last_words(self):
        self.process.kill()
        code = self.process.wait()
        self.errors.seek(0)
        said = self.errors.read()[-2000:].decode("utf-8", "replace").strip()
        return f"{' '.join(self.command)} ended with {code}: {said or 'it said nothing'}"

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        try:
            self.process.stdin.close()
        except (BrokenPipeError, ValueError):
            pass  # What was still to be sent is for nobody now.
        self.errors.close()


def _filter(command, patience):
    """The running one for the command; those of other stages are over."""
    key = tuple(command)
    for other in [each for each in _running if each != key]:
        _running.pop(other).close()
    if key not in _running or _running[key].process.poll() is not None:
        _running[key] = Filter(command, patience)
    return _running[key]


def _forget(command):
    found = _running.pop(tuple(command), None)
    if found is not None:
        found.close()


def _batch(rows):
    columns = list(zip(*rows)) if rows else [[], [], []]
    return pa.RecordBatch.from_arrays([pa.array(each, pa.string()) for each in columns], COLUMNS)


def _row(line):
    return line.decode("utf-8").rstrip("\n").split("\t", 2)


def by_key(command, patience, most=None, once=False):
    """For mapInArrow: a partition with kind, key and value, sorted by key, through one process. A key with more than `most` lines is
    told with their number in the table `crowded`. With `once`, a line that several keys answer is given by the first of them."""

    def lines(batches, crowd):
        for batch in batches:
            if batch.num_rows:
                crowd.add(batch.column(1))
                texts = pc.binary_join_element_wise(*[batch.column(i) for i in range(3)], "\t").to_pylist()
                yield ("\n".join(texts) + "\n").encode("utf-8")
        yield b"\n"

    def run(batches):
        rows = []
        crowd = _Crowd(most)
        is_new = _Once() if once else bool
        done = False
        try:
            for line in _filter(command, patience).answers(lines(batches, crowd), 1):
                if line is not None and is_new(line):
                    rows.append(_row(line))
                if len(rows) >= BATCH:
                    yield _batch(rows)
                    rows = []
            done = True
        finally:
            if not done:
                _forget(command)
        yield _batch(rows + crowd.rows())

    return run


class _Once:
    """Is this the first time that such a line comes? Beyond `REMEMBERED` lines it forgets, and one may come again."""

    def __init__(self):
        self.seen = set()

    def __call__(self, line):
        name = hashlib.blake2b(line, digest_size=12).digest()
        if name in self.seen:
            return False
        if len(self.seen) >= REMEMBERED:
            self.seen.clear()
        self.seen.add(name)
        return True


class _Crowd:
    """Keys as they come, one key's lines together → those with more lines than `most`."""

    def __init__(self, most):
        self.most = most
        self.key, self.count = None, 0
        self.found = []

    def add(self, keys):
        if self.most is None:
            return
        runs = pc.run_end_encode(keys)
        before = 0
        for key, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist()):
            if key != self.key:
                self._note()
                self.key, self.count = key, 0
            self.count += end - before
            before = end

    def _note(self):
        if self.most is not None and self.count > self.most:
            self.found.append(["crowded", self.key, str(self.count)])

    def rows(self):
        self._note()
        return self.found


def one_by_one(command, patience):
    """For mapInArrow: a partition with one column of lines. A line that brings its process down twice is left out, by name;
    a process that all lines bring down is an error."""

    def answers(texts):
        tried = left_out = 0
        at = 0
        while at < len(texts):
            chunks = [text.encode("utf-8") + b"\n\n" for text in texts[at:]]
            rows = []
            try:
                for line in _filter(command, patience).answers(chunks, len(chunks)):
                    if line is not None:
                        rows.append(_row(line))
                        continue
                    yield from rows
                    rows, tried, left_out, at = [], 0, 0, at + 1
            except FilterDied as death:
                _forget(command)
                tried += 1
                if tried < TRIES:
                    continue
                if left_out >= HOPELESS:
                    raise
                yield _left_out(texts[at], str(death))
                tried, left_out, at = 0, left_out + 1, at + 1
            except BaseException:
                _forget(command)
                raise

    def run(batches):
        for batch in batches:
            rows = []
            for row in answers(batch.column(0).to_pylist()):
                rows.append(row)
                if len(rows) >= BATCH:
                    yield _batch(rows)
                    rows = []
            yield _batch(rows)

    return run


def _left_out(text, reason):
    name = json.loads(text)["input"] if text.startswith('{"input":') else ""
    message = f"it brought the extractor down twice and is left out: {reason}"
    return ["error", name, json.dumps({"input": name, "code": "crashed", "message": message})]
