#!/usr/bin/env bash
# run.sh PART...  test: every test project, then the GraphQL judges on a few documents; pages: the walk through every page in Chromium;
# postgres: what is told of ledgers, packs, access and GraphQL once more, on a private PostgreSQL, and crashes; deploy: its example;
# packages: what make publish left. Adds them up. The last line is "N passed, N failed"; exit 1 when any failed or none ran.
set -uo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# The browser page is tried in Chromium, with a font that has Chinese.
if [ ! -x /usr/bin/chromium ] || [ -z "$(fc-list :lang=zh family 2>/dev/null)" ]; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Installing chromium and fonts-noto-cjk for the tests of the browser page."
        (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y chromium fonts-noto-cjk) >"$log" 2>&1 || { tail -n 20 "$log"; echo "chromium and fonts-noto-cjk could not be installed."; exit 1; }
    else
        echo "The tests of the browser page need /usr/bin/chromium and a Chinese font: run apt-get install chromium fonts-noto-cjk as root."
        exit 1
    fi
fi

dotnet build PlanRegistry.sln -c Release -v quiet -nologo -clp:NoSummary || { echo "The build failed."; exit 1; }
# The tests write thousands of small databases: where there is room in memory for them, no disk is waited for.
if [ -w /dev/shm ] && [ "$(df -k --output=avail /dev/shm | tail -n 1)" -gt 4000000 ]; then
    TMPDIR=$(mktemp -d -p /dev/shm plan-registry-tests.XXXXXX)
    export TMPDIR
    trap 'rm -rf "$log" "$TMPDIR"' EXIT
fi
status=0
: >"$log"
for part in "$@"; do
    case $part in
        test)
            dotnet test PlanRegistry.sln -c Release --no-build -v quiet -nologo --logger 'console;verbosity=minimal' --filter "Category!=Pages&Home!=PostgreSQL" 2>&1 | tee -a "$log"
            status=$((status | PIPESTATUS[0]))
            SEEDS=${SEEDS:-1} COUNT=${COUNT:-150} bash tests/Conformance/run.sh 2>&1 | tee -a "$log"
            status=$((status | PIPESTATUS[0]))
            ;;
        pages)
            dotnet test tests/Web.Tests -c Release --no-build -v quiet -nologo --logger 'console;verbosity=minimal' --filter "Category=Pages" 2>&1 | tee -a "$log"
            status=$((status | PIPESTATUS[0]))
            ;;
        postgres)
            bash tests/postgres.sh dotnet test tests/PlanRegistry.Tests -c Release --no-build -v quiet -nologo --logger 'console;verbosity=minimal' \
                --filter "Home!=SQLite&(Home=PostgreSQL|FullyQualifiedName~Tests.Ledger.|FullyQualifiedName~Tests.Storage.|FullyQualifiedName~Tests.Packs.|FullyQualifiedName~Tests.Access.|FullyQualifiedName~Tests.GraphQL.|FullyQualifiedName~Tests.Sweeping.)" 2>&1 | tee -a "$log"
            status=$((status | PIPESTATUS[0]))
            bash tests/postgres.sh dotnet run --project tests/Crash -c Release --no-build -- "${CRASHES:-12}" 1 2>&1 | tee -a "$log"
            status=$((status | PIPESTATUS[0]))
            ;;
        deploy | packages)
            bash "tests/$part.sh" 2>&1 | tee -a "$log"
            status=$((status | PIPESTATUS[0]))
            ;;
        *) echo "There is no part '$part': test, pages, postgres, deploy or packages."; exit 1 ;;
    esac
done

sum() { grep -oE "$1: +[0-9]+" "$log" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum Passed)
failed=$(sum Failed)
skipped=$(sum Skipped)
[ "$skipped" -eq 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
