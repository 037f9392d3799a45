"""Graph files -> what networkx and igraph make of each, as one JSON object: nodes, edges, columns, and all values of the edges.

Called with pairs of GraphML and GEXF files.
"""

import json
import sys
import warnings
import xml.etree.ElementTree as ElementTree
from collections import Counter

import igraph
import networkx


def of_networkx(graph):
    # networkx makes a plain graph of a file where no two nodes have two edges.
    keyed = graph.edges(keys=True, data=True) if graph.is_multigraph() else [(*ends, None, data) for *ends, data in graph.edges(data=True)]
    edges = [dict(data, id=data.get("id", key), source=source, target=target) for source, target, key, data in keyed]
    return {
        "directed": graph.is_directed(),
        "nodes": graph.number_of_nodes(),
        "labels": {node: data.get("label") for node, data in graph.nodes(data=True)},
        "nodeColumns": sorted({name for _, data in graph.nodes(data=True) for name in data}),
        "edges": edges,
    }


def of_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    names = graph.vs["id"]
    edges = [dict(edge.attributes(), source=names[edge.source], target=names[edge.target]) for edge in graph.es]
    return {
        "directed": graph.is_directed(),
        "nodes": graph.vcount(),
        "labels": dict(zip(names, graph.vs["label"])),
        "nodeColumns": sorted(graph.vs.attributes()),
        "edges": edges,
    }


def as_apoc(path):
    """As Neo4j's apoc.import.graphml with readLabels: kinds of nodes from their attribute `labels`, of edges from `label`."""
    space = "{http://graphml.graphdrawing.org/xmlns}"
    labels, types = Counter(), Counter()
    for _, element in ElementTree.iterparse(path):
        if element.tag == space + "node":
            labels.update(label for label in element.get("labels", "").split(":") if label)
        if element.tag == space + "edge":
            types[element.get("label", "RELATED")] += 1
    return {"labels": labels, "types": types}


def main():
    warnings.simplefilter("error")
    found = []
    for graphml, gexf in zip(sys.argv[1::2], sys.argv[2::2]):
        found.append({
            "networkxGraphml": of_networkx(networkx.read_graphml(graphml, force_multigraph=True)),
            "networkxGexf": of_networkx(networkx.read_gexf(gexf, version="1.3")),
            "igraph": of_igraph(graphml),
            "apoc": as_apoc(graphml),
        })
    json.dump(found, sys.stdout)


main()
