-- Approval and alignment. The papers of a submission (审批要件), by which document a step was taken out of order (越序依据), and what was
-- said of how a plan goes with another (衔接意见), point by point.

alter table acts add column override text;

drop trigger acts_change_nothing;
create trigger acts_change_nothing before update of
    home, record_id, recorded_seq, code, plan, type, "on", agency, co_agencies, about, year, version, against, document, recipients, copies,
    copied_on, hosts, result, note, override
on acts begin
    select raise(abort, 'A row of acts is never changed: it is retired and recorded again.');
end;

create table submission_items (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text    not null,
    paper        text    not null,
    document     text    not null,
    "on"         text    not null,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index submission_items_current on submission_items (home, record_id) where retired_seq is null;
create trigger submission_items_change_nothing before update of
    home, record_id, recorded_seq, plan, paper, document, "on"
on submission_items begin
    select raise(abort, 'A row of submission_items is never changed: it is retired and recorded again.');
end;
create trigger submission_items_retire_once before update of retired_seq on submission_items
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of submission_items is retired once, for good.');
end;
create trigger submission_items_stay before delete on submission_items begin
    select raise(abort, 'A row of submission_items is never deleted: it is retired.');
end;

create table alignment_opinions (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text    not null,
    plan         text    not null,
    agency       text    not null,
    against      text,
    requested_on text,
    "on"         text,
    result       text,
    document     text,
    note         text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index alignment_opinions_current on alignment_opinions (home, record_id) where retired_seq is null;
create trigger alignment_opinions_change_nothing before update of
    home, record_id, recorded_seq, code, plan, agency, against, requested_on, "on", result, document, note
on alignment_opinions begin
    select raise(abort, 'A row of alignment_opinions is never changed: it is retired and recorded again.');
end;
create trigger alignment_opinions_retire_once before update of retired_seq on alignment_opinions
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of alignment_opinions is retired once, for good.');
end;
create trigger alignment_opinions_stay before delete on alignment_opinions begin
    select raise(abort, 'A row of alignment_opinions is never deleted: it is retired.');
end;

create table alignment_answers (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    opinion      text    not null,
    point        text    not null,
    plan         text    not null,
    answer       text    not null,
    reason       text,
    our_clause   text,
    their_clause text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index alignment_answers_current on alignment_answers (home, record_id) where retired_seq is null;
create trigger alignment_answers_change_nothing before update of
    home, record_id, recorded_seq, opinion, point, plan, answer, reason, our_clause, their_clause
on alignment_answers begin
    select raise(abort, 'A row of alignment_answers is never changed: it is retired and recorded again.');
end;
create trigger alignment_answers_retire_once before update of retired_seq on alignment_answers
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of alignment_answers is retired once, for good.');
end;
create trigger alignment_answers_stay before delete on alignment_answers begin
    select raise(abort, 'A row of alignment_answers is never deleted: it is retired.');
end;
