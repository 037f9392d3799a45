"""Articles on any file system that Spark reads → the graph that `hearsay build` writes, made by a cluster.

    spark-submit hearsay_spark.py articles/ --out graph/

Spark distributes, Hearsay computes: each step is a filter of lines (`hearsay extract - --filter`, `keys`, `match`, `merge`, `project`),
and between two steps lines are grouped by their key. README.md says how, and what it costs.
"""
import argparse
import functools
import json
import os
import shlex
import subprocess
import sys
import tempfile
import time

from pyspark import SparkConf, SparkContext
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from components import connected_components, number_of  # noqa: E402
from filters import SCHEMA, by_key, one_by_one  # noqa: E402
from inputs import ROWS, ROWS_BETWEEN, ROWS_LARGE, read_inputs, rows_a_batch  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
MODULES = ["components.py", "filters.py", "inputs.py"]
#: A key with more lines than its step compares all with all; the step then looks at a few of them and at neighbours only.
CROWDED = {"match identity": 200, "match copies": 24, "match claims": 40, "match links": 30, "match blames": 200}
#: So many articles are compared in one place, of those that may repeat one another.
ARTICLES_TOGETHER = 500
#: What Spark is told unless whoever submits the job tells it otherwise: lines repeat one another, which a better compression finds.
DEFAULTS = {"spark.io.compression.codec": "zstd", "spark.io.compression.zstd.level": "6"}
SETTINGS = {
    # A line may be an article's quads: thousands at once do not fit into a small executor.
    "spark.sql.parquet.columnarReaderBatchSize": 64,
    # Sorted before it is sent, so that like stands beside like and is compressed.
    "spark.sql.execution.useObjectHashAggregateExec": "false",
    "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.EliminateSorts",
    # What is sent whole to all executors is decided here, by its rows, so that more articles do not change what travels.
    "spark.sql.autoBroadcastJoinThreshold": -1,
}


def main(arguments=None):
    options = parsed(arguments)
    spark = SparkSession.builder.config(conf=configured()).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    for module in MODULES:
        spark.sparkContext.addPyFile(os.path.join(HERE, module))
    job = Job(spark, options)
    try:
        job.run()
    finally:
        spark.stop()
    if job.report["left out"]:
        print(f"{job.report['left out']} inputs were left out: see failures in {options.out}", file=sys.stderr)
        return 1
    return 0


def configured():
    SparkContext._ensure_initialized()  # Before, a SparkConf does not know what spark-submit was told.
    conf = SparkConf().setAppName("hearsay")
    for name, value in DEFAULTS.items():
        conf.setIfMissing(name, value)
    return conf


