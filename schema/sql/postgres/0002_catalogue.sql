-- Catalogue: the tables of schema/sql/sqlite/0002_catalogue.sql, where their columns are explained, as they are now.

create table districts (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text collate "C" not null,
    name         text collate "C" not null,
    tier         text collate "C" not null,
    superior     text collate "C",
    former_codes text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger districts_retire_only before update on districts
    for each row execute function retire_only('districts');
create trigger districts_stay before delete on districts
    for each row execute function refuse('A row of districts is never deleted: it is retired.');

create unique index districts_current on districts (home, record_id) where retired_seq is null;
create table agencies (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text collate "C" not null,
    name         text collate "C" not null,
    role         text collate "C" not null,
    tier         text collate "C" not null,
    uscc         text collate "C",
    aliases      text collate "C",
    valid_from   text collate "C",
    valid_to     text collate "C",
    succeeded_by text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger agencies_retire_only before update on agencies
    for each row execute function retire_only('agencies');
create trigger agencies_stay before delete on agencies
    for each row execute function refuse('A row of agencies is never deleted: it is retired.');

create unique index agencies_current on agencies (home, record_id) where retired_seq is null;
create table documents (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text collate "C" not null,
    title        text collate "C" not null,
    number       text collate "C",
    issuer       text collate "C",
    co_issuers   text collate "C",
    on_behalf_of text collate "C",
    kind         text collate "C",
    issued_on    text collate "C",
    secrecy      text collate "C" not null,
    sha256       text collate "C",
    plans        text collate "C",
    file text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger documents_stay before delete on documents
    for each row execute function refuse('A row of documents is never deleted: it is retired.');
create trigger documents_retire_only before update on documents
    for each row execute function retire_only('documents');

create unique index documents_current on documents (home, record_id) where retired_seq is null;
create table directory_lists (
    home              text collate "C" not null,
    record_id         text collate "C" not null,
    recorded_seq      integer not null,
    retired_seq       integer check (retired_seq > recorded_seq),
    code              text collate "C" not null,
    track             text collate "C" not null,
    year              integer not null,
    drafter           text collate "C",
    co_drafters       text collate "C",
    joint_submission  text collate "C" check (joint_submission in ('yes', 'no')),
    submitted_on      text collate "C",
    approver          text collate "C",
    approval_document text collate "C",
    approved_on       text collate "C",
    replaces          text collate "C",
    eia_opinion       text collate "C",
    water_opinion     text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger directory_lists_retire_only before update on directory_lists
    for each row execute function retire_only('directory_lists');
create trigger directory_lists_stay before delete on directory_lists
    for each row execute function refuse('A row of directory_lists is never deleted: it is retired.');

create unique index directory_lists_current on directory_lists (home, record_id) where retired_seq is null;
create table plans (
    home             text collate "C" not null,
    record_id        text collate "C" not null,
    recorded_seq     integer not null,
    retired_seq      integer check (retired_seq > recorded_seq),
    code             text collate "C" not null,
    title            text collate "C" not null,
    kind             text collate "C" not null,
    tier             text collate "C" not null,
    lead_agency      text collate "C",
    co_lead_agencies text collate "C",
    lead_from        text collate "C",
    horizon_from     integer not null,
    horizon_to       integer not null,
    vision_year      integer,
    approval_level   text collate "C",
    approver         text collate "C",
    importance       text collate "C" not null,
    secrecy          text collate "C" not null,
    daily_work       text collate "C" check (daily_work in ('yes', 'no')),
    municipal_filing text collate "C" check (municipal_filing in ('yes', 'no')),
    field            text collate "C",
    region_class     text collate "C",
    areas            text collate "C",
    external_ids     text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger plans_retire_only before update on plans
    for each row execute function retire_only('plans');
create trigger plans_stay before delete on plans
    for each row execute function refuse('A row of plans is never deleted: it is retired.');

create unique index plans_current on plans (home, record_id) where retired_seq is null;
create table superior_plans (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    district     text collate "C" not null,
    code         text collate "C" not null,
    title        text collate "C" not null,
    kind         text collate "C" not null,
    horizon_from integer not null,
    horizon_to   integer not null,
    issuer       text collate "C",
    document     text collate "C",
    approved_on  text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger superior_plans_retire_only before update on superior_plans
    for each row execute function retire_only('superior_plans');
create trigger superior_plans_stay before delete on superior_plans
    for each row execute function refuse('A row of superior_plans is never deleted: it is retired.');

create unique index superior_plans_current on superior_plans (home, record_id) where retired_seq is null;
create table directory_entries (
    home             text collate "C" not null,
    record_id        text collate "C" not null,
    recorded_seq     integer not null,
    retired_seq      integer check (retired_seq > recorded_seq),
    list             text collate "C" not null,
    code             text collate "C" not null,
    title            text collate "C" not null,
    kind             text collate "C" not null,
    lead_agency      text collate "C",
    co_lead_agencies text collate "C",
    horizon_from     integer,
    horizon_to       integer,
    category         text collate "C",
    due              text collate "C",
    plan             text collate "C",
    eia_needed       text collate "C" check (eia_needed in ('yes', 'no')),
    eia_opinion      text collate "C",
    water_needed     text collate "C" check (water_needed in ('yes', 'no')),
    water_opinion    text collate "C",
    dropped          text collate "C" check (dropped in ('yes', 'no')),
    dropped_reason   text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger directory_entries_retire_only before update on directory_entries
    for each row execute function retire_only('directory_entries');
create trigger directory_entries_stay before delete on directory_entries
    for each row execute function refuse('A row of directory_entries is never deleted: it is retired.');

create unique index directory_entries_current on directory_entries (home, record_id) where retired_seq is null;
create table exemptions (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text collate "C" not null,
    issuer       text collate "C" not null,
    document     text collate "C" not null,
    "from"       text collate "C" not null,
    "to"         text collate "C",
    rules        text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger exemptions_retire_only before update on exemptions
    for each row execute function retire_only('exemptions');
create trigger exemptions_stay before delete on exemptions
    for each row execute function refuse('A row of exemptions is never deleted: it is retired.');

create unique index exemptions_current on exemptions (home, record_id) where retired_seq is null;
