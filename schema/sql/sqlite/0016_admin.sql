-- Three administrators apart (三员分立), and passwords that expire. As in 0011_access.sql, outside the ledger.

-- Which part of an administrator's work; and since when role and scope are given: null as long as they are only asked for.
alter table access_accounts add column post text;
alter table access_accounts add column granted_at text;
update access_accounts set granted_at = made_at;

-- 1: the provider vouched for the person, and no password was asked for.
alter table access_sessions add column by_provider integer not null default 0;

-- When the account had signed in before that.
alter table access_sessions add column previous_at text;

-- Hashes of passwords that must not be chosen again, as many as the settings say.
create table access_old_passwords (
    account text not null references access_accounts (id),
    set_at  text not null,
    hash    text not null,
    primary key (account, set_at, hash)
) strict, without rowid;
