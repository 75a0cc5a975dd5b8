# What a reader of the papers has at hand; the variables in capitals are given by Shell.cs.
set -euo pipefail

# A server is waited for until it is ready, then told to stop. Its database was written by the tests' clock, long before today.
plan-registry() {
    if [ "$1" != serve ]; then
        dotnet "$PROGRAM" "$@"
        return
    fi
    dotnet "$PROGRAM" "$@" --urls "http://127.0.0.1:$PORT" --clock-is-right &
    local server=$!
    command curl -fs --retry 100 --retry-delay 1 --retry-connrefused "http://127.0.0.1:$PORT/health/ready"
    kill -TERM "$server"
    wait "$server"
}

# Building and measuring take too long: what would be done is told.
make() { command make -n -C "$REPOSITORY" "$@"; }

# The program that the reader built is the one that the Makefile builds.
alias() { [ "$1" = "plan-registry=$PWD/$BINARY" ]; }

# The server's clock.
date() { echo "$NOW"; }

curl() { command curl -f "$@"; }
