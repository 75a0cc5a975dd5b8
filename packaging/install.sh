#!/bin/sh
# install.sh          installs PlanRegistry, or upgrades it, on a system without dpkg (RHEL, openEuler, Kylin and the like), as root.
# install.sh remove   takes the program away; registry, backups and settings stay.
# The program goes to /opt/plan-registry, settings to /etc/plan-registry, the registry to /var/lib/plan-registry.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=packaging/steps.sh
. "$here/steps.sh"
program=/opt/plan-registry
unit=/etc/systemd/system/plan-registry.service
[ "$(id -u)" -eq 0 ] || { say "install.sh is run by root."; exit 1; }

if [ "${1:-}" = remove ]; then
    if has_systemd && [ -e "$unit" ]; then systemctl disable --now plan-registry.service; fi
    rm -rf "$program" "$unit" /usr/local/bin/plan-registry
    if has_systemd; then systemctl daemon-reload; fi
    say "removed. The registry stays in $data, its settings in $etc: delete them yourself where nobody needs them."
    exit 0
fi
[ $# -eq 0 ] || { say "'$1' is not known: install.sh, or install.sh remove."; exit 2; }
[ -x "$here/program/plan-registry" ] || { say "there is no program beside install.sh: unpack the whole archive."; exit 1; }
if ! "$here/program/plan-registry" --version >/dev/null; then
    say "the program does not run here: it needs glibc 2.27 or later, libstdc++ and OpenSSL (dnf install openssl-libs libstdc++)."
    exit 1
fi

upgrades=
make_places
if [ -x "$program/plan-registry" ]; then
    upgrades=yes
    if has_systemd; then systemctl stop plan-registry.service; fi
    if ! back_up "$program/plan-registry"; then
        if has_systemd; then systemctl start plan-registry.service; fi
        exit 1
    fi
fi
rm -rf "$program.new"
cp -r "$here/program" "$program.new"
chown -R root:root "$program.new"
ln -s "$etc/appsettings.json" "$program.new/appsettings.json"
rm -rf "$program.old"
if [ -n "$upgrades" ]; then mv "$program" "$program.old"; fi
mv "$program.new" "$program"
rm -rf "$program.old"
for file in appsettings.json service.conf; do
    [ -e "$etc/$file" ] || install -m 0644 "$here/$file" "$etc/$file"
done
mkdir -p /usr/local/bin /etc/systemd/system
ln -sf "$program/plan-registry" /usr/local/bin/plan-registry
sed "s:/usr/lib/plan-registry:$program:" "$here/plan-registry.service" >"$unit"
if command -v restorecon >/dev/null 2>&1; then restorecon -R "$program" "$etc" "$data" "$unit" || true; fi
if [ -n "$upgrades" ]; then
    code=0
    migrate "$program/plan-registry" || code=$?
    if [ "$code" -ne 0 ]; then [ "$code" -eq 2 ] && exit 0 || exit 1; fi
fi
if has_systemd; then
    systemctl daemon-reload
    systemctl enable plan-registry.service
    systemctl restart plan-registry.service
fi
"$program/plan-registry" --version
