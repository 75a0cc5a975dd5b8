#!/usr/bin/env bash
# Starts a private PostgreSQL in memory, where there is room, and runs a command with PLANREGISTRY_POSTGRES naming it; then stops it.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Installing postgresql for the tests of the other home."
        (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y postgresql) >/dev/null 2>&1 || { echo "postgresql could not be installed."; exit 1; }
        bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    else
        echo "The tests of PostgreSQL need it: run apt-get install postgresql as root."
        exit 1
    fi
fi
room=/tmp
[ -w /dev/shm ] && [ "$(df -k --output=avail /dev/shm | tail -n 1)" -gt 6000000 ] && room=/dev/shm
folder=$(mktemp -d -p "$room" plan-registry-postgres.XXXXXX)
as() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$folder"
    as() { runuser -u postgres -- "$@"; }
fi
trap 'as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
as "$bin/initdb" -D "$folder/data" -U app --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
# A server's certificate for localhost by a CA of the tests, another by the same, and a CA that nobody knows.
tls="$folder/tls"
as mkdir "$tls"
certify() { as openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$1" -addext "subjectAltName=DNS:localhost" -keyout "$tls/$2.key" "${@:3}" 2>/dev/null; }
certify "CA of the tests" ca -x509 -days 30 -out "$tls/ca.crt"
certify "CA of others" others -x509 -days 30 -out "$tls/others.crt"
for name in server renewed; do
    certify localhost $name -out "$tls/$name.csr"
    as openssl x509 -req -in "$tls/$name.csr" -CA "$tls/ca.crt" -CAkey "$tls/ca.key" -CAcreateserial -copy_extensions copy -days 30 -out "$tls/$name.crt" 2>/dev/null
done
chmod 755 "$folder" "$tls"
# Who is in this group needs a password; everybody else is trusted.
as sed -i '1i host all +needs_password 127.0.0.1/32 scram-sha-256' "$folder/data/pg_hba.conf"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 54329)
start() {
    as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
        -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c ssl=on -c ssl_cert_file=$folder/tls/server.crt -c ssl_key_file=$folder/tls/server.key -c max_connections=300 -c max_locks_per_transaction=1000 -c autovacuum=off" start >/dev/null
}
start
# Kills all of its processes at once, and has it recover from its log.
crash="$folder/crash.sh"
{
    echo '#!/usr/bin/env bash'
    declare -p bin folder port
    if [ "$(id -u)" -eq 0 ]; then echo 'as() { runuser -u postgres -- "$@"; }'; else echo 'as() { "$@"; }'; fi
    declare -f start
    echo 'first=$(head -n 1 "$folder/data/postmaster.pid")'
    echo 'all="$first $(pgrep -P "$first" | tr "\n" " ")"'
    echo 'kill -KILL $all'
    echo 'while kill -0 $all 2>/dev/null; do sleep 0.02; done'
    echo 'rm "$folder/data/postmaster.pid"'
    echo 'start'
} >"$crash"
chmod +x "$crash"
export PLANREGISTRY_POSTGRES="Host=127.0.0.1;Port=$port;Username=app;SSL Mode=Disable" PLANREGISTRY_POSTGRES_TLS="$tls" PLANREGISTRY_POSTGRES_CRASH="$crash"
export Documents__Folder="$folder/documents"
mkdir -p "$Documents__Folder"
"$@"
