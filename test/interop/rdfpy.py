"""Reads graphs with other people's libraries; prints one JSON object. `same FILE...`: which files hold the same quads, by rdflib
and PyLD. `ask STORE FILE QUERY...`: the answers of rdflib or Oxigraph to query files, in SPARQL's JSON. `count FILE`: by Oxigraph."""
import json
import logging
import sys
import warnings

warnings.simplefilter("error")
warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib about its own calls
logging.basicConfig(level=logging.WARNING)


def rdflib_dataset(path, union=False):
    import rdflib

    dataset = rdflib.Dataset(default_union=union)
    formats = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "jsonld": "json-ld"}
    dataset.parse(path, format=formats[path.rsplit(".", 1)[1]])
    return dataset


def lines(dataset):
    """Each quad as text; blank nodes would make two readings differ, and there must be none."""
    default = str(dataset.default_graph.identifier)
    found = set()
    for s, p, o, g in dataset.quads():
        graph = "" if g is None or str(g) == default else str(g)
        found.add(" ".join([s.n3(), p.n3(), o.n3(), graph]))
    return found


def pyld_lines(path):
    """Parsed by PyLD, then read by rdflib so that both spell alike. It is given no loader, so that it can fetch nothing."""
    import rdflib
    from pyld import jsonld

    def refuse(url, options):
        raise RuntimeError("fetches " + url)

    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    text = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": refuse})
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="nquads")
    return lines(dataset)


def same(paths):
    read = {path: lines(rdflib_dataset(path)) for path in paths}
    for path in paths:
        if path.endswith(".jsonld"):
            read[path + " by PyLD"] = pyld_lines(path)
    whole = max(read.values(), key=len)
    facts = {line for line in whole if line.endswith(" ")}
    return {
        path: {"quads": len(found), "all": found == whole, "facts": found == facts} for path, found in read.items()
    }


def ask(store, path, queries):
    answers = {}
    for query in queries:
        with open(query, encoding="utf-8") as file:
            text = file.read()
        if store.startswith("rdflib"):
            if "dataset" not in answers:
                answers["dataset"] = rdflib_dataset(path, union=store == "rdflib-union")
            answers[query] = json.loads(answers["dataset"].query(text).serialize(format="json"))
        else:
            import pyoxigraph

            if "dataset" not in answers:
                answers["dataset"] = pyoxigraph.Store()
                answers["dataset"].load(path=path)
            rows = answers["dataset"].query(text, use_default_graph_as_union=store == "oxigraph-union")
            answers[query] = json.loads(rows.serialize(format=pyoxigraph.QueryResultsFormat.JSON))
    answers.pop("dataset", None)
    return answers


def count(path):
    import pyoxigraph

    return sum(1 for _ in pyoxigraph.parse(path=path))


command, *rest = sys.argv[1:]
if command == "same":
    result = same(rest)
elif command == "ask":
    result = ask(rest[0], rest[1], rest[2:])
else:
    result = count(rest[0])
json.dump(result, sys.stdout)
