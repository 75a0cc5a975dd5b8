-- Amendments: the tables of schema/sql/sqlite/0006_amendments.sql, where their columns are explained, as they are now.

create table amendments (
    home               text collate "C" not null,
    record_id          text collate "C" not null,
    recorded_seq       integer not null,
    retired_seq        integer check (retired_seq > recorded_seq),
    plan               text collate "C" not null,
    version            integer not null,
    proposed_on        text collate "C" not null,
    reason             text collate "C",
    evaluation         text collate "C",
    changed_indicators text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger amendments_retire_only before update on amendments
    for each row execute function retire_only('amendments');
create trigger amendments_stay before delete on amendments
    for each row execute function refuse('A row of amendments is never deleted: it is retired.');

create unique index amendments_current on amendments (home, record_id) where retired_seq is null;
