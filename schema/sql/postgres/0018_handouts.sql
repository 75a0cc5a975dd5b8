-- Rectification: the tables of schema/sql/sqlite/0018_handouts.sql, where their columns are explained, as they are now.

create table handouts (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    finding       text collate "C" not null,
    agency        text collate "C" not null,
    "on"          text collate "C" not null,
    document      text collate "C",
    due           text collate "C",
    word          text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger handouts_retire_only before update on handouts
    for each row execute function retire_only('handouts');
create trigger handouts_stay before delete on handouts
    for each row execute function refuse('A row of handouts is never deleted: it is retired.');

create unique index handouts_current on handouts (home, record_id) where retired_seq is null;
