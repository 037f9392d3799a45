"""Does a cluster's output hold what `hearsay build` wrote, byte for byte, but for the order of lines?

    python compare.py CLUSTER_OUT BUILD_OUT
"""
import sys
from pathlib import Path

import pyarrow.parquet as parquet

TABLES = {"record": "records.ndjson", "claims": "claims.ndjson", "copies": "copies.ndjson", "identity": "identity.tsv"}


def text_lines(file):
    return [line for line in Path(file).read_bytes().split(b"\n") if line]


def cluster_lines(out, table):
    files = sorted(Path(out, table).glob("*.parquet"))
    return [line.as_py().encode("utf-8") for file in files for line in parquet.read_table(file, columns=["line"])["line"]]


def build_lines(out, name):
    lines = text_lines(Path(out, name))
    return lines[1:] if name.endswith(".tsv") else lines


def differs(name, ours, theirs):
    ours.sort()
    theirs.sort()
    print(f"{name}: {len(ours)} lines, {'the same' if ours == theirs else f'not the same: hearsay build has {len(theirs)}'}")
    if ours == theirs:
        return False
    for who, extra in (("cluster", set(ours) - set(theirs)), ("build", set(theirs) - set(ours))):
        for line in sorted(extra)[:3]:
            print(f"  only {who}: {line[:300]!r}")
    return True


def main(ours, theirs):
    quads = [line for file in sorted(Path(ours, "quads").glob("part-*")) for line in text_lines(file)]
    wrong = differs("quads", quads, build_lines(theirs, "graph.nq"))
    for table, name in TABLES.items():
        wrong |= differs(table, cluster_lines(ours, table), build_lines(theirs, name))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
