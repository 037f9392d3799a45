#!/usr/bin/env bash
# Apache Jena (riot, shacl, TDB2, Fuseki) and RDF4J, from Maven Central into .cache/jena and .cache/rdf4j. Needs a JDK and Maven.
# Quick where they are there already.
set -euo pipefail
cd "$(dirname "$0")/../.."

fetch() {
  local pom="test/interop/$1-pom.xml" target=".cache/$1"
  if ! cmp -s "$pom" "$target/pom.xml"; then
    rm -rf "$target" && mkdir -p "$target"
    mvn --batch-mode --quiet --file "$pom" dependency:copy-dependencies -DoutputDirectory="$PWD/$target/lib"
    cp "$pom" "$target/pom.xml"
  fi
}

# The commands by the names that they have in Jena's own distribution.
command_named() {
  printf '#!/usr/bin/env bash\nexec java -cp "%s/.cache/jena/lib/*" %s "$@"\n' "$PWD" "$2" > ".cache/jena/bin/$1"
  chmod +x ".cache/jena/bin/$1"
}

fetch jena
fetch rdf4j
mkdir -p .cache/jena/bin
command_named riot riotcmd.riot
command_named shacl shacl.shacl
command_named tdb2.tdbloader tdb2.tdbloader
command_named tdb2.tdbquery tdb2.tdbquery
command_named fuseki-server org.apache.jena.fuseki.main.cmds.FusekiMainCmd
.cache/jena/bin/riot --version
