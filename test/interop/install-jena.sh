#!/usr/bin/env bash
# Apache Jena: riot, arq and Fuseki, from Maven Central into .cache/jena. Needs a JDK and Maven. Quick where it is there already.
set -euo pipefail
cd "$(dirname "$0")/../.."
pom=test/interop/jena-pom.xml
target=.cache/jena
if ! cmp -s "$pom" "$target/pom.xml"; then
  rm -rf "$target" && mkdir -p "$target"
  mvn --batch-mode --quiet --file "$pom" dependency:copy-dependencies -DoutputDirectory="$PWD/$target/lib"
  cp "$pom" "$target/pom.xml"
fi
java -cp "$target/lib/*" riotcmd.riot --version
