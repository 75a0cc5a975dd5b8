-- Applications: the tables of schema/sql/sqlite/0021_applications.sql, where their columns are explained, as they are now.

create table entry_applications (
    home               text collate "C" not null,
    record_id          text collate "C" not null,
    recorded_seq       integer not null,
    retired_seq        integer check (retired_seq > recorded_seq),
    code               text collate "C" not null,
    applicant          text collate "C" not null,
    applied_on         text collate "C" not null,
    resubmitted_on     text collate "C",
    year               integer,
    list               text collate "C",
    title              text collate "C" not null,
    kind               text collate "C" not null,
    lead_agency        text collate "C" not null,
    co_lead_agencies   text collate "C",
    horizon_from       integer not null,
    horizon_to         integer not null,
    field              text collate "C",
    eia_field          text collate "C",
    daily_work         text collate "C" check (daily_work in ('yes', 'no')),
    overall_importance text collate "C" check (overall_importance in ('yes', 'no')),
    needs_government   text collate "C" check (needs_government in ('yes', 'no')),
    justification      text collate "C",
    basis              text collate "C",
    approval_level     text collate "C",
    due                text collate "C",
    plan               text collate "C",
    eia_needed         text collate "C" check (eia_needed in ('yes', 'no')),
    eia_opinion        text collate "C",
    water_needed       text collate "C" check (water_needed in ('yes', 'no')),
    water_opinion      text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger entry_applications_retire_only before update on entry_applications
    for each row execute function retire_only('entry_applications');
create trigger entry_applications_stay before delete on entry_applications
    for each row execute function refuse('A row of entry_applications is never deleted: it is retired.');

create unique index entry_applications_current on entry_applications (home, record_id) where retired_seq is null;
create table application_decisions (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    application   text collate "C" not null,
    "on"          text collate "C" not null,
    outcome       text collate "C" not null,
    agency        text collate "C" not null,
    reason        text collate "C",
    document      text collate "C",
    demand        text collate "C",
    list          text collate "C",
    entry         text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger application_decisions_retire_only before update on application_decisions
    for each row execute function retire_only('application_decisions');
create trigger application_decisions_stay before delete on application_decisions
    for each row execute function refuse('A row of application_decisions is never deleted: it is retired.');

create unique index application_decisions_current on application_decisions (home, record_id) where retired_seq is null;
