#!/usr/bin/env bash
# deploy.sh: the whole example of deploy/ on one machine: PostgreSQL and its replica, two nodes, nginx and a client, each in a network
# namespace of its own with an /etc of its own, where the example's files lie unchanged. Nothing leaves these namespaces, and what is
# started here is ended here. As root. The last line is counted by tests/run.sh.
set -uo pipefail
cd "$(dirname "$0")/.."
program=${PROGRAM:-$PWD/src/PlanRegistry.Server/bin/Release/net10.0/plan-registry}
passed=0 failed=0
finish() { echo "Deploy  Failed: $failed, Passed: $passed"; exit $((failed > 0)); }
give_up() { echo "$1"; failed=$((failed + 1)); finish; }
skip() { echo "$1"; echo "Deploy  Failed: 0, Passed: 0, Skipped: 1"; exit 0; }
try() { # what is to hold, command...
    local what=$1 told
    shift
    if told=$("$@" 2>&1); then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED  $what"; echo "$told" | tail -n 15 | sed 's/^/    /'; fi
}
not() { if "$@"; then return 1; else return 0; fi; }
is() { [ "$1" = "$2" ] || { echo "$1 in place of $2"; return 1; }; }

tag=pr$$
[ "$(id -u)" -eq 0 ] || skip "The example of deploy/ is started by root alone."
ip netns add $tag-net 2>/dev/null || skip "No network namespaces can be made here, so the example of deploy/ was not started."
room=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)" plan-registry-deploy.XXXXXX)
chmod 755 "$room"
declare -A machine=()
end() {
    local name pids
    for name in "${!machine[@]}"; do
        pids=$(ip netns pids "$tag-$name")
        [ -z "$pids" ] || kill -KILL $pids 2>/dev/null
    done
    wait 2>/dev/null
    for name in "${!machine[@]}" net; do ip netns del "$tag-$name" 2>/dev/null; done
    rm -rf "$room"
}
trap end EXIT
for tool in nginx:nginx-light openssl:openssl curl:curl; do
    command -v ${tool%:*} >/dev/null || (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y ${tool#*:}) >/dev/null 2>&1 \
        || give_up "${tool#*:} could not be installed."
done
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y postgresql) >/dev/null 2>&1 \
    && bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1) || give_up "postgresql could not be installed."; }
[ -x "$program" ] || give_up "There is no program yet: run make build."

# --- five machines on one wire
ip -n $tag-net link add wire type bridge
ip -n $tag-net link set wire up
add() { # name, address: a namespace, and in it an /etc, a /srv, a /run and logs of its own
    local name=$1 ns=$tag-$1
    ip netns add "$ns"
    ip -n $tag-net link add "to-$name" type veth peer name eth0 netns "$ns"
    ip -n $tag-net link set "to-$name" master wire up
    ip -n "$ns" addr add "$2/24" dev eth0
    ip -n "$ns" link set lo up
    ip -n "$ns" link set eth0 up
    mkdir -p "$room/$name"/{up,work} "$room/srv/plan-registry/documents"
    ip netns exec "$ns" unshare -m --propagation private sh -c "mount -t overlay overlay -o lowerdir=/etc,upperdir=$room/$name/up,workdir=$room/$name/work /etc \
        && mount --bind $room/srv /srv && mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /var/log && mkdir /var/log/nginx \
        && mkdir -m 777 /run/postgresql && exec sleep 1000" &
    machine[$name]=$!
    disown
}
on() { local name=$1; shift; nsenter --wd="$PWD" -t "${machine[$name]}" -m -n -- "$@"; }
put() { # name, file, where, mode, owner
    on "$1" install -D -m "${4:-644}" -o "${5:-root}" "$2" "$3"
}
add lb 10.77.0.10; add node-a 10.77.0.11; add node-b 10.77.0.12; add db-1 10.77.0.21; add db-2 10.77.0.22; add client 10.77.0.99
sleep 0.5
for name in "${!machine[@]}"; do
    on "$name" test -d /var/log/nginx || skip "No file systems can be laid over each other here, so the example of deploy/ was not started."
    on "$name" cp "$PWD/deploy/hosts" /etc/hosts
