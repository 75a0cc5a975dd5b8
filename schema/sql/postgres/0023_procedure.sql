-- Approval and alignment: the tables of schema/sql/sqlite/0023_procedure.sql, where their columns are explained, as they are now.

create table submission_items (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text collate "C" not null,
    paper        text collate "C" not null,
    document     text collate "C" not null,
    "on"         text collate "C" not null,
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger submission_items_retire_only before update on submission_items
    for each row execute function retire_only('submission_items');
create trigger submission_items_stay before delete on submission_items
    for each row execute function refuse('A row of submission_items is never deleted: it is retired.');

create unique index submission_items_current on submission_items (home, record_id) where retired_seq is null;
create table alignment_opinions (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text collate "C" not null,
    plan         text collate "C" not null,
    agency       text collate "C" not null,
    against      text collate "C",
    requested_on text collate "C",
    "on"         text collate "C",
    result       text collate "C",
    document     text collate "C",
    note         text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger alignment_opinions_retire_only before update on alignment_opinions
    for each row execute function retire_only('alignment_opinions');
create trigger alignment_opinions_stay before delete on alignment_opinions
    for each row execute function refuse('A row of alignment_opinions is never deleted: it is retired.');

create unique index alignment_opinions_current on alignment_opinions (home, record_id) where retired_seq is null;
create table alignment_answers (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    opinion      text collate "C" not null,
    point        text collate "C" not null,
    plan         text collate "C" not null,
    answer       text collate "C" not null,
    reason       text collate "C",
    our_clause   text collate "C",
    their_clause text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger alignment_answers_retire_only before update on alignment_answers
    for each row execute function retire_only('alignment_answers');
create trigger alignment_answers_stay before delete on alignment_answers
    for each row execute function refuse('A row of alignment_answers is never deleted: it is retired.');

create unique index alignment_answers_current on alignment_answers (home, record_id) where retired_seq is null;
