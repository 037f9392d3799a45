#!/usr/bin/env bash
# rapper from Debian; rdflib, pyoxigraph, PyLD and Owlready2 from PyPI, in .cache/rdfpy. Quick where they are there already.
set -euo pipefail
cd "$(dirname "$0")/../.."
requirements=test/interop/rdfpy-requirements.txt
target=.cache/rdfpy
if ! command -v rapper > /dev/null; then
  bash test/debian.sh raptor2-utils
fi
if ! cmp -s "$requirements" "$target/requirements.txt"; then
  rm -rf "$target"
  python3 -m venv "$target"
  "$target/bin/pip" install --quiet --requirement "$requirements"
  cp "$requirements" "$target/requirements.txt"
fi
rapper --version
"$target/bin/python" -c 'import rdflib; print("rdflib", rdflib.__version__)'
