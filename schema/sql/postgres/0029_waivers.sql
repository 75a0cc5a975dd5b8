-- Settlement: the tables of schema/sql/sqlite/0029_waivers.sql, where their columns are explained, as they are now.

create table waivers (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    code          text collate "C" not null,
    rule          text collate "C" not null,
    plan          text collate "C",
    list          text collate "C",
    finding       text collate "C",
    document      text collate "C" not null,
    "from"        text collate "C" not null,
    "to"          text collate "C",
    reason        text collate "C",
    revocation    text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger waivers_retire_only before update on waivers
    for each row execute function retire_only('waivers');
create trigger waivers_stay before delete on waivers
    for each row execute function refuse('A row of waivers is never deleted: it is retired.');

create unique index waivers_current on waivers (home, record_id) where retired_seq is null;
