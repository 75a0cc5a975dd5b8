-- Settlement: the tables of schema/sql/sqlite/0010_settlements.sql, where their columns are explained, as they are now.

create table settlements (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    finding       text collate "C" not null,
    kind          text collate "C" not null,
    "on"          text collate "C" not null,
    document      text collate "C" not null,
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger settlements_retire_only before update on settlements
    for each row execute function retire_only('settlements');
create trigger settlements_stay before delete on settlements
    for each row execute function refuse('A row of settlements is never deleted: it is retired.');

create unique index settlements_current on settlements (home, record_id) where retired_seq is null;
