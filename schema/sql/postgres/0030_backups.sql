-- Backups (备份与恢复): the tables of schema/sql/sqlite/0030_backups.sql, where their columns are explained, as they are now.

create table restorations (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text collate "C" not null,
    backup       text collate "C" not null,
    backed_up_at text collate "C" not null,
    lost_from    text collate "C" not null,
    cut_from     integer,
    cut_to       integer,
    cut_hash     text collate "C",
    certificates text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);

create unique index restorations_current on restorations (home, record_id) where retired_seq is null;

create trigger restorations_retire_only before update on restorations
    for each row execute function retire_only('restorations');

create trigger restorations_stay before delete on restorations
    for each row execute function refuse('A row of restorations is never deleted: it is retired.');

create table access_backups (
    id       integer not null primary key check (id = 1),
    hash     text collate "C" not null check (length(hash) = 64),
    taken_at text collate "C" not null,
    file     text collate "C" not null,
    bytes    bigint not null
);
