"""Files of articles on any file system that Spark reads → a line for the extractor for each article, or for each file with many."""
import base64
import gzip
import json
import re
import tempfile

import pyarrow as pa
from pyspark.sql import functions as F

from filters import SCHEMA

#: Larger ones are handed over as a file on the executor's disk: a line of JavaScript holds half a gigabyte.
INLINE = 1 << 20
#: Rows that Spark hands to Python at once: small files and lines, large files, lines between steps.
ROWS, ROWS_LARGE, ROWS_BETWEEN = 100, 1, 2000
LINE = "line string"
#: Handed over at once.
LINES = 200
JSON_LINES = r"\.(jsonl|ndjson)(\.gz)?$"


def read_inputs(spark, paths, partitions, answer, save_frame):
    """`answer` maps batches of lines, in one column, to batches of rows. Gives a frame of the rows of all inputs but the large ones,
    and one of those of large ones, or None; each is to be run with as many rows a batch as `ROWS` and `ROWS_LARGE` say."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(list(paths))
    is_large = F.col("length") > INLINE
    is_lines = F.col("path").rlike(JSON_LINES)
    with_lines = {row.lines for row in files.where(is_large).select(is_lines.alias("lines")).distinct().collect()}
    lines = files.where(~is_large).select("path", "content").mapInArrow(_envelopes, LINE)
    if True in with_lines:
        rows_a_batch(spark, ROWS_LARGE)
        cut = files.where(is_large & is_lines).select("path", "content").mapInArrow(_envelopes, LINE)
        lines = lines.union(save_frame("lines", cut))
    large = None
    if False in with_lines:
        # A file on an executor's disk is read where it lies.
        whole = files.where(is_large & ~is_lines).select("path", "content")
        large = whole.mapInArrow(lambda batches: answer(_envelopes(batches)), SCHEMA)
    return lines.repartition(partitions).mapInArrow(answer, SCHEMA), large


def rows_a_batch(spark, count):
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", count)


def _envelopes(batches):
    for batch in batches:
        for path, scalar in zip(batch.column("path").to_pylist(), batch.column("content")):
            content = scalar.as_py()
            held = []
            for line in _lines(path, content):
                held.append(line)
                if len(held) >= LINES or len(content) > INLINE:
                    yield _batch(held)
                    held = []
            yield _batch(held)


def _batch(lines):
    return pa.RecordBatch.from_arrays([pa.array(lines, pa.string())], ["line"])


def _lines(path, content):
    name = path.removeprefix("file:").replace("///", "/")
    json_lines = _json_lines(name, content)
    if json_lines is not None:
        inner, lines = json_lines
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield json.dumps({"input": inner, "number": number, **_held(line)}, ensure_ascii=False)
    elif len(content) <= INLINE:
        yield json.dumps({"input": name, **_held(content)}, ensure_ascii=False)
    else:
        with tempfile.NamedTemporaryFile(prefix="hearsay-") as file:
            file.write(content)
            file.flush()
            yield json.dumps({"input": name, "file": file.name})  # It goes when the next line is asked for.


def _held(content):
    """Text as it is where it is UTF-8, which is shorter and lets itself be compressed."""
    try:
        return {"utf8": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"bytes": base64.b64encode(content).decode()}


def _json_lines(name, content):
    """None where it is something else, or cannot be unpacked: the extractor then says what is wrong with it."""
    if not re.search(JSON_LINES, name):
        return None
    inner = name.removesuffix(".gz")
    if inner != name:
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError):
            return None
    return inner, content.split(b"\n")
