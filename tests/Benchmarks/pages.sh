#!/usr/bin/env bash
# make bench-pages: the first page of a fresh browser and the next one, in Chromium. On a machine that does other work the figures say little.
set -euo pipefail
cd "$(dirname "$0")/../.."

url=http://127.0.0.1:5089
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
dotnet publish src/PlanRegistry.Server -c Release -o artifacts/bench/server -v quiet -nologo
dotnet build tests/Benchmarks/PagesBench -c Release -o artifacts/bench/pages -v quiet -nologo
artifacts/bench/server/plan-registry --database "$work/sample.db" serve --sample --urls $url >"$work/server.log" 2>&1 &
server=$!
until curl -fs "$url/health/ready" >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log"; exit 1; }
    sleep 0.1
done
artifacts/bench/pages/PagesBench $url
