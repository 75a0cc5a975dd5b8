-- 总览 (overview): the tables of schema/sql/sqlite/0014_seen.sql, where their columns are explained, as they are now.

create table access_seen (
    account  text collate "C" not null,
    district text collate "C" not null check (length(district) = 6),
    seq      integer not null check (seq > 0),
    at       text collate "C" not null,
    primary key (account, district)
);
