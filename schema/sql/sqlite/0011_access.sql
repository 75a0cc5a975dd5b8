-- Access (访问). Who may use the registry: outside ledger, packs and evidence. Moments are written as in the ledger.
-- Secrets (passwords, what a browser or a program holds, links) are kept as hashes only.

-- One row: raised by whatever takes something from somebody or gives it, so that every server asks anew. mark: 'demonstration', or null.
create table access_state (
    id    integer not null primary key check (id = 1),
    epoch integer not null,
    mark  text
) strict;
insert into access_state (id, epoch) values (1, 0);

-- name_key: two spellings of one name are one name. agency: of a department's account.
create table access_accounts (
    id           text not null primary key,
    name         text not null,
    name_key     text not null,
    role         text not null,
    district     text not null check (length(district) = 6),
    agency       text,
    made_at      text not null,
    ended_at     text,
    signed_in_at text
) strict, without rowid;
create unique index access_accounts_name on access_accounts (name_key) where ended_at is null;
create trigger access_accounts_stay before delete on access_accounts begin
    select raise(abort, 'An account is never deleted: it is ended.');
end;

create table access_passwords (
    account text not null primary key references access_accounts (id),
    hash    text not null,
    set_at  text not null
) strict, without rowid;

create table access_links (
    hash       text not null primary key check (length(hash) = 64),
    account    text not null references access_accounts (id),
    made_at    text not null,
    expires_at text not null,
    used_at    text
) strict, without rowid;

create table access_sessions (
    hash     text not null primary key check (length(hash) = 64),
    account  text not null references access_accounts (id),
    made_at  text not null,
    seen_at  text not null,
    ended_at text,
    address  text,
    agent    text
) strict, without rowid;
create index access_sessions_account on access_sessions (account);

create table access_tokens (
    id         text not null primary key,
    hash       text not null check (length(hash) = 64),
    name       text not null,
    role       text not null,
    district   text not null check (length(district) = 6),
    agency     text,
    made_at    text not null,
    expires_at text not null,
    ended_at   text,
    used_at    text
) strict, without rowid;
create unique index access_tokens_hash on access_tokens (hash);

-- key: sha256 of a name, alone or with an address.
create table access_failures (
    key     text    not null primary key check (length(key) = 64),
    count   integer not null,
    last_at text    not null
) strict, without rowid;

create table access_journal (
    seq           integer not null primary key,
    at            text    not null,
    event         text    not null,
    actor         text,
    name          text,
    about         text,
    district      text,
    address       text,
    previous_hash text    not null check (length(previous_hash) = 64),
    hash          text    not null check (length(hash) = 64)
) strict;
create trigger access_journal_change_nothing before update on access_journal begin
    select raise(abort, 'An entry of the access journal is never changed.');
end;
create trigger access_journal_stay before delete on access_journal begin
    select raise(abort, 'An entry of the access journal is never deleted.');
end;
