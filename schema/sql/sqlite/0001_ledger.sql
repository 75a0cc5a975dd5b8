-- Ledger (台账). One entry per write and district; it names every row that it recorded or retired.
--
-- Every table of records, in the files that follow, begins with the same four columns:
--   home          the district whose ledger holds the row
--   record_id     stable over corrections: the key under which the record was first recorded
--   recorded_seq  the entry that recorded the row
--   retired_seq   the entry that retired it; null while it is current. The one column ever updated, once, from null.
-- Decimals, dates, words of an enumeration and yes/no are text; lists are text with items between semicolons.

-- form, hash_algorithm: how the entry's hash was made: 1, SHA-256.
-- actor_id, actor_name: who wrote; without accounts both are the name. role: the role acted in; null until there are accounts.
create table ledger (
    district        text    not null check (length(district) = 6),
    seq             integer not null check (seq > 0),
    form            integer not null check (form > 0),
    hash_algorithm  text    not null,
    recorded_at     text    not null check (length(recorded_at) = 24),
    actor_id        text    not null,
    actor_name      text    not null,
    role            text,
    command         text    not null,
    reason          text,
    idempotency_key text,
    input_hash      text,
    vector          text    not null,
    changes         integer not null check (changes > 0),
    previous_hash   text    not null check (length(previous_hash) = 64),
    hash            text    not null check (length(hash) = 64),
    primary key (district, seq)
) strict, without rowid;
create unique index ledger_once_per_key on ledger (district, actor_id, idempotency_key) where idempotency_key is not null;
create index ledger_by_time on ledger (district, recorded_at);
create trigger ledger_change_nothing before update on ledger begin
    select raise(abort, 'A ledger entry is never changed.');
end;
create trigger ledger_stay before delete on ledger begin
    select raise(abort, 'A ledger entry is never deleted.');
end;

-- content_hash: sha256 of the content recorded; null when the record was withdrawn.
-- retires: recorded_seq of the row retired; null when there was none. A correction has both.
create table ledger_changes (
    district     text    not null,
    seq          integer not null,
    number       integer not null check (number > 0),
    table_name   text    not null,
    record_id    text    not null,
    content_hash text    check (length(content_hash) = 64),
    retires      integer check (retires < seq),
    primary key (district, seq, number),
    foreign key (district, seq) references ledger (district, seq),
    check (content_hash is not null or retires is not null)
) strict, without rowid;
create trigger ledger_changes_change_nothing before update on ledger_changes begin
    select raise(abort, 'A change in the ledger is never changed.');
end;
create trigger ledger_changes_stay before delete on ledger_changes begin
    select raise(abort, 'A change in the ledger is never deleted.');
end;
