-- Catalogue. Who plans, by which documents, on which directory lists (规划编制目录清单), and the plans themselves.

create table districts (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text    not null,
    name         text    not null,
    tier         text    not null,
    superior     text,
    former_codes text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index districts_current on districts (home, record_id) where retired_seq is null;
create trigger districts_change_nothing before update of
    home, record_id, recorded_seq, code, name, tier, superior, former_codes
on districts begin
    select raise(abort, 'A row of districts is never changed: it is retired and recorded again.');
end;
create trigger districts_retire_once before update of retired_seq on districts
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of districts is retired once, for good.');
end;
create trigger districts_stay before delete on districts begin
    select raise(abort, 'A row of districts is never deleted: it is retired.');
end;

create table agencies (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text    not null,
    name         text    not null,
    role         text    not null,
    tier         text    not null,
    uscc         text,
    aliases      text,
    valid_from   text,
    valid_to     text,
    succeeded_by text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index agencies_current on agencies (home, record_id) where retired_seq is null;
create trigger agencies_change_nothing before update of
    home, record_id, recorded_seq, code, name, role, tier, uscc, aliases, valid_from, valid_to, succeeded_by
on agencies begin
    select raise(abort, 'A row of agencies is never changed: it is retired and recorded again.');
end;
create trigger agencies_retire_once before update of retired_seq on agencies
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of agencies is retired once, for good.');
end;
create trigger agencies_stay before delete on agencies begin
    select raise(abort, 'A row of agencies is never deleted: it is retired.');
end;

create table documents (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text    not null,
    title        text    not null,
    number       text,
    issuer       text,
    co_issuers   text,
    on_behalf_of text,
    kind         text,
    issued_on    text,
    secrecy      text    not null,
    sha256       text,
    plans        text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index documents_current on documents (home, record_id) where retired_seq is null;
create trigger documents_change_nothing before update of
    home, record_id, recorded_seq, code, title, number, issuer, co_issuers, on_behalf_of, kind, issued_on, secrecy, sha256, plans
on documents begin
    select raise(abort, 'A row of documents is never changed: it is retired and recorded again.');
end;
create trigger documents_retire_once before update of retired_seq on documents
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of documents is retired once, for good.');
end;
create trigger documents_stay before delete on documents begin
    select raise(abort, 'A row of documents is never deleted: it is retired.');
end;

create table directory_lists (
    home              text    not null,
    record_id         text    not null,
    recorded_seq      integer not null,
    retired_seq       integer check (retired_seq > recorded_seq),
    code              text    not null,
    track             text    not null,
    year              integer not null,
    drafter           text,
    co_drafters       text,
    joint_submission  text    check (joint_submission in ('yes', 'no')),
    submitted_on      text,
    approver          text,
    approval_document text,
    approved_on       text,
    replaces          text,
    eia_opinion       text,
    water_opinion     text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index directory_lists_current on directory_lists (home, record_id) where retired_seq is null;
create trigger directory_lists_change_nothing before update of
    home, record_id, recorded_seq, code, track, year, drafter, co_drafters, joint_submission, submitted_on, approver, approval_document,
    approved_on, replaces, eia_opinion, water_opinion
on directory_lists begin
    select raise(abort, 'A row of directory_lists is never changed: it is retired and recorded again.');
end;
create trigger directory_lists_retire_once before update of retired_seq on directory_lists
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of directory_lists is retired once, for good.');
end;
create trigger directory_lists_stay before delete on directory_lists begin
    select raise(abort, 'A row of directory_lists is never deleted: it is retired.');
end;

create table plans (
    home             text    not null,
    record_id        text    not null,
    recorded_seq     integer not null,
    retired_seq      integer check (retired_seq > recorded_seq),
    code             text    not null,
    title            text    not null,
    kind             text    not null,
    tier             text    not null,
    lead_agency      text,
    co_lead_agencies text,
    lead_from        text,
    horizon_from     integer not null,
    horizon_to       integer not null,
    vision_year      integer,
    approval_level   text,
    approver         text,
    importance       text    not null,
    secrecy          text    not null,
    daily_work       text    check (daily_work in ('yes', 'no')),
    municipal_filing text    check (municipal_filing in ('yes', 'no')),
    field            text,
    region_class     text,
    areas            text,
    external_ids     text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index plans_current on plans (home, record_id) where retired_seq is null;
create trigger plans_change_nothing before update of
    home, record_id, recorded_seq, code, title, kind, tier, lead_agency, co_lead_agencies, lead_from, horizon_from, horizon_to, vision_year,
    approval_level, approver, importance, secrecy, daily_work, municipal_filing, field, region_class, areas, external_ids
on plans begin
    select raise(abort, 'A row of plans is never changed: it is retired and recorded again.');
end;
create trigger plans_retire_once before update of retired_seq on plans when old.retired_seq is not null or new.retired_seq is null begin
    select raise(abort, 'A row of plans is retired once, for good.');
end;
create trigger plans_stay before delete on plans begin
    select raise(abort, 'A row of plans is never deleted: it is retired.');
end;

create table superior_plans (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    district     text    not null,
    code         text    not null,
    title        text    not null,
    kind         text    not null,
    horizon_from integer not null,
    horizon_to   integer not null,
    issuer       text,
    document     text,
    approved_on  text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index superior_plans_current on superior_plans (home, record_id) where retired_seq is null;
create trigger superior_plans_change_nothing before update of
    home, record_id, recorded_seq, district, code, title, kind, horizon_from, horizon_to, issuer, document, approved_on
on superior_plans begin
    select raise(abort, 'A row of superior_plans is never changed: it is retired and recorded again.');
end;
create trigger superior_plans_retire_once before update of retired_seq on superior_plans
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of superior_plans is retired once, for good.');
end;
create trigger superior_plans_stay before delete on superior_plans begin
    select raise(abort, 'A row of superior_plans is never deleted: it is retired.');
end;

create table directory_entries (
    home             text    not null,
    record_id        text    not null,
    recorded_seq     integer not null,
    retired_seq      integer check (retired_seq > recorded_seq),
    list             text    not null,
    code             text    not null,
    title            text    not null,
    kind             text    not null,
    lead_agency      text,
    co_lead_agencies text,
    horizon_from     integer,
    horizon_to       integer,
    category         text,
    due              text,
    plan             text,
    eia_needed       text    check (eia_needed in ('yes', 'no')),
    eia_opinion      text,
    water_needed     text    check (water_needed in ('yes', 'no')),
    water_opinion    text,
    dropped          text    check (dropped in ('yes', 'no')),
    dropped_reason   text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index directory_entries_current on directory_entries (home, record_id) where retired_seq is null;
create trigger directory_entries_change_nothing before update of
    home, record_id, recorded_seq, list, code, title, kind, lead_agency, co_lead_agencies, horizon_from, horizon_to, category, due, plan,
    eia_needed, eia_opinion, water_needed, water_opinion, dropped, dropped_reason
on directory_entries begin
    select raise(abort, 'A row of directory_entries is never changed: it is retired and recorded again.');
end;
create trigger directory_entries_retire_once before update of retired_seq on directory_entries
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of directory_entries is retired once, for good.');
end;
create trigger directory_entries_stay before delete on directory_entries begin
    select raise(abort, 'A row of directory_entries is never deleted: it is retired.');
end;

create table exemptions (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text    not null,
    issuer       text    not null,
    document     text    not null,
    "from"       text    not null,
    "to"         text,
    rules        text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index exemptions_current on exemptions (home, record_id) where retired_seq is null;
create trigger exemptions_change_nothing before update of
    home, record_id, recorded_seq, plan, issuer, document, "from", "to", rules
on exemptions begin
    select raise(abort, 'A row of exemptions is never changed: it is retired and recorded again.');
end;
create trigger exemptions_retire_once before update of retired_seq on exemptions
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of exemptions is retired once, for good.');
end;
create trigger exemptions_stay before delete on exemptions begin
    select raise(abort, 'A row of exemptions is never deleted: it is retired.');
end;
