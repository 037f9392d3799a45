"""Components of graphs in parts: forests make them as they are found one edge after another.

    python -m unittest discover distributed/test
"""
import random
import sys
import unittest
from pathlib import Path

import pyarrow as pa

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from components import forest  # noqa: E402


def batch(edges):
    return pa.RecordBatch.from_arrays([pa.array(column, pa.int64()) for column in zip(*edges)], ["u", "v"])


def edges_of(batches):
    return [edge for each in batches for edge in zip(*(column.to_pylist() for column in each.columns))]


def roots(edges):
    """The smallest node that each can reach, one edge after another until nothing changes."""
    found = {node: node for edge in edges for node in edge}
    changed = True
    while changed:
        changed = False
        for u, v in edges:
            least = min(found[u], found[v])
            changed |= found[u] != least or found[v] != least
            found[u] = found[v] = least
    return found


class Components(unittest.TestCase):
    def setUp(self):
        chance = random.Random(7)
        self.edges = [(chance.randrange(-400, 400), chance.randrange(-400, 400)) for _ in range(350)]
        self.edges += [(1000 + i, 1001 + i) for i in range(200)]

    def test_a_forest_leads_from_each_node_to_the_smallest_of_its_tree(self):
        wanted = {(node, root) for node, root in roots(self.edges).items() if node != root}
        found = edges_of(forest(None)([batch(self.edges[:100]), batch(self.edges[100:])]))
        self.assertEqual(set(found), wanted)
        self.assertEqual(len(found), len(wanted))

    def test_forests_of_parts_that_forget_hold_together_what_was_together(self):
        parts = [self.edges[i::3] for i in range(3)]
        pieces = [edge for part in parts for edge in edges_of(forest(40)([batch(part[i : i + 10]) for i in range(0, len(part), 10)]))]
        self.assertEqual(dict(edges_of(forest(None)([batch(pieces)]))), {a: b for a, b in roots(self.edges).items() if a != b})

    def test_no_edges_are_no_forest(self):
        self.assertEqual(edges_of(forest(None)([])), [])


if __name__ == "__main__":
    unittest.main()
