-- Addresses: the tables of schema/sql/sqlite/0015_calendars.sql, where their columns are explained, as they are now.

create table access_calendars (
    hash     text collate "C" not null primary key check (length(hash) = 64),
    account  text collate "C" not null references access_accounts (id),
    district text collate "C" not null check (length(district) = 6),
    agency   text collate "C" not null,
    made_at  text collate "C" not null,
    ended_at text collate "C"
);

create index access_calendars_account on access_calendars (account);
