#!/usr/bin/env bash
# Writes anew all that is generated and committed (models/ apart, which need the corpora), in the order in which one needs the other: `npm run regenerate`. Read what changed in
# `git diff` like code. Needs Debian's Chromium for the screenshots (test/browser/install-chromium.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

npm run -s build
# The page of the ontology and its picture, from ontology/*.ttl.
npm run -s ontology
# The sample's output. What was there goes, so that no file of an older version stays.
rm -rf out
node dist/cli.js build seeds --out out --quiet --no-cache
node dist/cli.js verify out --sources seeds
# Our own texts, and what the programs of docs/library.md print.
UPDATE=1 npx vitest run test/golden.test.ts test/libraryGuide.test.ts
# The answers to ontology/queries on the sample.
npm run -s queries -- --update
npm run -s screenshots
# The list of packages, and every name of the library (typedoc comes from the registry: it needs a compiler of its own).
npm run -s packages
npm run -s api
npx biome check .
git add --all out test/golden ontology docs
git status --short
