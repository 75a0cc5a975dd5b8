-- Conformance: the tables of schema/sql/sqlite/0008_conformance.sql, where their columns are explained, as they are now.

create table policy (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    key          text collate "C" not null,
    kind         text collate "C",
    "from"       text collate "C" not null,
    value        text collate "C" not null,
    "to"         text collate "C",
    document     text collate "C",
    clause       text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger policy_retire_only before update on policy
    for each row execute function retire_only('policy');
create trigger policy_stay before delete on policy
    for each row execute function refuse('A row of policy is never deleted: it is retired.');

create unique index policy_current on policy (home, record_id) where retired_seq is null;
