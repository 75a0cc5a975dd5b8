#!/usr/bin/env bash
# packages.sh: what make publish left is judged by lintian and systemd-analyze, and tried in chroots of Debian: the .deb installed, upgraded,
# removed, purged and installed again over one registry, and once more under a systemd that runs; the archive by its install script; the
# packages that the Containerfile names.
# As root; installs lintian, debootstrap and systemd-container where they are missing. About six minutes. The last line is counted by tests/run.sh.
set -uo pipefail
cd "$(dirname "$0")/.."
out=$PWD/artifacts/publish
passed=0 failed=0 skipped=0
finish() { echo "Packages  Failed: $failed, Passed: $passed, Skipped: $skipped"; exit $((failed > 0)); }
give_up() { echo "$1"; failed=$((failed + 1)); finish; }
try() { # what is to hold, command...
    local what=$1 told
    shift
    if told=$("$@" 2>&1); then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED  $what"; echo "$told" | tail -n 15 | sed 's/^/    /'; fi
}
not() { if "$@"; then return 1; else return 0; fi; }

[ "$(id -u)" -eq 0 ] || give_up "Packages are tried as root, in chroots: run make test-packages as root."
for tool in lintian debootstrap; do
    command -v $tool >/dev/null || (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y $tool) >/dev/null 2>&1 \
        || give_up "$tool could not be installed."
done
deb=$(ls "$out"/plan-registry_*_amd64.deb 2>/dev/null | tail -n 1)
[ -n "$deb" ] || give_up "There is no package yet: run make publish."
version=$(dpkg-deb -f "$deb" Version)

