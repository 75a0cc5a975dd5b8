-- Indicators: the tables of schema/sql/sqlite/0026_reading_settlements.sql, where their columns are explained, as they are now.

create table reading_settlements (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    plan          text collate "C" not null,
    indicator     text collate "C" not null,
    year          integer not null,
    source        text collate "C" not null,
    reason        text collate "C" not null,
    agency        text collate "C" not null,
    "on"          text collate "C" not null,
    document      text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger reading_settlements_retire_only before update on reading_settlements
    for each row execute function retire_only('reading_settlements');
create trigger reading_settlements_stay before delete on reading_settlements
    for each row execute function refuse('A row of reading_settlements is never deleted: it is retired.');

create unique index reading_settlements_current on reading_settlements (home, record_id) where retired_seq is null;
