-- Implementation. What a plan says is to be done, who answers for it and for its indicators, what each year asks of it and how far it has
-- come (003 三、(四)).

create table plan_tasks (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    code          text    not null,
    plan          text    not null,
    kind          text    not null,
    title         text    not null,
    clause        text,
    from_year     integer,
    to_year       integer,
    project_code  text,
    refines       text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index plan_tasks_current on plan_tasks (home, record_id) where retired_seq is null;
create trigger plan_tasks_change_nothing before update of
    home, record_id, recorded_seq, code, plan, kind, title, clause, from_year, to_year, project_code, refines
on plan_tasks begin
    select raise(abort, 'A row of plan_tasks is never changed: it is retired and recorded again.');
end;
create trigger plan_tasks_retire_once before update of retired_seq on plan_tasks
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of plan_tasks is retired once, for good.');
end;
create trigger plan_tasks_stay before delete on plan_tasks begin
    select raise(abort, 'A row of plan_tasks is never deleted: it is retired.');
end;

create table assignments (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    plan          text    not null,
    indicator     text,
    task          text,
    lead          text    not null,
    co_agencies   text,
    "by"          text,
    "on"          text    not null,
    document      text,
    scheme        text,
    scheme_agency text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index assignments_current on assignments (home, record_id) where retired_seq is null;
create trigger assignments_change_nothing before update of
    home, record_id, recorded_seq, plan, indicator, task, lead, co_agencies, "by", "on", document, scheme, scheme_agency
on assignments begin
    select raise(abort, 'A row of assignments is never changed: it is retired and recorded again.');
end;
create trigger assignments_retire_once before update of retired_seq on assignments
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of assignments is retired once, for good.');
end;
create trigger assignments_stay before delete on assignments begin
    select raise(abort, 'A row of assignments is never deleted: it is retired.');
end;

create table task_years (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    task          text    not null,
    year          integer not null,
    plan          text    not null,
    requirement   text,
    none_because  text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index task_years_current on task_years (home, record_id) where retired_seq is null;
create trigger task_years_change_nothing before update of
    home, record_id, recorded_seq, task, year, plan, requirement, none_because
on task_years begin
    select raise(abort, 'A row of task_years is never changed: it is retired and recorded again.');
end;
create trigger task_years_retire_once before update of retired_seq on task_years
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of task_years is retired once, for good.');
end;
create trigger task_years_stay before delete on task_years begin
    select raise(abort, 'A row of task_years is never deleted: it is retired.');
end;

create table task_progress (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    task          text    not null,
    year          integer not null,
    "on"          text    not null,
    plan          text    not null,
    grade         text    not null,
    note          text,
    agency        text    not null,
    document      text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index task_progress_current on task_progress (home, record_id) where retired_seq is null;
create trigger task_progress_change_nothing before update of
    home, record_id, recorded_seq, task, year, "on", plan, grade, note, agency, document
on task_progress begin
    select raise(abort, 'A row of task_progress is never changed: it is retired and recorded again.');
end;
create trigger task_progress_retire_once before update of retired_seq on task_progress
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of task_progress is retired once, for good.');
end;
create trigger task_progress_stay before delete on task_progress begin
    select raise(abort, 'A row of task_progress is never deleted: it is retired.');
end;
