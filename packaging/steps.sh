# What installing, upgrading and removing have in common: for the .deb (build.sh puts it into its scripts) and for install.sh. POSIX sh.
user=plan-registry
etc=/etc/plan-registry
data=/var/lib/plan-registry

say() { echo "plan-registry: $*" >&2; }

has_systemd() { [ -d /run/systemd/system ]; }

# As the service has them: where the registry is, where documents are.
read_settings() {
    PLAN_REGISTRY_DATABASE=$data/registry.db
    if [ -r $etc/service.conf ]; then
        set -a
        # shellcheck disable=SC1091
        . $etc/service.conf
        set +a
    fi
}

in_a_file() { case $PLAN_REGISTRY_DATABASE in *[Hh]ost=*) return 1 ;; *) return 0 ;; esac }

as_user() { (cd "$data" && umask 077 && runuser -u "$user" -- "$@"); }

make_places() {
    getent group "$user" >/dev/null || groupadd --system "$user"
    getent passwd "$user" >/dev/null || useradd --system --gid "$user" --home-dir "$data" --no-create-home --shell /usr/sbin/nologin \
        --comment "PlanRegistry" "$user"
    install -d -m 0750 -o "$user" -g "$user" "$data"
    install -d -m 0700 -o "$user" -g "$user" "$data/backups"
    install -d -m 0700 -o root -g root "$etc/secrets"
}

state_of_registry() { cat "$PLAN_REGISTRY_DATABASE" "$PLAN_REGISTRY_DATABASE-wal" 2>/dev/null | sha256sum; }

# Before anything is replaced, by the program that made the registry: another one would not know its schema. An upgrade that was broken
# off has its backup, and the program that is there since could make none.
back_up() { # program
    read_settings
    if ! in_a_file || [ ! -e "$PLAN_REGISTRY_DATABASE" ]; then
        return 0
    fi
    if [ "$(cat "$data/backups/broken-off" 2>/dev/null)" = "$(state_of_registry)" ]; then
        say "nothing was written since the upgrade that was broken off: its backup in $data/backups holds."
        return 0
    fi
    if ! as_user "$1" backup "$data/backups" --database "$PLAN_REGISTRY_DATABASE" --lang en; then
        say "the backup before the upgrade failed, so nothing was upgraded: program and registry are as they were."
        return 1
    fi
}

# By the new program; one migration is made whole or not at all.
migrate() { # program
    read_settings
    if ! in_a_file; then
        say "the registry is in PostgreSQL: back it up, run 'plan-registry migrate' as its owner, then start the service."
        return 2
    fi
    if [ ! -e "$PLAN_REGISTRY_DATABASE" ]; then
        return 0
    fi
    if ! as_user "$1" migrate --no-copy --database "$PLAN_REGISTRY_DATABASE" --lang en; then
        state_of_registry >"$data/backups/broken-off"
        say "the registry was not brought up to date and the service stays stopped; a backup of it is in $data/backups."
        return 1
    fi
    rm -f "$data/backups/broken-off"
}
