#!/usr/bin/env bash
# make bench-attacks: sends every attack to a fresh host with the limits as they are by default. Each must be refused in < 50 ms (median of several sends) and grow the host by < 16 MB,
# and the host must answer an ordinary query at once afterwards.
set -euo pipefail
cd "$(dirname "$0")/../../.."
here=$PWD/tests/Benchmarks/GraphQL
work=$PWD/artifacts/bench/graphql
for tool in node npm; do
    command -v $tool >/dev/null || { echo "Not measured: $tool is missing. Install it with: apt-get update && apt-get install -y nodejs npm"; exit 1; }
done
dotnet publish tests/Benchmarks/GraphQLHost -c Release -o "$work/ours" -v quiet -nologo
[ -d "$here/peers/node_modules" ] || npm ci --prefix "$here/peers" --no-audit --no-fund --silent
export SCHEMA=$PWD/tests/Benchmarks/GraphQLHost/schema.graphql DB=$work/data/plans.db ASPNETCORE_ENVIRONMENT=Production
[ -f "$DB" ] || node "$here/peers/make.mjs" "$work/data"
node "$here/attacks.mjs" "$work/ours/GraphQLHost.dll"