done
chown nobody "$room/srv/plan-registry/documents"

# --- keys: an authority of our own, and who it vouches for
tls=$room/tls
mkdir "$tls"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=test" -keyout "$tls/ca.key" -out "$tls/ca.pem" 2>/dev/null
vouch() { # name, names
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$tls/$1.key" -out "$tls/$1.csr" 2>/dev/null
    openssl x509 -req -in "$tls/$1.csr" -CA "$tls/ca.pem" -CAkey "$tls/ca.key" -CAcreateserial -days 2 -out "$tls/$1.pem" \
        -extfile <(echo "subjectAltName=$2") 2>/dev/null
}
vouch db DNS:db-1,DNS:db-2
vouch site DNS:plans.example.gov.cn

# --- PostgreSQL and its replica
for name in db-1 db-2; do
    put $name "$tls/db.pem" /etc/plan-registry/tls/db.pem 644 postgres
    put $name "$tls/db.key" /etc/plan-registry/tls/db.key 600 postgres
    put $name "$tls/ca.pem" /etc/plan-registry/tls/ca.pem
    mkdir "$room/$name/data"
    chown postgres "$room/$name" "$room/$name/data"
    chmod 700 "$room/$name/data"
done
as_postgres() { on "$1" runuser -u postgres -- "${@:2}"; }
start_database() { as_postgres "$1" "$bin/pg_ctl" -D "$room/$1/data" -w -l "$room/$1/log" -o "-c fsync=off" start >/dev/null || { cat "$room/$1/log"; return 1; }; }
as_postgres db-1 "$bin/initdb" -D "$room/db-1/data" -E UTF8 --locale=C.UTF-8 --auth-local=peer --auth-host=scram-sha-256 --no-sync >/dev/null
mkdir "$room/db-1/data/conf.d"
echo "include_dir = 'conf.d'" >>"$room/db-1/data/postgresql.conf"
cp deploy/postgres/primary.conf "$room/db-1/data/conf.d/plan-registry.conf"
cp deploy/postgres/pg_hba.conf "$room/db-1/data/pg_hba.conf"
chown -R postgres "$room/db-1/data"
echo "*:*:*:replicator:copying" >"$room/replicator.pgpass"; echo "*:*:*:owner:owning" >"$room/owner.pgpass"; echo "*:*:*:plan_registry:serving" >"$room/pgpass"
put db-2 "$room/replicator.pgpass" /etc/plan-registry/replicator.pgpass 600 postgres
try "the primary starts" start_database db-1
sql() { as_postgres "$1" "$bin/psql" -X -q -At -v ON_ERROR_STOP=1 -d "${3:-registry}" -c "$2"; }
try "roles and database are made" as_postgres db-1 "$bin/psql" -X -q -v ON_ERROR_STOP=1 -d postgres -v owner_password=owning -v server_password=serving \
    -v replicator_password=copying -f "$PWD/deploy/postgres/roles.sql"
try "the replica is made" as_postgres db-2 env PATH="$bin:$PATH" PGPASSFILE=/etc/plan-registry/replicator.pgpass sh deploy/postgres/make-replica.sh "$room/db-2/data"
try "the replica starts" start_database db-2

# --- two nodes
database="Host=db-1,db-2;Target Session Attributes=primary;Database=registry;SSL Mode=VerifyFull;Root Certificate=/etc/plan-registry/tls/ca.pem"
for name in node-a node-b; do
    put $name "deploy/nodes/$name.conf" /etc/plan-registry/service.conf
    put $name "$tls/ca.pem" /etc/plan-registry/tls/ca.pem
    put $name "$room/pgpass" /etc/plan-registry/secrets/pgpass 600 nobody
    on $name chmod 755 /etc/plan-registry/secrets
