"""Filters that die, stall or answer in pieces: what Spark is given is the same, or says what was left out.

    python -m unittest discover distributed/test
"""
import json
import os
import sys
import tempfile
import unittest
from pathlib import Path

import pyarrow as pa

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import filters  # noqa: E402

# Answers each line in capitals; does what a line tells it to, once or always.
FAKE = """
import os, sys, time
marker = sys.argv[1]
def first():
    try:
        os.mkdir(marker)
        return True
    except FileExistsError:
        return False
for line in sys.stdin:
    line = line.rstrip("\\n")
    if "die always" in line or ("die once" in line and first()):
        os.kill(os.getpid(), 9)
    if "sleep once" in line and first():
        time.sleep(60)
    if "exit" in line:
        sys.exit("cannot go on")
    print("said\\tkey\\t" + line.upper() if line else "", flush=True)
"""


class Filters(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        fake = Path(self.folder.name, "fake.py")
        fake.write_text(FAKE)
        self.command = [sys.executable, str(fake), str(Path(self.folder.name, "marker"))]

    def tearDown(self):
        filters._forget(self.command)
        self.folder.cleanup()

    def one_by_one(self, lines, patience=60):
        batch = pa.RecordBatch.from_arrays([pa.array(lines)], ["line"])
        return [row for out in filters.one_by_one(self.command, patience)([batch]) for row in rows_of(out)]

    def by_key(self, rows, patience=60):
        return [row for out in filters.by_key(self.command, patience)([batch_of(rows)]) for row in rows_of(out)]

    def test_one_process_answers_many_lines_and_partitions(self):
        lines = [f"line {i}" for i in range(500)]
        self.assertEqual([value for _, _, value in self.one_by_one(lines)], [line.upper() for line in lines])
        process = filters._running[tuple(self.command)].process.pid
        self.one_by_one(["again"])
        self.assertEqual(filters._running[tuple(self.command)].process.pid, process)

    def test_a_killed_process_is_started_anew_and_no_line_is_lost(self):
        lines = ["one", "die once", "three"]
        self.assertEqual([value for _, _, value in self.one_by_one(lines)], ["ONE", "DIE ONCE", "THREE"])

    def test_a_line_that_always_kills_is_left_out_by_name(self):
        poison = json.dumps({"input": "news/9.txt", "bytes": "die always"})
        rows = self.one_by_one(["one", poison, "three"])
        self.assertEqual([kind for kind, _, _ in rows], ["said", "error", "said"])
        self.assertEqual(rows[1][1], "news/9.txt")
        self.assertEqual(json.loads(rows[1][2])["code"], "crashed")

    def test_a_filter_that_every_line_kills_is_an_error_and_not_a_list_of_bad_lines(self):
        with self.assertRaises(filters.FilterDied):
            self.one_by_one(["die always"] * 50)

    def test_crowded_keys_are_told_with_their_lines_however_they_are_cut_into_batches(self):
        rows = [("word", key, "x") for key in ["a"] * 5 + ["b"] * 2 + ["c"] * 4]
        batches = [batch_of(rows[:3]), batch_of(rows[3:8]), batch_of(rows[8:])]
        found = [row for out in filters.by_key(self.command, 60, 3)(batches) for row in rows_of(out)]
        self.assertEqual([row[1:] for row in found if row[0] == "crowded"], [("a", "5"), ("c", "4")])

    def test_what_several_keys_answer_is_given_once_but_for_what_is_forgotten(self):
        rows = [("word", "key", value) for value in "xxyxxyxxy"]
        self.addCleanup(setattr, filters, "REMEMBERED", filters.REMEMBERED)
        for remembered, count in ((2, 2), (1, 6)):
            filters.REMEMBERED = remembered
            found = [row for out in filters.by_key(self.command, 60, once=True)([batch_of(rows)]) for row in rows_of(out)]
            self.assertEqual(len(found), count)

    def test_a_filter_that_says_nothing_for_too_long_is_started_anew(self):
        lines = ["one", "sleep once", "three"]
        self.assertEqual([value for _, _, value in self.one_by_one(lines, patience=1)], ["ONE", "SLEEP ONCE", "THREE"])

    def test_more_is_asked_than_a_pipe_holds(self):
        rows = [("word", f"key {i % 7}", "x" * 1000) for i in range(3000)]
        self.assertEqual(len(self.by_key(rows)), 3000)

    def test_a_dead_filter_of_a_grouped_step_is_an_error_for_spark_to_try_again(self):
        rows = [("word", "a", "one"), ("word", "a", "exit"), ("word", "b", "three")]
        with self.assertRaisesRegex(filters.FilterDied, "cannot go on"):
            self.by_key(rows)
        self.assertNotIn(tuple(self.command), filters._running)
        self.assertEqual(len(self.by_key(rows[:1])), 1)

    def test_a_fault_of_the_input_is_told_as_it_is(self):
        def broken():
            yield pa.RecordBatch.from_arrays([pa.array(["x"])] * 3, filters.COLUMNS)
            raise OSError("the block is gone")

        with self.assertRaisesRegex(OSError, "the block is gone"):
            list(filters.by_key(self.command, 60)(broken()))


def batch_of(rows):
    return pa.RecordBatch.from_arrays([pa.array(column) for column in zip(*rows)], filters.COLUMNS)


def rows_of(batch):
    return list(zip(*(column.to_pylist() for column in batch.columns)))


if __name__ == "__main__":
    unittest.main()
