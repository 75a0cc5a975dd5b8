#!/bin/bash
# Run by tests/packages.sh inside a container with a systemd of its own: the service as an office has it. Tells "ok WHAT" or "bad WHAT".
exec >/opt/log 2>&1
tell() { # what is to hold, command...
    local what=$1 verdict=ok
    shift
    "$@" || verdict=bad
    echo "$verdict $what" >>/opt/told
}
not() { if "$@"; then return 1; else return 0; fi; }
registry=/var/lib/plan-registry/registry.db
ready() { local i; for i in $(seq 150); do [ "$(curl -s http://127.0.0.1:5080/health/ready)" = ready ] && return 0; sleep 0.2; done; return 1; }
graphql() { curl -s http://127.0.0.1:5080/graphql -H 'content-type: application/json' -d "{\"query\":\"${1//\"/\\\"}\"}"; }
process() { systemctl show -p MainPID --value plan-registry; }
is_version() { [ "$(dpkg-query -W -f '${db:Status-Abbrev}${Version}' plan-registry)" = "ii $1" ]; }
tell "the service is ready after the installation" ready
tell "it may do nothing with leave" grep -q '^CapEff:[[:space:]]0*$' "/proc/$(process)/status"
tell "system calls are filtered" grep -q '^Seccomp:[[:space:]]2$' "/proc/$(process)/status"
for pack in 000000 500000 500154; do
    tell "$pack is imported beside it" runuser -u plan-registry -- plan-registry import /opt/$pack --database $registry
done
install -m 600 /dev/stdin /etc/plan-registry/secrets/pgpass <<<'*:*:*:plan_registry:word'
systemctl restart plan-registry
tell "it is ready after a restart" ready
tell "it is given the secret" test -e /run/credentials/plan-registry.service/secrets_pgpass
tell "it is told where" grep -qz PGPASSFILE=/run/credentials/plan-registry.service/secrets_pgpass "/proc/$(process)/environ"
tell "it judges" grep -q '"plans":[1-9]' <<<"$(graphql '{ district(code: "500154", asOf: "2026-11-22") { conformance { plans } } }')"
tell "it writes" grep -q '"seq":2' <<<"$(graphql 'mutation { recordAct(input: { district: "500154", plan: "SPE-2022-02", type: PROGRESS_DISCLOSED, on: "2026-06-29" }) { seq } }')"
tell "it is upgraded" dpkg -i /opt/plan-registry_9.0_amd64.deb
tell "and is ready again" ready
tell "after one backup" test "$(ls /var/lib/plan-registry/backups | wc -l)" = 1
tell "with what was written" grep -q '"seq":2' <<<"$(graphql '{ district(code: "500154") { seq } }')"
chown root /var/lib/plan-registry/backups
tell "without a backup it is not upgraded" not dpkg -i /opt/plan-registry_9.1_amd64.deb
tell "the version before is whole" is_version 9.0
tell "and goes on" ready
chown plan-registry /var/lib/plan-registry/backups
echo '{ "GraphQL": { "Nonsense": 1 } }' >/etc/plan-registry/appsettings.json
systemctl restart plan-registry
sleep 8
tell "a wrong setting stops it for good, with a sentence" sh -c "test \"\$(systemctl is-active plan-registry)\" = failed && journalctl -u plan-registry --no-pager | grep -q 'Nonsense is no setting'"
tell "it is purged" dpkg -P plan-registry
tell "and is gone" not systemctl is-active --quiet plan-registry
tell "the registry is not" test -s $registry
tell "the end" true
systemctl poweroff