done
put node-a "$room/owner.pgpass" /etc/plan-registry/owner.pgpass 600
by_node() { # name, arguments: with the settings of the service, as its user
    local name=$1
    shift
    on "$name" runuser -u nobody -- sh -c 'set -a; . /etc/plan-registry/service.conf; export PGPASSFILE=/etc/plan-registry/secrets/pgpass HOME=/tmp
        exec "$@" --database "$PLAN_REGISTRY_DATABASE"' sh "$@"
}
serve() { # name: as the unit does
    on "$1" runuser -u nobody -- sh -c 'set -a; . /etc/plan-registry/service.conf; export PGPASSFILE=/etc/plan-registry/secrets/pgpass HOME=/tmp
        exec "$0" serve --database "$PLAN_REGISTRY_DATABASE" $PLAN_REGISTRY_OPTIONS' "$program" >"$room/$1.log" 2>&1 &
}
ready() { # name, address
    local i
    for i in $(seq 200); do
        [ "$(on "$1" curl -s -H 'Host: plans.example.gov.cn' "http://$2:5080/health/ready")" = ready ] && return 0
        sleep 0.2
    done
    cat "$room/$1.log"
    return 1
}
try "the owner makes the tables" on node-a "$program" migrate --database "$database;Username=owner;Passfile=/etc/plan-registry/owner.pgpass" \
    --parts 64 --server-role plan_registry --lang en
for pack in 000000 500000 500154; do try "a node imports $pack" by_node node-a "$program" import "$PWD/seed/$pack" --lang en; done
try "there is an administrator" by_node node-a "$program" user add 管理员甲 --role ADMIN --district 500154 --lang en
token=$(by_node node-a "$program" token add 测试 --role REFORM_COMMISSION --district 500154 | tail -n 1)
serve node-a; serve node-b
try "node-a is ready" ready node-a 10.77.0.11
try "node-b is ready" ready node-b 10.77.0.12

# --- nginx
put lb "$tls/site.pem" /etc/plan-registry/tls/site.pem
put lb "$tls/site.key" /etc/plan-registry/tls/site.key 600
put lb deploy/nginx/plan-registry.conf /etc/nginx/conf.d/plan-registry.conf
on lb rm -f /etc/nginx/sites-enabled/default
try "nginx takes its settings" on lb nginx -t
try "nginx starts" on lb nginx
put client "$tls/ca.pem" /etc/plan-registry/tls/ca.pem
site=https://plans.example.gov.cn
web() { on client curl -s -m 20 --cacert /etc/plan-registry/tls/ca.pem "$@"; }
status() { web -o /dev/null -w '%{http_code}' "$@"; }
logged() { on lb tail -n 1 /var/log/nginx/plan-registry.log; }

# A token with more blanks before it is the same token, and leads to another place on nginx's ring: so each node has its own way.
declare -A way=()
for i in $(seq 40); do
    spaces=$(printf '%*s' "$i" '')
    web -o /dev/null -H "authorization: Bearer$spaces$token" -H 'content-type: application/json' -d '{"query":"{ __typename }"}' $site/graphql
    case $(logged) in *10.77.0.11:5080*) way[a]=$spaces ;; *10.77.0.12:5080*) way[b]=$spaces ;; esac
    [ ${#way[@]} -eq 2 ] && break
done
[ ${#way[@]} -eq 2 ] || give_up "nginx leads to ${#way[@]} of the two nodes: $(cat "$room"/node-*.log; on lb cat /var/log/nginx/error.log)"
passed=$((passed + 1))
ask() { # a or b, query
    local by=$1 query=${2//\"/\\\"}
    web -H "authorization: Bearer${way[$by]}$token" -H 'content-type: application/json' -d "{\"query\":\"$query\"}" "${@:3}" $site/graphql
}
act() { # key, day: a write
    echo "mutation { recordAct(input: { district: \"500154\", plan: \"SPE-2022-02\", type: PROGRESS_DISCLOSED, on: \"$2\", idempotencyKey: \"$1\" }) { seq act { id } problems { message } } }"
}
seq_of() { sed -n 's/.*"seq":\([0-9]*\).*/\1/p'; }
heads() { ask "$1" '{ district(code: "500154") { seq } }' | seq_of; }
entries() { sql "${1:-db-1}" 'select count(*) from ledger'; }

try "without TLS one is sent to TLS" is "$(on client curl -s -o /dev/null -w '%{http_code} %{redirect_url}' http://plans.example.gov.cn/d)" "308 $site/d"
try "the pages are served" is "$(status $site/d/500154)" 200
try "strangers read no district" not grep -q '"seq":' <<<"$(web -H 'content-type: application/json' -d '{"query":"{ district(code: \"500154\") { seq } }"}' $site/graphql)"
before=$(heads b) count=$(entries)
written=$(ask a "$(act deploy-1 2026-06-01)" | seq_of)
try "what node-a writes, node-b reads at once" is "$(heads b)" "$written"
try "and it is a new entry" test "${written:-0}" -gt "${before:-0}"
try "told again to node-b, it is not written again" is "$(ask b "$(act deploy-1 2026-06-01)" | seq_of)" "$written"
try "it is in the ledger once" is "$(entries)" "$((count + 1))"
try "an id of a request comes back, and stands in the log" sh -c "grep -qi '^x-request-id: deploy-request-7' <<E
$(ask a '{ __typename }' -D - -o /dev/null -H 'X-Request-Id: deploy-request-7' | tr -d '\r')
E"
try "the log has it" grep -q '"request":"deploy-request-7"' <<<"$(logged)"
try "no token stands in the log" not on lb grep -q "$token" /var/log/nginx/plan-registry.log
try "a body as large as the server takes goes through" is "$(head -c 262144 /dev/zero | tr '\0' ' ' | status -H 'content-type: application/json' --data-binary @- $site/graphql)" 400
try "a larger one does not" is "$(head -c 262145 /dev/zero | tr '\0' ' ' | status -H 'content-type: application/json' --data-binary @- $site/graphql)" 413
try "measurements are not shown outside" is "$(status $site/metrics)" 404
try "a socket is opened" is "$(web --http1.1 -m 3 -o /dev/null -w '%{http_code}' -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' \
    -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' -H 'Sec-WebSocket-Protocol: graphql-transport-ws' -H "Origin: $site" $site/graphql)" 101

# A stream at node-b is told what node-a writes.
web -N -m 60 -H "authorization: Bearer${way[b]}$token" -H 'content-type: application/json' -H 'accept: text/event-stream' \
    -d '{"query":"subscription { findingChanged(district: \"500154\") { seq cause } }"}' $site/graphql >"$room/stream" &
listener=$!
sleep 2
streamed=$(ask a 'mutation { recordAct(input: { district: "500154", plan: "SPE-2022-03", type: REPORTED, about: FINAL, year: 2024, on: "2026-06-29", recipients: ["区商务委"], copies: ["区发展改革委"], copiedOn: "2026-06-29", idempotencyKey: "deploy-2" }) { seq problems { message } } }' | seq_of)
for i in $(seq 50); do grep -q "\"seq\":$streamed" "$room/stream" && break; sleep 0.2; done
try "a stream at node-b is told what node-a writes" grep -q "\"seq\":${streamed:-none}" "$room/stream"
kill $listener 2>/dev/null

# A file that node-a took in is read by node-b: both have the folder.
printf '%%PDF-1.4\n%%test\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n' >"$room/paper.pdf"
sha=$(sha256sum "$room/paper.pdf" | cut -d ' ' -f 1)
taken=$(web -w ' %{http_code}' -H "authorization: Bearer${way[a]}$token" -H 'content-type: application/octet-stream' --data-binary @"$room/paper.pdf" \
    "$site/documents?district=500154&name=paper.pdf")
try "node-a takes in a file" grep -q "$sha" <<<"$taken"
try "it lies in the folder of both" sh -c "find '$room/srv' -name '*$sha*' | grep -q ."

# --- the database
follows() { local i; for i in $(seq 50); do [ "$(entries db-2)" = "$(entries)" ] && return 0; sleep 0.2; done; return 1; }
try "the replica only reads" is "$(sql db-2 'select pg_is_in_recovery()')" t
try "the replica has every entry" follows
put node-a "$room/pgpass" /etc/plan-registry/secrets/pgpass-root 600
psql_of() { on node-a env PGPASSFILE=/etc/plan-registry/secrets/pgpass-root "$bin/psql" -X -q -At "host=db-1 dbname=registry user=plan_registry $1" -c "$2"; }
try "nodes enter the database by TLS" is "$(psql_of 'sslmode=verify-full sslrootcert=/etc/plan-registry/tls/ca.pem' 'select ssl from pg_stat_ssl where pid = pg_backend_pid()')" t
try "nobody enters without" not psql_of sslmode=disable 'select 1'
try "the nodes' role deletes nothing" not psql_of sslmode=require 'delete from ledger'

# --- a node is lost
server_of() { # name: the process that serves there
    local pid
    for pid in $(ip netns pids "$tag-$1"); do [ "$(readlink "/proc/$pid/exe")" = "$(readlink -f "$program")" ] && echo "$pid"; done
}
kill -KILL "$(server_of node-a)"
try "a node is dead" not on client curl -s -m 3 -o /dev/null http://node-a:5080/health/live
answered=0
for i in $(seq 20); do [ -n "$(heads a)" ] && answered=$((answered + 1)); done
try "who was with it is answered by the other, each time" is $answered 20
count=$(entries)
lost=$(ask a "$(act deploy-3 2026-06-02)" | seq_of)
try "and writes" is "$(heads b)" "${lost:-none}"
try "once" is "$(entries)" "$((count + 1))"
serve node-a
try "it comes back" ready node-a 10.77.0.11
for i in $(seq 60); do heads a >/dev/null; case $(logged) in *10.77.0.11:5080*) break ;; esac; sleep 0.5; done
try "and is led to again" grep -q 10.77.0.11:5080 <<<"$(logged)"

# A node that has a write and dies before it answers: nginx does not send the write to the other by itself, whoever wrote it may.
hold=$(server_of node-a)
count=$(entries)
kill -STOP "$hold"
ask a "$(act deploy-4 2026-06-03)" -o /dev/null -w '%{http_code}' >"$room/held" &
asked=$!
sleep 1
kill -KILL "$hold"
wait $asked
try "who sent it is told that it failed" is "$(cat "$room/held")" 502
try "nobody else was given it" is "$(entries)" "$count"
try "sent again under its key it is written" test "$(ask a "$(act deploy-4 2026-06-03)" | seq_of)" -gt 0
try "once, after all" is "$(entries)" "$((count + 1))"
serve node-a
try "node-a comes back again" ready node-a 10.77.0.11

# --- the primary is lost: the replica takes over, and the nodes find it
try "the replica has every entry before" follows
kept=$(heads b)
as_postgres db-1 "$bin/pg_ctl" -D "$room/db-1/data" -m immediate stop >/dev/null
try "without a database nothing is written" not grep -q '"seq":[0-9]' <<<"$(ask b "$(act deploy-5 2026-06-04)")"
try "the replica is made the primary" as_postgres db-2 "$bin/pg_ctl" -D "$room/db-2/data" -w promote
again() { local i; for i in $(seq 60); do [ -n "$(ask b "$(act deploy-5 2026-06-04)" | seq_of)" ] && return 0; sleep 0.5; done; ask b "$(act deploy-5 2026-06-04)"; return 1; }
try "both nodes go on with it" again
try "where they stopped" is "$(heads a)" "$((kept + 1))"
try "the ledger verifies" by_node node-b "$program" verify --lang en
finish
