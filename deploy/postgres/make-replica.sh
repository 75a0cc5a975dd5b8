#!/bin/sh
# On db-2, as postgres: makes it a copy of db-1 that follows it. The password of replicator: PGPASSFILE.
# make-replica.sh DATA   (an empty folder, or none)
set -eu
data=$1
if [ -e "$data/PG_VERSION" ]; then
    echo "'$data' holds a database: take it away first." >&2
    exit 1
fi
pg_basebackup --pgdata="$data" --write-recovery-conf --slot=db_2 --wal-method=stream --checkpoint=fast \
    --dbname="host=db-1 user=replicator application_name=db_2 sslmode=verify-full sslrootcert=/etc/plan-registry/tls/ca.pem passfile=$PGPASSFILE"
