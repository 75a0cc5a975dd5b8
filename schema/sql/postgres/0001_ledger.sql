-- Ledger (台账): the tables of schema/sql/sqlite/0001_ledger.sql, where their columns are explained, as they are now.

-- Text is compared by its bytes, as SQLite compares it, whatever the database's own order: collate "C". Dates, decimals and moments are
-- text, so that a record has the same texts, and the same hash, in both homes. Tables of records are parted by the district whose ledger
-- holds them; migrate makes the parts. No foreign key leads to the ledger, whose every part it would have to know: that each row has its
-- entry is what verify proves.

create function refuse() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end $$;

-- retired_seq is the one column that is ever updated, once, from null.
create function retire_only() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'retired_seq' <> to_jsonb(old) - 'retired_seq' then
        raise exception 'A row of % is never changed: it is retired and recorded again.', tg_argv[0];
    end if;
    if old.retired_seq is not null or new.retired_seq is null then
        raise exception 'A row of % is retired once, for good.', tg_argv[0];
    end if;
    return new;
end $$;

create table ledger (
    district        text collate "C" not null check (length(district) = 6),
    seq             integer not null check (seq > 0),
    form            integer not null check (form > 0),
    hash_algorithm  text collate "C" not null,
    recorded_at     text collate "C" not null check (length(recorded_at) = 24),
    actor_id        text collate "C" not null,
    actor_name      text collate "C" not null,
    role            text collate "C",
    command         text collate "C" not null,
    reason          text collate "C",
    idempotency_key text collate "C",
    input_hash      text collate "C",
    vector          text collate "C" not null,
    changes         integer not null check (changes > 0),
    previous_hash   text collate "C" not null check (length(previous_hash) = 64),
    hash            text collate "C" not null check (length(hash) = 64),
    primary key (district, seq)
) partition by hash (district);
create trigger ledger_change_nothing before update on ledger
    for each row execute function refuse('A ledger entry is never changed.');
create trigger ledger_stay before delete on ledger
    for each row execute function refuse('A ledger entry is never deleted.');

create unique index ledger_once_per_key on ledger (district, actor_id, idempotency_key) where idempotency_key is not null;
create index ledger_by_time on ledger (district, recorded_at);
create table ledger_changes (
    district     text collate "C" not null,
    seq          integer not null,
    number       integer not null check (number > 0),
    table_name   text collate "C" not null,
    record_id    text collate "C" not null,
    content_hash text collate "C" check (length(content_hash) = 64),
    retires      integer check (retires < seq),
    primary key (district, seq, number),
    check (content_hash is not null or retires is not null)
) partition by hash (district);
create trigger ledger_changes_change_nothing before update on ledger_changes
    for each row execute function refuse('A change in the ledger is never changed.');
create trigger ledger_changes_stay before delete on ledger_changes
    for each row execute function refuse('A change in the ledger is never deleted.');
