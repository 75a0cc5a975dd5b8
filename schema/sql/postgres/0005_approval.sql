-- Approval: the tables of schema/sql/sqlite/0005_approval.sql, where their columns are explained, as they are now.

create table acts (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text collate "C" not null,
    plan         text collate "C" not null,
    type         text collate "C" not null,
    "on"         text collate "C" not null,
    agency       text collate "C",
    co_agencies  text collate "C",
    about        text collate "C" not null,
    year         integer,
    version      integer,
    against      text collate "C",
    document     text collate "C",
    recipients   text collate "C",
    copies       text collate "C",
    copied_on    text collate "C",
    hosts        text collate "C",
    result       text collate "C",
    note         text collate "C",
    override text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger acts_stay before delete on acts
    for each row execute function refuse('A row of acts is never deleted: it is retired.');
create trigger acts_retire_only before update on acts
    for each row execute function retire_only('acts');

create unique index acts_current on acts (home, record_id) where retired_seq is null;
