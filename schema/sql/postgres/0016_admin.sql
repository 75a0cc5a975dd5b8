-- Administration (三员分立): the table of schema/sql/sqlite/0016_admin.sql, where its columns are explained, as it is now.

create table access_old_passwords (
    account text collate "C" not null references access_accounts (id),
    set_at  text collate "C" not null,
    hash    text collate "C" not null,
    primary key (account, set_at, hash)
);
