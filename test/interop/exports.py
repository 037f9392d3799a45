"""What real readers make of our exports, as JSON on standard output: exports.py FORMAT PATH."""

import contextlib
import io
import json
import sys
from pathlib import Path


def follow_the_money(path):
    """Every value is valid for its type, every link has both ends, and they are what the schema wants."""
    from followthemoney import model

    given = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    proxies = {data["id"]: model.get_proxy(data) for data in given}
    problems = []
    for data in given:
        proxy = proxies[data["id"]]
        if proxy.schema.name != data["schema"]:
            problems.append(f"{data['id']}: {data['schema']} was read as {proxy.schema.name}")
        for name in proxy.schema.required:
            if not proxy.get(name):
                problems.append(f"{data['id']}: {data['schema']} without {name}")
        for name, values in data["properties"].items():
            kept = proxy.get(name, quiet=True)
            if sorted(kept) != sorted(values):
                problems.append(f"{data['id']}: {name} {values} was read as {kept}")
            prop = proxy.schema.get(name)
            for value in values:
                if prop.type.name != "entity":
                    if not prop.type.validate(value):
                        problems.append(f"{data['id']}: {name} has no valid value {value!r}")
                elif value not in proxies or not proxies[value].schema.is_a(prop.range):
                    problems.append(f"{data['id']}: {name} must be {prop.range.name}")
    schemata = {}
    for data in given:
        schemata[data["schema"]] = schemata.get(data["schema"], 0) + 1
    return {"problems": problems, "schemata": schemata}


def nanopubs(path):
    """Each is split off and read by itself, as its library wants it."""
    import rdflib
    from nanopub import Nanopub, NanopubConf

    everything = rdflib.Dataset()
    everything.parse(path, format="trig")
    graphs = {str(graph.identifier): graph for graph in everything.graphs() if len(graph) > 0}
    bases = sorted(name[: -len("#Head")] for name in graphs if name.endswith("#Head"))
    valid = 0
    for base in bases:
        single = rdflib.Dataset()
        for name, graph in graphs.items():
            if name.startswith(base + "#"):
                target = single.graph(graph.identifier)
                for triple in graph:
                    target.add(triple)
        read = Nanopub(rdf=single, conf=NanopubConf())
        whole = len(read.assertion) > 0 and len(read.provenance) > 0 and len(read.pubinfo) > 0
        valid += 1 if read.is_valid and whole else 0
    others = [name for name in graphs if not any(name.startswith(base + "#") for base in bases)]
    return {"nanopubs": len(bases), "valid": valid, "others": others}


def brat(path):
    """The reader that brat's server uses; it keeps what it cannot parse as failed lines."""
    from bratsubset import annotation, projectconfig

    config = projectconfig.ProjectConfiguration(path)
    types = set(config.get_entity_types()) | set(config.get_event_types())
    result = {"documents": 0, "failed": [], "different": [], "textbounds": 0, "events": 0, "unknown": []}
    for file in sorted(Path(path).glob("*.ann")):
        text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        document = annotation.TextAnnotations(str(file)[: -len(".ann")])
        result["documents"] += 1
        result["failed"] += [str(line) for line in document.failed_lines]
        for bound in document.get_textbounds():
            result["textbounds"] += 1
            if " ".join(text[start:end] for start, end in bound.spans) != bound.text:
                result["different"].append(str(bound))
            if bound.type not in types:
                result["unknown"].append(bound.type)
        result["events"] += len(list(document.get_events()))
    return result


FORMATS = {"followthemoney": follow_the_money, "nanopub": nanopubs, "brat": brat}

if __name__ == "__main__":
    noise = io.StringIO()
    with contextlib.redirect_stdout(noise):
        answer = FORMATS[sys.argv[1]](sys.argv[2])
    json.dump(answer, sys.stdout)
