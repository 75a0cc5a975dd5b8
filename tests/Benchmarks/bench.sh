#!/usr/bin/env bash
# make bench: speed and size, in process and over HTTP. Takes about seven minutes.
# The server is pinned to core 0 and wrk to core 1; on a machine that does other work the figures say little.
set -euo pipefail
cd "$(dirname "$0")/../.."

port=5087
url=http://127.0.0.1:$port
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
published=artifacts/bench/server/plan-registry
bench=artifacts/bench/in-process/RegistryBench

build() {
    rm -rf artifacts/bench
    dotnet publish src/PlanRegistry.Server -c Release -o artifacts/bench/server -v quiet -nologo
    dotnet publish tests/Benchmarks/RegistryBench -c Release -o artifacts/bench/in-process -v quiet -nologo
}

figure() { # what, measured, unit, comparison, bound
    awk -v what="$1" -v is="$2" -v unit="$3" -v sign="$4" -v bound="$5" \
        'BEGIN { ok = sign == "<" ? is < bound : is >= bound; printf "%-66s %10.1f %-5s %s %s %s %s\n", what, is, unit, ok ? "ok    " : "MISSED", sign, bound, unit }'
}

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

start() { # label, arguments of the server; sets $server, prints the time until it is ready
    local label=$1 begun ready
    shift
    begun=$(milliseconds)
    taskset -c 0 "$published" "$@" serve --urls $url ${sample:-} >"$work/server.log" 2>&1 &
    server=$!
    until curl -fs "$url/health/ready" >/dev/null 2>&1; do
        kill -0 "$server" 2>/dev/null || { cat "$work/server.log"; exit 1; }
        [ $(($(milliseconds) - begun)) -lt 60000 ] || { echo "The server is not ready after a minute."; exit 1; }
        sleep 0.02
    done
    ready=$(milliseconds)
    [ -z "$label" ] || figure "$label" $((ready - begun)) ms "<" 2000
}

stop() { kill "$server"; wait "$server" 2>/dev/null || true; server=; }

ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

processor() { # process, url, cookie, query, seconds: microseconds of the server's processor for a request, of a few seconds
    local before after count
    printf 'wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\nwrk.headers["Cookie"] = "%s"\nwrk.headers["Origin"] = "%s"\nwrk.body = [[{"query":"%s"}]]\n' \
        "$3" "$2" "$4" >"$work/check.lua"
    before=$(ticks "$1")
    count=$(taskset -c 1 wrk -t1 -c16 "-d${5}s" -s "$work/check.lua" "$2/graphql" | awk '/requests in/ { print $1 }')
    after=$(ticks "$1")
    awk -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" -v count="$count" 'BEGIN { print ticks / hertz * 1e6 / count }'
}

sign_in_check() { # what it costs to know who asks: the same requests without accounts and signed in, by turns, medians of seven
    local plain=http://127.0.0.1:5088 other query i
    query='{ district(code: \"500154\") { plan(code: \"DEV-2021\") { code title kind tier importance secrecy status statusSince light listing } } }'
    for pack in 000000 500000 500154; do
        "$published" --database "$work/plain.db" import "$(dirname "$published")/seed/$pack" >/dev/null
    done
    taskset -c 0 "$published" --database "$work/plain.db" serve --urls $plain --clock-is-right >"$work/plain.log" 2>&1 &
    other=$!
    until curl -fs "$plain/health/ready" >/dev/null 2>&1; do
        kill -0 "$other" 2>/dev/null || { cat "$work/plain.log"; exit 1; }
        sleep 0.05
    done
    processor $other $plain "" "$query" 20 >/dev/null # as warm as the one that has been asked already
    : >"$work/plain.txt"
    : >"$work/signed.txt"
    for i in 1 2 3 4 5 6 7; do
        processor $other $plain "" "$query" 3 >>"$work/plain.txt"
        processor $server $url "$cookie" "$query" 3 >>"$work/signed.txt"
    done
    kill "$other"
    figure "the sign-in check adds to plan(code), in processor time" \
        "$(paste <(sort -n "$work/plain.txt" | sed -n 4p) <(sort -n "$work/signed.txt" | sed -n 4p) | awk '{ print ($2 / $1 - 1) * 100 }')" % "<" 5
}

