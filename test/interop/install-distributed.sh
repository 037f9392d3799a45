#!/usr/bin/env bash
# PySpark and what distributed/ needs beside it, in .cache/distributed. Quick where it is there already.
set -euo pipefail
cd "$(dirname "$0")/../.."
requirements=distributed/requirements.txt
target=.cache/distributed
if ! cmp -s "$requirements" "$target/requirements.txt"; then
  rm -rf "$target"
  python3 -m venv "$target"
  "$target/bin/pip" install --quiet --requirement "$requirements"
  cp "$requirements" "$target/requirements.txt"
fi
"$target/bin/python" -c 'import pyspark; print("pyspark", pyspark.__version__)'
