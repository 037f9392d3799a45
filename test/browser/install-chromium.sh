#!/usr/bin/env bash
# Debian's Chromium, which playwright-core drives. Quick where it is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v chromium >/dev/null; then
  bash test/debian.sh chromium fonts-liberation
fi
chromium --version