memory() { awk '/VmRSS/ { print $2 / 1024 }' "/proc/$server/status"; }

sign_in() { # as the demonstration's account number $2 (1) of the role $1, so that the check of who asks is measured too; sets $cookie
    local account
    account=$(curl -s $url/sign-in/ways | grep -o '"id":"person-[0-9a-f]*","name":"[^"]*","role":"'"$1"'"' | sed -n "${2:-1}p" | cut -d'"' -f4)
    cookie=$(curl -s -D - -o /dev/null $url/sign-in -H 'Content-Type: application/json' -d "{\"account\":\"$account\"}" \
        | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\);.*/\1/p')
}

certificate() { # prepared by one account of finance and signed by the other; sets $number
    sign_in FINANCE 1
    number=$(ask 'mutation { issueFundingCertificates(input: { district: \"500154\", lines: [{ plan: \"SPE-2021-12\", project: \"bench\", amount: \"1\", money: DISTRICT, purpose: IMPLEMENTATION }] }) { fundingCertificates { number } } }' \
        | sed 's/.*"number":"\([^"]*\)".*/\1/')
    sign_in FINANCE 2
    ask "mutation { signFundingCertificates(input: { district: \\\"500154\\\", numbers: [\\\"$number\\\"] }) { problems { message } } }" >/dev/null
    sign_in REFORM_COMMISSION
}

warm_up() { # the hot paths are compiled again beside the answers: on one core that takes some twenty seconds, with a pause before the last step
    taskset -c 1 wrk -t1 -c16 -d20s -s "$work/post.lua" "$url/graphql" >/dev/null
}

ask() { # query: the answer
    curl -s "$url/graphql" -H 'Content-Type: application/json' -H "Cookie: ${cookie:-}" -H "Origin: $url" -d "{\"query\":\"$1\"}"
}

