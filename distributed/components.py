"""Pairs → the component that each node is in, named by its smallest node.

Large-star and small-star in turns, as Kiveris, Lattanzi, Mirrokni, Rastogi and Vassilvitskii describe them in "Connected Components
in MapReduce and Beyond" (SoCC 2014): no step holds more than the neighbours of one node, and long chains take few rounds.
"""
from pyspark.sql import Window
from pyspark.sql import functions as F


def connected_components(pairs, save):
    """`pairs` has the columns a and b. `save(name, frame)` writes a frame and gives what it reads back. Gives node and root."""
    edges = save("pairs", _downwards(pairs.select(F.col("a").alias("u"), F.col("b").alias("v"))))
    before = _digest(edges)
    rounds = 0
    while True:
        rounds += 1
        edges = save(f"round-{rounds}", _small_star(_large_star(edges)))
        now = _digest(edges)
        if now == before:
            break
        before = now
    roots = edges.select("v").distinct().select(F.col("v").alias("node"), F.col("v").alias("root"))
    return edges.select(F.col("u").alias("node"), F.col("v").alias("root")).union(roots)


def _downwards(edges):
    """From the larger node to the smaller one, each once."""
    return edges.where("u <> v").select(F.greatest("u", "v").alias("u"), F.least("u", "v").alias("v")).distinct()


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
