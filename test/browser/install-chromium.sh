#!/usr/bin/env bash
# Debian's Chromium, which playwright-core drives. Quick where it is there.
set -euo pipefail
if ! command -v chromium >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation
fi
chromium --version
