#!/usr/bin/env bash
# Neo4j's own importer (Maven Central, community edition) in .cache/neo4j/lib. Quick where it is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
lib=.cache/neo4j/lib
if ! ls "$lib"/neo4j-import-tool-*.jar >/dev/null 2>&1; then
  mkdir -p "$lib"
  mvn -q -B -f test/interop/neo4j/pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/$lib"
fi
