-- Applications. What agencies ask to be taken onto a directory list (申报), and what was made of it.

create table entry_applications (
    home               text    not null,
    record_id          text    not null,
    recorded_seq       integer not null,
    retired_seq        integer check (retired_seq > recorded_seq),
    code               text    not null,
    applicant          text    not null,
    applied_on         text    not null,
    resubmitted_on     text,
    year               integer,
    list               text,
    title              text    not null,
    kind               text    not null,
    lead_agency        text    not null,
    co_lead_agencies   text,
    horizon_from       integer not null,
    horizon_to         integer not null,
    field              text,
    eia_field          text,
    daily_work         text    check (daily_work in ('yes', 'no')),
    overall_importance text    check (overall_importance in ('yes', 'no')),
    needs_government   text    check (needs_government in ('yes', 'no')),
    justification      text,
    basis              text,
    approval_level     text,
    due                text,
    plan               text,
    eia_needed         text    check (eia_needed in ('yes', 'no')),
    eia_opinion        text,
    water_needed       text    check (water_needed in ('yes', 'no')),
    water_opinion      text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index entry_applications_current on entry_applications (home, record_id) where retired_seq is null;
create trigger entry_applications_change_nothing before update of
    home, record_id, recorded_seq, code, applicant, applied_on, resubmitted_on, year, list, title, kind, lead_agency, co_lead_agencies,
    horizon_from, horizon_to, field, eia_field, daily_work, overall_importance, needs_government, justification, basis, approval_level,
    due, plan, eia_needed, eia_opinion, water_needed, water_opinion
on entry_applications begin
    select raise(abort, 'A row of entry_applications is never changed: it is retired and recorded again.');
end;
create trigger entry_applications_retire_once before update of retired_seq on entry_applications
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of entry_applications is retired once, for good.');
end;
create trigger entry_applications_stay before delete on entry_applications begin
    select raise(abort, 'A row of entry_applications is never deleted: it is retired.');
end;

create table application_decisions (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    application   text    not null,
    "on"          text    not null,
    outcome       text    not null,
    agency        text    not null,
    reason        text,
    document      text,
    demand        text,
    list          text,
    entry         text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index application_decisions_current on application_decisions (home, record_id) where retired_seq is null;
create trigger application_decisions_change_nothing before update of
    home, record_id, recorded_seq, application, "on", outcome, agency, reason, document, demand, list, entry
on application_decisions begin
    select raise(abort, 'A row of application_decisions is never changed: it is retired and recorded again.');
end;
create trigger application_decisions_retire_once before update of retired_seq on application_decisions
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of application_decisions is retired once, for good.');
end;
create trigger application_decisions_stay before delete on application_decisions begin
    select raise(abort, 'A row of application_decisions is never deleted: it is retired.');
end;
