#!/usr/bin/env bash
# OpenLink Virtuoso, as Debian has it. Only the server and isql; the tests start their own, with a database of their own.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
if ! command -v virtuoso-t > /dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends virtuoso-opensource-7-bin > /dev/null
fi
# It ends with 1 after printing its help.
(virtuoso-t -? 2>&1 || true) | sed -n '/Version/p'
