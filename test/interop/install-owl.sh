#!/usr/bin/env bash
# ROBOT with the OWL API and HermiT, from Maven Central into .cache/owl. Needs a JDK and Maven. Quick where it is there already.
set -euo pipefail
cd "$(dirname "$0")/../.."
pom=test/interop/owl-pom.xml
target=.cache/owl
if ! cmp -s "$pom" "$target/pom.xml"; then
  rm -rf "$target" && mkdir -p "$target"
  mvn --batch-mode --quiet --file "$pom" dependency:copy-dependencies -DoutputDirectory="$PWD/$target/lib"
  cp "$pom" "$target/pom.xml"
fi
java -cp "$target/lib/*" org.obolibrary.robot.CommandLineInterface --version
