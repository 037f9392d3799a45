#!/usr/bin/env bash
# OpenLink Virtuoso, as Debian has it. Only the server and isql; the tests start their own, with a database of their own.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v virtuoso-t > /dev/null; then
  bash test/debian.sh virtuoso-opensource-7-bin
fi
# It ends with 1 after printing its help.
(virtuoso-t -? 2>&1 || true) | sed -n '/Version/p'
