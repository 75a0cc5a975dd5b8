-- Consultation: the tables of schema/sql/sqlite/0022_consultation.sql, where their columns are explained, as they are now.

create table consultation_rounds (
    home            text collate "C" not null,
    record_id       text collate "C" not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    code            text collate "C" not null,
    plan            text collate "C" not null,
    audience        text collate "C" not null,
    draft           text collate "C",
    agencies        text collate "C",
    opened_on       text collate "C" not null,
    due_on          text collate "C",
    closed_on       text collate "C",
    shorter_because text collate "C",
    document        text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger consultation_rounds_retire_only before update on consultation_rounds
    for each row execute function retire_only('consultation_rounds');
create trigger consultation_rounds_stay before delete on consultation_rounds
    for each row execute function refuse('A row of consultation_rounds is never deleted: it is retired.');

create unique index consultation_rounds_current on consultation_rounds (home, record_id) where retired_seq is null;
create table opinions (
    home            text collate "C" not null,
    record_id       text collate "C" not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    code            text collate "C" not null,
    round           text collate "C" not null,
    plan            text collate "C" not null,
    agency          text collate "C",
    participant     text collate "C",
    "on"            text collate "C" not null,
    clause          text collate "C",
    suggestion      text collate "C",
    reason          text collate "C",
    document        text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger opinions_retire_only before update on opinions
    for each row execute function retire_only('opinions');
create trigger opinions_stay before delete on opinions
    for each row execute function refuse('A row of opinions is never deleted: it is retired.');

create unique index opinions_current on opinions (home, record_id) where retired_seq is null;
create table opinion_handlings (
    home            text collate "C" not null,
    record_id       text collate "C" not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    opinion         text collate "C" not null,
    stage           text collate "C" not null,
    plan            text collate "C" not null,
    result          text collate "C" not null,
    reason          text collate "C",
    agreed_value    text collate "C",
    "on"            text collate "C" not null,
    agency          text collate "C",
    handler         text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger opinion_handlings_retire_only before update on opinion_handlings
    for each row execute function retire_only('opinion_handlings');
create trigger opinion_handlings_stay before delete on opinion_handlings
    for each row execute function refuse('A row of opinion_handlings is never deleted: it is retired.');

create unique index opinion_handlings_current on opinion_handlings (home, record_id) where retired_seq is null;
create table opinion_objections (
    home            text collate "C" not null,
    record_id       text collate "C" not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    opinion         text collate "C" not null,
    plan            text collate "C" not null,
    agency          text collate "C" not null,
    "on"            text collate "C" not null,
    reason          text collate "C" not null,
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger opinion_objections_retire_only before update on opinion_objections
    for each row execute function retire_only('opinion_objections');
create trigger opinion_objections_stay before delete on opinion_objections
    for each row execute function refuse('A row of opinion_objections is never deleted: it is retired.');

create unique index opinion_objections_current on opinion_objections (home, record_id) where retired_seq is null;
create table disputes (
    home            text collate "C" not null,
    record_id       text collate "C" not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    code            text collate "C" not null,
    plan            text collate "C" not null,
    opinions        text collate "C",
    opened_on       text collate "C" not null,
    issue           text collate "C",
    positions       text collate "C",
    host_position   text collate "C",
    grounds         text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger disputes_retire_only before update on disputes
    for each row execute function retire_only('disputes');
create trigger disputes_stay before delete on disputes
    for each row execute function refuse('A row of disputes is never deleted: it is retired.');

create unique index disputes_current on disputes (home, record_id) where retired_seq is null;
create table dispute_steps (
    home            text collate "C" not null,
    record_id       text collate "C" not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    dispute         text collate "C" not null,
    stage           text collate "C" not null,
    "on"            text collate "C" not null,
    plan            text collate "C" not null,
    agency          text collate "C",
    conclusion      text collate "C",
    document        text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger dispute_steps_retire_only before update on dispute_steps
    for each row execute function retire_only('dispute_steps');
create trigger dispute_steps_stay before delete on dispute_steps
    for each row execute function refuse('A row of dispute_steps is never deleted: it is retired.');

create unique index dispute_steps_current on dispute_steps (home, record_id) where retired_seq is null;
