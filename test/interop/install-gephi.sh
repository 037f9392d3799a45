#!/usr/bin/env bash
# Gephi Toolkit (Maven Central) and our small importer, compiled, in .cache/gephi. Needs a JDK and Maven. Quick where it is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
home=.cache/gephi
jar=$home/gephi-toolkit-0.10.1-all.jar
mkdir -p "$home"
if [ ! -s "$jar" ]; then
  mvn -q -B dependency:copy -Dartifact=org.gephi:gephi-toolkit:0.10.1:jar:all -DoutputDirectory="$PWD/$home" -Dmdep.useBaseVersion=true
fi
if [ test/interop/gephi/GephiImport.java -nt "$home/GephiImport.class" ]; then
  javac -cp "$jar" -d "$home" test/interop/gephi/GephiImport.java
fi
