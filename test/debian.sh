#!/usr/bin/env bash
# Installs packages of Debian: debian.sh PACKAGE... With sudo where somebody else than root runs it.
set -euo pipefail
root=()
[ "$(id -u)" = 0 ] || root=(sudo)
patient=(-o Acquire::Retries=5 -qq)
"${root[@]}" apt-get "${patient[@]}" update
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${patient[@]}" install --yes --no-install-recommends "$@" > /dev/null
