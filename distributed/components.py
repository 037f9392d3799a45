"""Pairs → the component that each node is in, named by its smallest node.

Nodes are numbers of 64 bits, made of their names by a hash: two names that share a number only put two components under one key, and
what is made of a component is made of its pairs. First each part of the pairs is brought down to a forest where it lies. What is
small enough then is finished by one task. What is not goes through large-star and small-star in turns, as Kiveris, Lattanzi, Mirrokni,
Rastogi and Vassilvitskii describe them in "Connected Components in MapReduce and Beyond" (SoCC 2014): no step holds more than the
neighbours of one node, and long chains take few rounds.
"""
import pyarrow as pa
from pyspark.sql import Window
from pyspark.sql import functions as F

EDGES = "u long, v long"
#: Nodes that a part holds at once while it makes its forest.
HELD = 1_000_000


def number_of(name):
    return F.xxhash64(name)


def connected_components(pairs, save, at_once):
    """`pairs` has the columns a and b: names. `save(step, frame)` writes a frame and gives what it reads back. As many edges as
    `at_once` are finished by one task. Gives the columns node and root: numbers."""
    ends = pairs.select(number_of("a").alias("u"), number_of("b").alias("v"))
    edges = save("pairs", ends.mapInArrow(forest(HELD), EDGES))
    if edges.count() <= at_once:
        edges = save("forest", edges.coalesce(1).mapInArrow(forest(None), EDGES))
    else:
        edges = _by_stars(edges.distinct(), save)
    roots = edges.select("v").distinct().select(F.col("v").alias("node"), F.col("v").alias("root"))
    return edges.select(F.col("u").alias("node"), F.col("v").alias("root")).union(roots)


def forest(held):
    """For mapInArrow: edges → from each node that is not the smallest of its tree to the smallest. With more nodes than `held` it lets
    them go and begins anew, so that a tree may come in pieces that share nodes."""

    def run(batches):
        parents = {}
        for batch in batches:
            for u, v in zip(*(column.to_pylist() for column in batch.columns)):
                _join(parents, u, v)
            if held is not None and len(parents) > held:
                yield _edges(parents)
                parents = {}
        yield _edges(parents)

    return run


def _root(parents, node):
    root = node
    while (above := parents.setdefault(root, root)) != root:
        root = above
    while parents[node] != root:
        parents[node], node = root, parents[node]
    return root


def _join(parents, u, v):
    one, other = _root(parents, u), _root(parents, v)
    parents[max(one, other)] = min(one, other)


def _edges(parents):
    found = [(node, _root(parents, node)) for node in parents]
    columns = list(zip(*(each for each in found if each[0] != each[1]))) or [[], []]
    return pa.RecordBatch.from_arrays([pa.array(each, pa.int64()) for each in columns], ["u", "v"])


def _by_stars(edges, save):
    before = None
    rounds = 0
    while (now := _digest(edges)) != before:
        before = now
        rounds += 1
        edges = save(f"round-{rounds}", _small_star(_large_star(edges)))
    return edges


def _large_star(edges):
    """Every larger neighbour of a node to the smallest of the node and its neighbours."""
    both = edges.union(edges.select(F.col("v"), F.col("u")))
    least = F.least(F.min("v").over(Window.partitionBy("u")), F.col("u"))
    return both.withColumn("least", least).where("v > u").select(F.col("v").alias("u"), F.col("least").alias("v")).distinct()


def _small_star(edges):
    """A node and its smaller neighbours to the smallest of them."""
    marked = edges.withColumn("least", F.min("v").over(Window.partitionBy("u")))
    moved = marked.where("v <> least").select(F.col("v").alias("u"), F.col("least").alias("v"))
    kept = marked.select(F.col("u"), F.col("least").alias("v"))
    return moved.union(kept).distinct()


def _digest(edges):
    row = edges.select(F.count("*"), F.sum(F.xxhash64("u", "v").cast("decimal(38,0)"))).first()
    return tuple(row)