file() { # label, path, body, most milliseconds: how long the first one takes, with the code cold
    local answered
    printf '%s' "$3" >"$work/asked.json"
    answered=$(curl -s -o "$work/file" -w '%{http_code} %{time_total}' "$url$2" -H 'Content-Type: application/json' -H "Cookie: ${cookie:-}" \
        -H "Origin: $url" -d "@$work/asked.json")
    [ "${answered% *}" = 200 ] || { echo "$2 is refused: $answered $(head -c 300 "$work/file")"; exit 1; }
    figure "$1" "$(awk -v s="${answered#* }" 'BEGIN { print s * 1000 }')" ms "<" "$4"
}

all_plans() { # the codes of 300 plans, as JSON
    local after='' answer n
    for n in 1 2 3; do
        answer=$(ask "{ district(code: \\\"509901\\\") { plans(first: 100$after) { pageInfo { endCursor } nodes { code } } } }")
        grep -o '"code":"[^"]*"' <<<"$answer" | cut -d: -f2
        after=", after: \\\"$(sed 's/.*"endCursor":"\([^"]*\)".*/\1/' <<<"$answer")\\\""
    done | paste -sd,
}

load() { # label, query, requests a second
    local answer body
    body=$(printf '{"query":"%s"}' "$2")
    answer=$(curl -s "$url/graphql" -H 'Content-Type: application/json' -H "Cookie: ${cookie:-}" -H "Origin: $url" -d "$body")
    case $answer in
        *'"errors"'* | '') echo "The query is refused: $answer"; exit 1 ;;
    esac
    printf 'wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\nwrk.headers["Cookie"] = "%s"\nwrk.headers["Origin"] = "%s"\nwrk.body = [[%s]]\n' \
        "${cookie:-}" "$url" "$body" >"$work/post.lua"
    warm_up
    taskset -c 1 wrk -t1 -c16 -d5s -s "$work/post.lua" "$url/graphql" >"$work/wrk.txt"
    if grep -q 'Non-2xx' "$work/wrk.txt"; then cat "$work/wrk.txt"; exit 1; fi
    figure "$1" "$(awk '/Requests\/sec/ { print $2 }' "$work/wrk.txt")" req/s ">=" "$3"
    echo "    $2   (${#answer} bytes)"
}

build
echo "In process: a generated district"
"$bench" packs "$work"
"$bench" first "$work"
"$bench" in-process "$work"
"$bench" rows "$work"
"$bench" workbook "$work"

echo
echo "Over HTTP: the published server on core 0, wrk on core 1, 16 connections"
if ! command -v wrk >/dev/null; then
    echo "Not measured: wrk is missing. Install it with: apt-get update && apt-get install -y wrk"
    exit 1
fi
# Garbage is collected when as much has been made as the third cache holds: 300 MB on some hosts, which nobody has need of (docs/operation.md).
export DOTNET_GCgen0size=0x1000000
sample=--sample start "start to ready, the sample being imported" --database "$work/sample.db"
stop
sample=--sample start "start to ready with the sample" --database "$work/sample.db"
sign_in REFORM_COMMISSION
load "plan(code) with ten fields" \
    '{ district(code: \"500154\") { plan(code: \"DEV-2021\") { code title kind tier importance secrecy status statusSince light listing } } }' 8000
sign_in_check
certificate
file "evidence of a certificate as a .zip" /evidence "{\"district\":\"500154\",\"kind\":\"certificate\",\"code\":\"$number\"}" 2000
figure "memory (RSS) with the sample, after that load" "$(memory)" MB "<" 200
stop
cookie=
start "" --database "$work/district/source.db"
load "50 plans with code, title, status, light and findings' codes" \
    '{ district(code: \"509901\") { plans(first: 50) { nodes { code title status light findings { rule { code } } } } } }' 800
vector=$(ask '{ district(code: \"509901\") { vector } }' | sed 's/.*"vector":"\([^"]*\)".*/\1/')
plans="{\"district\":\"509901\",\"vector\":\"$vector\",\"sheets\":[{\"kind\":\"plans\",\"rows\":[$(all_plans)]}]}"
file "export of 300 plans as .xlsx" /export "$plans" 1000
file "a letter to each agency with findings as a .zip" /papers '{"district":"509901","paper":"reminder"}' 5000
echo "    $(unzip -l "$work/file" | awk 'END { print $2 }') letters"
taskset -acp 0,1 "$server" >/dev/null
year() { echo "{\"query\":\"{ district(code: \\\"509901\\\", asOf: \\\"$1-11-30\\\") { findingHistory(from: \\\"$(($1 - 1))-12-01\\\", to: \\\"$1-11-30\\\") { month opened cleared } } }\"}"; }
for n in 2019 2020 2021 2022 2023; do curl -s -o /dev/null "$url/graphql" -H 'Content-Type: application/json' -d "$(year $n)"; done
file "findings by month of a year, none judged before, two processors" /graphql "$(year 2025)" 1000
ask 'mutation { registerPlan(input: { district: \"509901\", title: \"示例规划\", kind: SPECIAL, horizon: { from: 2026, to: 2030 } }) { seq } }' >/dev/null
file "the same after a write" /graphql "$(year 2025)" 1000
ask '{ district(code: \"509901\") { conformance { findings } } }' >/dev/null
sleep 12
file "findings by month of the last year, as a page opens it" /graphql \
    "{\"query\":\"{ district(code: \\\"509901\\\") { findingHistory(from: \\\"$(date -d '11 months ago' +%Y-%m)-01\\\", to: \\\"$(date +%F)\\\") { month opened cleared } } }\"}" 1000
stop

echo
echo "200 people with live pages: the server on core 0, they on core 1"
cp "$work/district/source.db" "$work/people.db"
"$bench" invite "$work/people.db" "$work/people.txt"
start "" --database "$work/people.db"
taskset -c 1 "$bench" people $url "$work/people.txt"
