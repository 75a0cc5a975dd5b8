-- Hierarchy: the tables of schema/sql/sqlite/0003_hierarchy.sql, where their columns are explained, as they are now.

create table links (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    subordinate  text collate "C" not null,
    superior     text collate "C" not null,
    kind         text collate "C" not null,
    clause       text collate "C",
    "from"       text collate "C",
    "to"         text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger links_retire_only before update on links
    for each row execute function retire_only('links');
create trigger links_stay before delete on links
    for each row execute function refuse('A row of links is never deleted: it is retired.');

create unique index links_current on links (home, record_id) where retired_seq is null;