# Not in memory, where devices and programs may be forbidden.
room=$(mktemp -d /var/tmp/plan-registry-packages.XXXXXX)
end() {
    local place
    for place in "$room"/*/proc; do mountpoint -q "$place" && umount "$place"; done
    rm -rf "$room"
}
trap end EXIT

# --- the files
try "SHA256SUMS holds" sh -c "cd '$out' && sha256sum --quiet -c SHA256SUMS"
for package in "$out"/*.deb; do
    try "lintian has nothing against $(basename "$package")" lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$package"
done
try "the service is exposed little" systemd-analyze security --offline=true --threshold=15 packaging/plan-registry.service
SOURCE_DATE_EPOCH=$(stat -c %Y "$out/linux-x64/plan-registry.dll") bash packaging/deb/build.sh "$out/linux-x64" linux-x64 "$version" "$room"
try "made again it is the same .deb, to the byte" cmp "$deb" "$room/$(basename "$deb")"
if [ -d "$out/linux-arm64" ]; then
    # AArch64 is 183 in the head of an ELF file. Nothing of it is run here.
    try "the program for arm64 is for arm64" test "$(od -An -tu2 -j18 -N2 "$out/linux-arm64/plan-registry" | tr -d ' ')" = 183
    try "every library of it is for arm64" sh -c "for f in '$out'/linux-arm64/*.so; do [ \"\$(od -An -tu2 -j18 -N2 \"\$f\" | tr -d ' ')\" = 183 ] || exit 1; done"
fi

# --- a Debian of its own
mirror=$(sed -nE 's#^(URIs: |deb )(\[[^]]*\] )?(https?://[^ ]+/debian/?)( .*|)$#\3#p' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
if [ -n "${DEBIAN_BASE:-}" ]; then cp -a "$DEBIAN_BASE" "$room/base"
else debootstrap --variant=minbase bookworm "$room/base" "${mirror:-http://deb.debian.org/debian}" >"$room/log" 2>&1 || give_up "debootstrap failed: $(tail -n 3 "$room/log")"; fi
for file in /etc/apt/apt.conf.d/99*; do [ -e "$file" ] && cp "$file" "$room/base/etc/apt/apt.conf.d/"; done
cp /etc/resolv.conf "$room/base/etc/" 2>/dev/null
fresh() { cp -a "$room/base" "$room/$1" && mount -t proc proc "$room/$1/proc"; }
within() { local place=$1; shift; chroot "$room/$place" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
probe=()
answers() { # place, port, path, word, as which user, program, options...: it serves, and is stopped again
    local place=$1 port=$2 path=$3 word=$4 user=$5 i told=
    shift 5
    within "$place" runuser -u "$user" -- "$@" serve --urls "http://127.0.0.1:$port" --lang en >"$room/served" 2>&1 &
    local server=$!
    for i in $(seq 100); do
        told=$(curl -fs "http://127.0.0.1:$port$path") && break
        kill -0 $server 2>/dev/null || break
        sleep 0.3
    done
    if [ "$told" = "$word" ] && [ ${#probe[@]} -gt 0 ]; then within "$place" "${probe[@]}" || told="the probe fails"; fi
    pkill -TERM -P $server; wait $server 2>/dev/null
    [ "$told" = "$word" ] || { cat "$room/served"; return 1; }
}

# --- the .deb
program=/usr/lib/plan-registry/plan-registry registry=/var/lib/plan-registry/registry.db
by_user() { within deb runuser -u plan-registry -- "$@" --database $registry --lang en; }
pack() { # as which version: the same program in a later package
    COMPRESSION=none bash packaging/deb/build.sh "${NEXT:-$out/linux-x64}" linux-x64 "$1" "$room/deb/tmp"
}
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
fresh deb
cp "$deb" "$room/deb/tmp/first.deb"
within deb apt-get update >/dev/null 2>&1
try "it installs on a bare Debian with what it depends on" within deb apt-get install -y --no-install-recommends /tmp/first.deb
try "its program says its version" within deb plan-registry --version
try "it has a user of its own, who cannot log in" within deb sh -c 'getent passwd plan-registry | grep -q ":/usr/sbin/nologin$"'
try "only that user enters the registry's folder" test "$(within deb stat -c '%U %a' /var/lib/plan-registry)" = "plan-registry 750"
try "root alone reads secrets" test "$(within deb stat -c '%U %a' /etc/plan-registry/secrets)" = "root 700"
try "the unit is whole" within deb sh -c '! command -v systemd-analyze >/dev/null || systemd-analyze verify plan-registry.service'
try "it serves" answers deb 5391 /health/ready ready plan-registry $program --database $registry
for pack in 000000 500000 500154; do
    cp -r "seed/$pack" "$room/deb/tmp/"
    try "the user imports $pack" by_user plan-registry import /tmp/$pack
done
echo '{ "Access": { "PasswordLength": 7 } }' >"$room/deb/etc/plan-registry/appsettings.json"
try "settings of /etc are read: one out of its range stops the start" sh -c "! chroot '$room/deb' runuser -u plan-registry -- $program serve --database $registry"
echo '{ "Access": { "PasswordLength": 14 } }' >"$room/deb/etc/plan-registry/appsettings.json"
head=$(by_user plan-registry verify)

pack 9.0
try "it is upgraded over a registry" within deb dpkg -i --force-confold /tmp/plan-registry_9.0_amd64.deb
try "there is one backup" sh -c "[ \$(ls '$room'/deb/var/lib/plan-registry/backups/*.tar | wc -l) = 1 ]"
try "the backup is whole" within deb sh -c "runuser -u plan-registry -- plan-registry backup --check /var/lib/plan-registry/backups/*.tar"
try "the ledger is as it was" test "$(by_user plan-registry verify)" = "$head"
try "changed settings stay" grep -q 14 "$room/deb/etc/plan-registry/appsettings.json"
try "configured twice it is the same" within deb sh -c 'dpkg --configure --force-all plan-registry 2>/dev/null; /var/lib/dpkg/info/plan-registry.postinst configure 9.0'

pack 9.1
chown root:root "$room/deb/var/lib/plan-registry/backups"
before=$(within deb sha256sum $registry)
told=$(within deb dpkg -i /tmp/plan-registry_9.1_amd64.deb 2>&1)
try "where there can be no backup it is not upgraded, and one sentence says so" grep -q "so nothing was upgraded" <<<"$told"
try "the version before is installed whole" test "$(within deb dpkg-query -W -f '${db:Status-Abbrev}${Version}' plan-registry)" = "ii 9.0"
try "the registry was not touched" test "$(within deb sha256sum $registry)" = "$before"
within deb chown plan-registry:plan-registry /var/lib/plan-registry/backups
try "mended, it is upgraded" within deb dpkg -i /tmp/plan-registry_9.1_amd64.deb

# A registry of a schema that this version does not know, as after going back to an older one: then forward again, over its own backup.
cp -p "$room/deb$registry" "$room/kept"
within deb sh -c 'apt-get install -y --no-install-recommends sqlite3' >/dev/null 2>&1
within deb sqlite3 $registry "insert into plan_registry_schema select '9999_later.sql', checksum, applied_at from plan_registry_schema limit 1"
later=$(within deb sha256sum $registry)
told=$(within deb /var/lib/dpkg/info/plan-registry.postinst configure 9.1 2>&1)
try "a registry that cannot be brought up to date is left, and one sentence says so" grep -q "service stays stopped" <<<"$told"
try "it was not touched" test "$(within deb sha256sum $registry)" = "$later"
told=$(within deb dpkg -i /tmp/plan-registry_9.1_amd64.deb 2>&1)
try "another version may be installed over that, by the backup that there is" grep -q "nothing was written since the upgrade that was broken off" <<<"$told"
cp -p "$room/kept" "$room/deb$registry"
try "and the registry that it knows is upgraded" within deb dpkg --configure plan-registry
try "after which nothing is remembered" not test -e "$room/deb/var/lib/plan-registry/backups/broken-off"

before=$(within deb sha256sum $registry)
try "it is removed" within deb dpkg -r plan-registry
try "no program is left" not test -e "$room/deb/usr/lib/plan-registry"
try "settings are left" test -e "$room/deb/etc/plan-registry/service.conf"
try "removed twice, its script is content" within deb /var/lib/dpkg/info/plan-registry.postrm remove
told=$(within deb dpkg -P plan-registry 2>&1)
try "a purge says that the registry stays" grep -q "the registry stays in /var/lib/plan-registry" <<<"$told"
try "a purge takes settings away" not test -e "$room/deb/etc/plan-registry/service.conf"
try "a purge does not touch the registry" test "$(within deb sha256sum $registry)" = "$before"
try "it is installed again" within deb dpkg -i /tmp/first.deb
try "the registry is served again as it was" answers deb 5391 /health/ready ready plan-registry $program --database $registry
try "and its ledger verifies" test "$(by_user plan-registry verify)" = "$head"

# --- the same with a systemd that runs, in a container of systemd-nspawn on a network of its own
boots() {
    command -v systemd-nspawn >/dev/null || (DEBIAN_FRONTEND=noninteractive apt-get install -y systemd-container) >/dev/null 2>&1 || return 1
    fresh boot
    within boot sh -c 'apt-get update && apt-get install -y --no-install-recommends systemd systemd-sysv dbus curl' >/dev/null 2>&1 || return 1
    cp -r seed/000000 seed/500000 seed/500154 tests/booted.sh "$room/boot/opt/"
    cp "$room/deb/tmp/first.deb" "$room"/deb/tmp/plan-registry_9.*_amd64.deb "$room/boot/opt/"
    within boot apt-get install -y --no-install-recommends /opt/first.deb >/dev/null 2>&1
    umount "$room/boot/proc"
    printf '[Service]\nExecStart=/bin/bash /opt/booted.sh\n[Install]\nWantedBy=multi-user.target\n' >"$room/boot/etc/systemd/system/trial.service"
    within boot systemctl enable trial.service >/dev/null 2>&1
    timeout 180 systemd-nspawn --register=no --keep-unit -q --private-network -D "$room/boot" --boot >"$room/log" 2>&1
    [ -s "$room/boot/opt/told" ]
}
if boots; then
    while read -r verdict what; do try "$what, where systemd runs" test "$verdict" = ok; done <"$room/boot/opt/told"
    try "every step was taken, where systemd runs: $(tail -n 1 "$room/boot/opt/log")" test "$(tail -n 1 "$room/boot/opt/told")" = "ok the end"
else
    echo "No systemd can be booted here (systemd-nspawn), so the service itself was not tried."
    skipped=1
fi

# --- the archive, where there is no dpkg
fresh archive
within archive sh -c 'apt-get update && apt-get install -y --no-install-recommends libssl3 libstdc++6' >/dev/null 2>&1
tar -xzf "$out/plan-registry-$version-linux-x64.tar.gz" -C "$room/archive/opt"
unpacked=/opt/plan-registry-$version-linux-x64
try "install.sh installs" within archive "$unpacked/install.sh"
try "what it installed serves" answers archive 5392 /health/ready ready plan-registry /usr/local/bin/plan-registry --database $registry
try "its unit names what is there" within archive sh -c 'test -x "$(sed -n "s/^ExecStart=\([^ ]*\).*/\1/p" /etc/systemd/system/plan-registry.service)"'
try "install.sh upgrades, after a backup" within archive sh -c "$unpacked/install.sh && ls /var/lib/plan-registry/backups/*.tar"
within archive chmod 000 $registry
try "without a backup it does not" not within archive "$unpacked/install.sh"
try "and leaves the program" within archive /usr/local/bin/plan-registry --version
within archive chmod 600 $registry
try "install.sh removes, and the registry stays" within archive sh -c "$unpacked/install.sh remove && test -e $registry && ! test -e /opt/plan-registry"

# --- the image: no engine is here, so its packages and its steps are tried in a chroot
fresh image
apt=$(sed -n '/^RUN apt-get/,/[^\\]$/p' packaging/Containerfile | sed 's/^RUN //; s/\\$//' | tr '\n' ' ')
try "the packages of the Containerfile install" within image sh -c "$apt"
cp -r "$out/linux-x64" "$room/image/usr/lib/plan-registry"
try "its settings are laid where the program looks" within image sh -c "$(sed -n 's/^RUN \(echo .*\)/\1/p' packaging/Containerfile)"
try "the program runs there" within image /usr/lib/plan-registry/plan-registry --version
mapfile -t probe < <(sed -n 's/^ *CMD \(\["bash".*\]\)$/\1/p' packaging/Containerfile | node -e 'JSON.parse(require("fs").readFileSync(0)).forEach(w => console.log(w))')
try "its health check has its words" test ${#probe[@]} = 3
try "it serves there, and its health check says so" answers image 5080 /health/live live plan-registry /usr/lib/plan-registry/plan-registry --database $registry
finish
