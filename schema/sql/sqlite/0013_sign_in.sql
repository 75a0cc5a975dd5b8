-- Sign-in (登录): by a provider's account, with a second factor, and the keys that both need. As in 0011_access.sql, outside the ledger.

-- Who goes on with the work of an account that was ended (移交).
alter table access_accounts add column successor text references access_accounts (id);

-- An account of the provider that an administrator has linked to one of ours.
create table access_identities (
    issuer    text not null,
    subject   text not null,
    account   text not null references access_accounts (id),
    linked_at text not null,
    primary key (issuer, subject)
) strict, without rowid;
create unique index access_identities_account on access_identities (account);

-- Data-protection keys: every server of this database reads what another has protected.
create table access_keys (
    name text not null primary key,
    xml  text not null
) strict, without rowid;

-- secret: protected by access_keys. last_step: of the last code that counted; a code counts once.
create table access_factors (
    account      text    not null primary key references access_accounts (id),
    secret       text    not null,
    made_at      text    not null,
    confirmed_at text,
    last_step    integer not null
) strict, without rowid;
