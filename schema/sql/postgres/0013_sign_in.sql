-- Sign-in (登录): the tables of schema/sql/sqlite/0013_sign_in.sql, where their columns are explained, as they are now.

create table access_identities (
    issuer    text collate "C" not null,
    subject   text collate "C" not null,
    account   text collate "C" not null references access_accounts (id),
    linked_at text collate "C" not null,
    primary key (issuer, subject)
);

create unique index access_identities_account on access_identities (account);
create table access_keys (
    name text collate "C" not null primary key,
    xml  text collate "C" not null
);

create table access_factors (
    account      text collate "C" not null primary key references access_accounts (id),
    secret       text collate "C" not null,
    made_at      text collate "C" not null,
    confirmed_at text collate "C",
    last_step    integer not null
);
