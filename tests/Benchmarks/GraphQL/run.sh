#!/usr/bin/env bash
# make bench-graphql: the engine beside mercurius, graphql-yoga and the limit ("mem": the answers ready in arrays behind a bare socket), over the same data, in one run of about four minutes.
# One server at a time, pinned to core 0; wrk pinned to core 1. The figures are ratios within the run: on a machine that does other work, run it again.
# ROUNDS=3 SECONDS_EACH=5 SERVERS="mem mercurius yoga ours" NO_BUILD= tests/Benchmarks/GraphQL/run.sh
set -euo pipefail
cd "$(dirname "$0")/../../.."
here=$PWD/tests/Benchmarks/GraphQL
work=$PWD/artifacts/bench/graphql
rounds=${ROUNDS:-3}
seconds=${SECONDS_EACH:-5}
servers=${SERVERS:-mem mercurius yoga ours}

for tool in wrk node npm taskset curl; do
    command -v $tool >/dev/null || { echo "Not measured: $tool is missing. Install it with: apt-get update && apt-get install -y wrk nodejs npm util-linux curl"; exit 1; }
done
if [ -z "${NO_BUILD:-}" ]; then
    dotnet publish tests/Benchmarks/GraphQLHost -c Release -o "$work/ours" -v quiet -nologo
    dotnet publish "$here/MemHost" -c Release -o "$work/mem" -v quiet -nologo
fi
[ -d "$here/peers/node_modules" ] || npm ci --prefix "$here/peers" --no-audit --no-fund --silent
export SCHEMA=$PWD/tests/Benchmarks/GraphQLHost/schema.graphql DB=$work/data/plans.db Q4=$work/data/q4.json NODE_ENV=production ASPNETCORE_ENVIRONMENT=Production
node "$here/peers/make.mjs" "$work/data"

server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null' EXIT

port_of() { case $1 in mem) echo 4217 ;; mercurius) echo 4211 ;; yoga) echo 4212 ;; ours) echo 4216 ;; esac; }

start() { # sets $server
    local command
    case $1 in
        mem) command="dotnet $work/mem/MemHost.dll" ;;
        ours) command="dotnet $work/ours/GraphQLHost.dll" ;;
        *) command="node $here/peers/$1.mjs" ;;
    esac
    PORT=$(port_of "$1") taskset -c 0 $command >"$work/$1.log" 2>&1 &
    server=$!
    for _ in $(seq 200); do
        curl -fs -o "$work/$1.ready" -X POST "127.0.0.1:$(port_of "$1")/graphql" -H 'content-type: application/json' -d '{"operationName":"q1","query":"query q1($id: ID!) { plan(id: $id) { id } }","variables":{"id":"1"}}' && return
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/$1.log"; echo "$1 does not answer."; exit 1
}

stop() { kill "$server"; wait "$server" 2>/dev/null || true; server=; }

# The limit sends the engine's own introspection: those bytes are its data.
start ours
curl -fs -o "$Q4" "127.0.0.1:$(port_of ours)/graphql" -H 'content-type: application/json' --data-binary @"$work/data/q4.request.json"
stop

echo "The same answers:"
targets=() pids=()
for name in $servers; do
    start "$name"
    pids+=("$server")
    targets+=("$name=http://127.0.0.1:$(port_of "$name")/graphql")
done
status=0
node "$here/peers/verify.mjs" "$work/data" "${targets[@]}" || status=$?
for pid in "${pids[@]}"; do kill "$pid"; wait "$pid" 2>/dev/null || true; done
server=
[ $status -eq 0 ] || exit $status

: >"$work/results.txt"
for round in $(seq "$rounds"); do
    for name in $servers; do
        start "$name"
        for query in q1 q2 q3 q4; do
            url=http://127.0.0.1:$(port_of "$name")
            taskset -c 1 wrk -t1 -c16 -d3s -s "$work/data/$query.lua" "$url" >/dev/null # warm-up
            result=$(taskset -c 1 wrk -t1 -c16 -d"${seconds}s" -s "$work/data/$query.lua" "$url" | awk '/RESULT/ { print $2, $3, $4, $5 }')
            echo "$name $query $result $(awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status")" >>"$work/results.txt"
        done
        stop
    done
    echo "Round $round of $rounds is done."
done
echo
node "$here/peers/table.mjs" "$work/results.txt"
