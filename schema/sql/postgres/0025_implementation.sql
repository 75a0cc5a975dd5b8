-- Implementation: the tables of schema/sql/sqlite/0025_implementation.sql, where their columns are explained, as they are now.

create table plan_tasks (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    code          text collate "C" not null,
    plan          text collate "C" not null,
    kind          text collate "C" not null,
    title         text collate "C" not null,
    clause        text collate "C",
    from_year     integer,
    to_year       integer,
    project_code  text collate "C",
    refines       text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger plan_tasks_retire_only before update on plan_tasks
    for each row execute function retire_only('plan_tasks');
create trigger plan_tasks_stay before delete on plan_tasks
    for each row execute function refuse('A row of plan_tasks is never deleted: it is retired.');

create unique index plan_tasks_current on plan_tasks (home, record_id) where retired_seq is null;
create table assignments (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    plan          text collate "C" not null,
    indicator     text collate "C",
    task          text collate "C",
    lead          text collate "C" not null,
    co_agencies   text collate "C",
    "by"          text collate "C",
    "on"          text collate "C" not null,
    document      text collate "C",
    scheme        text collate "C",
    scheme_agency text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger assignments_retire_only before update on assignments
    for each row execute function retire_only('assignments');
create trigger assignments_stay before delete on assignments
    for each row execute function refuse('A row of assignments is never deleted: it is retired.');

create unique index assignments_current on assignments (home, record_id) where retired_seq is null;
create table task_years (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    task          text collate "C" not null,
    year          integer not null,
    plan          text collate "C" not null,
    requirement   text collate "C",
    none_because  text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger task_years_retire_only before update on task_years
    for each row execute function retire_only('task_years');
create trigger task_years_stay before delete on task_years
    for each row execute function refuse('A row of task_years is never deleted: it is retired.');

create unique index task_years_current on task_years (home, record_id) where retired_seq is null;
create table task_progress (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    task          text collate "C" not null,
    year          integer not null,
    "on"          text collate "C" not null,
    plan          text collate "C" not null,
    grade         text collate "C" not null,
    note          text collate "C",
    agency        text collate "C" not null,
    document      text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger task_progress_retire_only before update on task_progress
    for each row execute function retire_only('task_progress');
create trigger task_progress_stay before delete on task_progress
    for each row execute function refuse('A row of task_progress is never deleted: it is retired.');

create unique index task_progress_current on task_progress (home, record_id) where retired_seq is null;
