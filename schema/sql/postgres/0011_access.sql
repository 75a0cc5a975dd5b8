-- Access (访问): the tables of schema/sql/sqlite/0011_access.sql, where their columns are explained, as they are now.

create table access_state (
    id    integer not null primary key check (id = 1),
    epoch integer not null,
    mark  text collate "C"
);
insert into access_state (id, epoch) values (1, 0);
create table access_accounts (
    id           text collate "C" not null primary key,
    name         text collate "C" not null,
    name_key     text collate "C" not null,
    role         text collate "C" not null,
    district     text collate "C" not null check (length(district) = 6),
    agency       text collate "C",
    made_at      text collate "C" not null,
    ended_at     text collate "C",
    signed_in_at text collate "C",
    successor text collate "C" references access_accounts (id),
    post text collate "C",
    granted_at text collate "C"
);
create trigger access_accounts_stay before delete on access_accounts
    for each row execute function refuse('An account is never deleted: it is ended.');

create unique index access_accounts_name on access_accounts (name_key) where ended_at is null;
create table access_passwords (
    account text collate "C" not null primary key references access_accounts (id),
    hash    text collate "C" not null,
    set_at  text collate "C" not null
);

create table access_links (
    hash       text collate "C" not null primary key check (length(hash) = 64),
    account    text collate "C" not null references access_accounts (id),
    made_at    text collate "C" not null,
    expires_at text collate "C" not null,
    used_at    text collate "C"
);

create table access_sessions (
    hash     text collate "C" not null primary key check (length(hash) = 64),
    account  text collate "C" not null references access_accounts (id),
    made_at  text collate "C" not null,
    seen_at  text collate "C" not null,
    ended_at text collate "C",
    address  text collate "C",
    agent    text collate "C",
    by_provider integer not null default 0,
    previous_at text collate "C"
);

create index access_sessions_account on access_sessions (account);
create table access_tokens (
    id         text collate "C" not null primary key,
    hash       text collate "C" not null check (length(hash) = 64),
    name       text collate "C" not null,
    role       text collate "C" not null,
    district   text collate "C" not null check (length(district) = 6),
    agency     text collate "C",
    made_at    text collate "C" not null,
    expires_at text collate "C" not null,
    ended_at   text collate "C",
    used_at    text collate "C"
);

create unique index access_tokens_hash on access_tokens (hash);
create table access_failures (
    key     text collate "C" not null primary key check (length(key) = 64),
    count   integer not null,
    last_at text collate "C" not null
);

create table access_journal (
    seq           integer not null primary key,
    at            text collate "C" not null,
    event         text collate "C" not null,
    actor         text collate "C",
    name          text collate "C",
    about         text collate "C",
    district      text collate "C",
    address       text collate "C",
    previous_hash text collate "C" not null check (length(previous_hash) = 64),
    hash          text collate "C" not null check (length(hash) = 64)
);
create trigger access_journal_change_nothing before update on access_journal
    for each row execute function refuse('An entry of the access journal is never changed.');
create trigger access_journal_stay before delete on access_journal
    for each row execute function refuse('An entry of the access journal is never deleted.');