def parsed(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", help="files and folders of text, HTML, JSON Lines, WARC, …")
    parser.add_argument("--out", required=True, help="a folder that is not there yet, on any file system that Spark writes")
    parser.add_argument("--work", help="where steps leave what the next ones read; OUT/_work unless told otherwise")
    parser.add_argument("--keep-work", action="store_true", help="do not remove it at the end")
    parser.add_argument("--hearsay", default="hearsay", help="the command of hearsay on every machine")
    parser.add_argument("--partitions", type=int, help="into how many parts the work is cut; 3 a core unless told otherwise")
    parser.add_argument(
        "--edges-at-once", type=int, default=1_000_000, help="components of so many edges are found by one task, those of more by rounds of all"
    )
    parser.add_argument(
        "--rows-for-all", type=int, default=1_000_000, help="a table of at most so many rows goes whole to all executors where it is joined"
    )
    parser.add_argument("--patience", type=float, default=600, help="seconds without any answer after which a filter is started anew")
    parser.add_argument("--extract-options", default="", help='passed to hearsay extract: "--min-confidence 0.5 --gazetteer my.ttl"')
    parser.add_argument("--stage-options", default="", help='passed to the other steps: "--gazetteer my.ttl --identity who.tsv --base https://…"')
    parser.add_argument("--around", help="ids of entities, with commas between: graph files and the explorer of the articles that name them")
    parser.add_argument("--around-articles", type=int, default=200, help="at most so many of them")
    parser.add_argument("--extract-only", action="store_true", help="write the records and stop")
    return parser.parse_args(arguments)


class Tables:
    """The lines that a step wrote, by table."""

    def __init__(self, job, path):
        self.job = job
        self.path = path

    def folder(self, kind):
        """Where a table's files are; None if nothing is in it."""
        folder = f"{self.path}/kind={kind}"
        return folder if self.job.exists(folder) else None

    def __call__(self, kind):
        folder = self.folder(kind)
        if folder is None:
            return self.job.spark.sql("select '' as kind, '' as key, '' as value where false")
        read = self.job.spark.read.schema("key string, line string").parquet(folder)
        return read.select(F.lit(kind).alias("kind"), "key", F.col("line").alias("value"))


class Job:
    def __init__(self, spark, options):
        self.spark = spark
        self.options = options
        self.work = (options.work or f"{options.out.rstrip('/')}/_work").rstrip("/")
        self.parts = options.partitions or 3 * spark.sparkContext.defaultParallelism
        spark.conf.set("spark.sql.shuffle.partitions", self.parts)
        for name, value in SETTINGS.items():
            spark.conf.set(name, value)
        self.report = {"steps": [], "crowded keys": {}}

    # The steps

    def run(self):
        started = time.time()
        tables = self.extract()
        if self.options.extract_only:
            self.move("record", tables)
        else:
            self.resolve(union_of(tables, "record"))
        self.report["seconds"] = round(time.time() - started, 1)
        self.report["shuffle bytes"] = self.shuffled()
        self.report["shuffle bytes per article"] = round(self.report["shuffle bytes"] / max(1, self.report["articles"]))
        self.write_text("report.json", json.dumps(self.report, indent=2))
        if not self.options.keep_work:
            self.remove(self.work)

    def extract(self):
        command = self.command("extract", "-", "--filter", *shlex.split(self.options.extract_options))
        answer = one_by_one(command, self.options.patience)
        lines, large = read_inputs(self.spark, self.options.inputs, self.parts, answer, self.save_frame)
        rows_a_batch(self.spark, ROWS)
        tables = [self.save("extracted", lines)]
        if large is not None:
            rows_a_batch(self.spark, ROWS_LARGE)
            tables.append(self.save("extracted-large", large))
        rows_a_batch(self.spark, ROWS_BETWEEN)

        kept, duplicates = self.once_each(tables)
        self.report["articles"] = union_of(kept, "record").count()
        self.failures(union_of(tables, "error"), duplicates)
        if self.report["articles"] == 0:
            raise SystemExit("no article could be read: name files or folders with articles in them")
        return kept

    def once_each(self, tables):
        """Of several with the same bytes the one whose name sorts first stands for all. Records are written anew only if there are such."""
        records, docs = union_of(tables, "record"), union_of(tables, "doc")
        doc = F.get_json_object("value", "$.doc")
        names = docs.groupBy("key").agg(F.sort_array(F.collect_list(doc)).alias("docs"))
        twice = self.save_frame("twice", names.where(F.size("docs") > 1))
        duplicates = twice.select(
            F.explode(F.slice("docs", 2, 2**31 - 1)).alias("input"),
            F.lit("duplicate").alias("code"),
            F.format_string("this is byte for byte %s, which is taken: leave one out", F.col("docs")[0]).alias("message"),
        )
        if twice.first() is None:
            return tables, duplicates
        single = records.join(self.for_all(twice), "key", "left_anti").select("kind", "key", "value")
        several = records.join(self.for_all(twice), "key", "left_semi").withColumn("doc", doc)
        best = several.groupBy("key").agg(F.min(F.struct("doc", "value")).alias("best"))
        chosen = best.select(F.lit("record").alias("kind"), "key", F.col("best.value").alias("value"))
        return [self.save("records", single.union(chosen))], duplicates

    def resolve(self, records):
        names, sides = self.identity(records)
        copies, where = self.copies(records)
        claims, final = self.claims(records, names, sides, copies)
        self.project(records, names, copies, where, claims, final)

    def identity(self, records):
        keys = self.step("keys identity", records, grouped=False)
        pairs = self.step("match identity", keys("card"), alike=True)("pair")
        roots = self.components("identity", ends_of(pairs))
        drafts = self.step("merge identity", self.under(keys("own").union(pairs), roots))("draft")
        names = self.step("merge names", drafts)
        ties = self.step("keys sides", keys("ties").union(names("id")))("tie")
        counted = ties.groupBy(*(F.get_json_object("value", f"$.{name}").alias(name) for name in ("from", "to", "mouth"))).count()
        tie = F.struct("from", "to", (F.col("mouth") == "true").alias("mouth"), "count")
        tie_lines = counted.select(F.lit("tie").alias("kind"), F.lit("").alias("key"), F.to_json(tie).alias("value"))
        sides = self.step("merge sides", tie_lines.union(names("entry")))("side")
        return names, sides

    def copies(self, records):
        keys = self.step("keys copies", records, grouped=False)
        met = self.step("match copies", keys("place"))("met")
        values = met.groupBy("key").agg(F.collect_set("value").alias("values"))
        shared = F.format_string('{"shared":%d,"met":%s}', F.size("values"), F.col("values")[0])
        counted = values.select(F.lit("shared").alias("kind"), "key", shared.alias("value"))
        candidates = self.step("match meetings", counted, grouped=False)("candidate")
        found = self.step("match articles", self.together(candidates, keys("article")), alike=True)("copy")
        two = found.withColumn("a", F.split("key", " ")[0]).withColumn("b", F.split("key", " ")[1])
        roots = self.components("copies", two)
        copies = two.select("kind", F.col("a").alias("key"), "value")
        return self.step("merge copies", self.under(copies, roots)), keys("where")

    def together(self, candidates, articles):
        """Pairs of articles and the articles themselves under the component of the pairs, so that each article travels once; where that
        has too many, under the later of the two."""
        pairs = candidates.select("kind", "value", *(F.split("value", " ")[i].alias(name) for i, name in enumerate(("a", "b"))))
        roots = self.components("candidates", pairs)
        sized = self.save_frame("sized", roots.withColumn("articles", F.count("*").over(Window.partitionBy("root"))))
        under = pairs.withColumn("node", number_of("a")).join(self.for_all(sized), "node")
        place = F.when(F.col("articles") > ARTICLES_TOGETHER, F.col("b")).otherwise(F.col("root").cast("string"))
        placed = self.save_frame("placed", under.select("kind", place.alias("key"), "value", "a", "b"))
        nodes = F.explode(F.array(number_of("a"), number_of("b"))).alias("node")
        places = self.save_frame("places", placed.select("key", nodes).distinct())
        cards = articles.withColumn("node", number_of("key")).drop("key").join(self.for_all(places), "node")
        return cards.select("kind", "key", "value").union(placed.select("kind", "key", "value"))

    def claims(self, records, names, sides, copies):
        ids = names("id")
        own = ids.select(F.col("key").alias("article"), F.get_json_object("value", "$.id").alias("id"))
        of_own = own.join(self.for_all(sides.select(F.col("key").alias("id"), "kind", "value")), "id").distinct()
        side_lines = of_own.select("kind", F.col("article").alias("key"), "value")
        keys = self.step("keys claims", records.union(ids).union(side_lines).union(copies("copied")))
        alike, relays = self.step("match claims", keys("claim"), once=True)("alike"), keys("pair")
        roots = self.components("claims", to_first(alike).union(ends_of(relays)))
        claims = self.step("merge claims", self.under(keys("proposition").union(alike).union(relays), roots))
        link_keys = self.step("keys links", claims("told"), grouped=False)
        links = self.step("match links", link_keys("told"))
        denials = links("denial").distinct()
        blamers = link_keys("blamer").join(self.for_all(denials.select("key").distinct()), "key", "left_semi").select("kind", "key", "value")
        blames = self.step("match blames", denials.union(blamers))("blame")
        final = self.step("merge links", claims("claim").union(links("link").distinct()).union(blames))("claim")
        return claims, final

    def project(self, records, names, copies, where, claims, final):
        chosen = copies("copy")
        of = chosen.select(F.col("key").alias("copy"), F.get_json_object("value", "$.of").alias("key"))
        originals = where.join(self.for_all(of), "key").select("kind", F.col("copy").alias("key"), "value")
        lines = records
        for more in (names("id"), names("merged"), claims("of"), chosen, originals, final, names("entity"), names("merge")):
            lines = lines.union(more)
        done = self.step("project", lines)
        for table in ("record", "claims", "copies", "identity"):
            self.write_table(table, done(table))
        done("nq").select(F.translate("value", "\t", "\n")).write.text(f"{self.options.out}/quads")
        if self.options.around:
            self.draw(done("record"), names, claims("of"), final)
        self.report.update({name: done(table).count() for name, table in (("claims", "claims"), ("copies", "copies"))})

    def draw(self, records, names, of, claims):
        """A neighbourhood is drawn on the driver: a graph of a billion edges is queried, not drawn."""
        ids = names("id").select(F.col("key").alias("article"), F.get_json_object("value", "$.id").alias("id"))
        near = ids.where(F.col("id").isin(self.options.around.split(","))).select("article").distinct()
        near = near.orderBy("article").limit(self.options.around_articles).persist()
        own = records.join(near, records.key == near.article, "left_semi")
        claim_ids = of.join(near, of.key == near.article, "left_semi").select(F.get_json_object("value", "$.claim").alias("id"))
        entity_ids = ids.join(near, "article", "left_semi").select("id")
        told = claims.join(claim_ids, claims.key == claim_ids.id, "left_semi")
        entities = names("entity")
        entities = entities.join(entity_ids, entities.key == entity_ids.id, "left_semi")
        lines = own.union(told).union(entities).collect()
        with tempfile.TemporaryDirectory(prefix="hearsay-") as folder:
            text = "".join(f"{row.kind}\t{row.key}\t{row.value}\n" for row in lines)
            drawn = subprocess.run(self.command("draw", "--out", f"{folder}/drawn"), input=text.encode("utf-8"), stderr=subprocess.PIPE)
            if drawn.returncode != 0:
                raise RuntimeError(f"hearsay draw: {drawn.stderr.decode('utf-8', 'replace')}")
            path, system = self.path(f"{self.options.out}/neighbourhood")
            system.copyFromLocalFile(self.path(f"file://{folder}/drawn")[0], path)
        self.report["neighbourhood"] = {"around": self.options.around, "articles": near.count()}

    # How they are run

    def command(self, *words):
        return [*shlex.split(self.options.hearsay), *words]

    def step(self, name, lines, grouped=True, alike=False, once=False):
        """Lines through a filter. With `grouped`, lines of one key come together; where those of one key are `alike` they set out
        together, too, which compresses them. With `once`, answers that several keys give are mostly left out but for the first."""
        command = self.command(*name.split(), *shlex.split(self.options.stage_options))
        lines = lines.select("kind", "key", "value")
        if alike:
            lines = lines.sortWithinPartitions("key")
        if grouped:
            lines = lines.repartition(self.parts, "key").sortWithinPartitions("key")
        most = CROWDED.get(name)
        found = self.save(name.replace(" ", "-"), lines.mapInArrow(by_key(command, self.options.patience, most, once), SCHEMA))
        if found.folder("error") is not None:
            raise RuntimeError(f"hearsay {name} could not read what the step before it wrote: {found('error').first().value}")
        if most is not None:
            self.note_crowded(name, most, found("crowded"))
        return found

    def note_crowded(self, name, most, found):
        counts = found.select("key", F.col("value").cast("long").alias("count"))
        largest = [[row.key, row["count"]] for row in counts.orderBy(F.desc("count"), "key").limit(5).collect()]
        keys = counts.count() if largest else 0
        self.report["crowded keys"][name] = {"more than": most, "keys": keys, "largest": largest}

    def under(self, lines, roots):
        """Lines under the component that the node of their key is in, or else under that node."""
        numbered = lines.withColumn("node", number_of("key")).join(self.for_all(roots), "node", "left")
        return numbered.select("kind", F.coalesce("root", "node").cast("string").alias("key"), "value")

    def for_all(self, frame):
        """The smaller side of a join: sent whole to all executors if it is small enough, so that the other side stays where it is."""
        return F.broadcast(frame) if frame.count() <= self.options.rows_for_all else frame

    def components(self, name, pairs):
        def save(step, frame):
            return self.save_frame(f"components-{name}/{step}", frame)

        return connected_components(pairs.select("a", "b"), save, self.options.edges_at_once)

    # Files

    def save(self, name, lines):
        """Writes lines; gives back their tables by name. What is written is not made again when an executor is lost."""
        path = f"{self.work}/{name}"
        written = lines.withColumnRenamed("value", "line").write.mode("overwrite").partitionBy("kind")
        self.timed(name, lambda: written.parquet(path))
        return Tables(self, path)

    def save_frame(self, name, frame):
        path = f"{self.work}/{name}"
        self.timed(name, lambda: frame.write.mode("overwrite").parquet(path))
        return self.spark.read.schema(frame.schema).parquet(path)

    def timed(self, name, run):
        started, before = time.time(), self.shuffled()
        run()
        self.report["steps"].append(
            {"step": name, "seconds": round(time.time() - started, 1), "shuffle bytes": self.shuffled() - before}
        )

    def shuffled(self):
        """By all executors so far, lost ones too."""
        executors = self.spark.sparkContext._jsc.sc().statusStore().executorList(False)
        return sum(executors.apply(i).totalShuffleWrite() for i in range(executors.size()))

    def write_table(self, name, lines):
        columns = {
            "record": ("doc", "$.doc"),
            "claims": ("text", "$.text"),
            "copies": ("of", "$.of"),
        }
        found = [F.get_json_object("value", columns[name][1]).alias(columns[name][0])] if name in columns else []
        lines.select("key", *found, F.col("value").alias("line")).write.parquet(f"{self.options.out}/{name}")

    def failures(self, errors, duplicates):
        fields = [F.get_json_object("value", f"$.{name}").alias(name) for name in ("input", "code", "message")]
        found = self.save_frame("failures", duplicates.union(errors.select(*fields)).coalesce(1).sort("input", "code"))
        found.coalesce(1).write.mode("overwrite").json(f"{self.options.out}/failures")
        self.report["left out"] = found.count()

    def move(self, kind, tables):
        """What is final as it was written; on object stores a move is a copy."""
        for folder in filter(None, (each.folder(kind) for each in tables)):
            target, system = self.path(f"{self.options.out}/{kind}")
            system.mkdirs(target)
            for status in system.listStatus(self.path(folder)[0]):
                name = status.getPath().getName()
                if not system.rename(status.getPath(), self.path(f"{self.options.out}/{kind}/{name}")[0]):
                    raise RuntimeError(f"{folder}/{name} could not be moved to {self.options.out}")

    def path(self, name):
        jvm = self.spark.sparkContext._jvm
        path = jvm.org.apache.hadoop.fs.Path(name)
        return path, path.getFileSystem(self.spark.sparkContext._jsc.hadoopConfiguration())

    def exists(self, name):
        path, system = self.path(name)
        return system.exists(path)

    def remove(self, name):
        path, system = self.path(name)
        system.delete(path, True)

    def write_text(self, name, text):
        path, system = self.path(f"{self.options.out}/{name}")
        out = system.create(path, True)
        out.write(bytearray((text + "\n").encode("utf-8")))
        out.close()


def union_of(tables, kind):
    return functools.reduce(lambda a, b: a.union(b), [each(kind) for each in tables])


def ends_of(pairs):
    return pairs.select(*(F.get_json_object("value", f"$.{name}").alias(name) for name in ("a", "b")))


def to_first(alike):
    """Of lines with several names: pairs of the first and each."""
    return alike.select(F.col("key").alias("a"), F.explode(F.from_json("value", "ids array<string>")["ids"]).alias("b"))


if __name__ == "__main__":
    sys.exit(main())
