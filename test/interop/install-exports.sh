#!/usr/bin/env bash
# FollowTheMoney, nanopub and brat's own reader (inside bratiaa) from PyPI, in .cache/exports. Quick where they are there already.
set -euo pipefail
cd "$(dirname "$0")/../.."
requirements=test/interop/exports-requirements.txt
target=.cache/exports
if ! cmp -s "$requirements" "$target/requirements.txt"; then
  # PyICU, which FollowTheMoney needs, is compiled.
  if ! pkg-config --exists icu-i18n; then
    bash test/debian.sh build-essential pkg-config libicu-dev python3-dev
  fi
  rm -rf "$target"
  python3 -m venv "$target"
  "$target/bin/pip" install --quiet --requirement "$requirements"
  cp "$requirements" "$target/requirements.txt"
fi
"$target/bin/python" -c 'import followthemoney; print("followthemoney", followthemoney.__version__)'
