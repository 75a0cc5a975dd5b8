#!/usr/bin/env bash
# Runs every judge against freshly started servers: COUNT documents for each of SEEDS. The servers must be built (CONFIGURATION). See README.md.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v npm >/dev/null || ! node -e 'process.exit(+(process.versions.node.split(".")[0] < 20))' 2>/dev/null; then
  echo "The GraphQL judges need Node.js 20 or newer with npm, which this machine has not: install it (Debian: apt-get install nodejs npm) and run again."
  echo "Conformance  Failed: 1, Passed: 0"
  exit 1
fi
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  npm ci --no-audit --no-fund --loglevel=error >/dev/null
  cp package-lock.json node_modules/.installed-lock
fi
exec node run.mjs
