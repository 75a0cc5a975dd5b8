-- Consultation. Rounds in which opinions on a draft are asked for (征求意见), the opinions, what came of them, objections, disputes.

create table consultation_rounds (
    home            text    not null,
    record_id       text    not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    code            text    not null,
    plan            text    not null,
    audience        text    not null,
    draft           text,
    agencies        text,
    opened_on       text    not null,
    due_on          text,
    closed_on       text,
    shorter_because text,
    document        text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index consultation_rounds_current on consultation_rounds (home, record_id) where retired_seq is null;
create trigger consultation_rounds_change_nothing before update of
    home, record_id, recorded_seq, code, plan, audience, draft, agencies, opened_on, due_on, closed_on, shorter_because, document
on consultation_rounds begin
    select raise(abort, 'A row of consultation_rounds is never changed: it is retired and recorded again.');
end;
create trigger consultation_rounds_retire_once before update of retired_seq on consultation_rounds
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of consultation_rounds is retired once, for good.');
end;
create trigger consultation_rounds_stay before delete on consultation_rounds begin
    select raise(abort, 'A row of consultation_rounds is never deleted: it is retired.');
end;

create table opinions (
    home            text    not null,
    record_id       text    not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    code            text    not null,
    round           text    not null,
    plan            text    not null,
    agency          text,
    participant     text,
    "on"            text    not null,
    clause          text,
    suggestion      text,
    reason          text,
    document        text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index opinions_current on opinions (home, record_id) where retired_seq is null;
create trigger opinions_change_nothing before update of
    home, record_id, recorded_seq, code, round, plan, agency, participant, "on", clause, suggestion, reason, document
on opinions begin
    select raise(abort, 'A row of opinions is never changed: it is retired and recorded again.');
end;
create trigger opinions_retire_once before update of retired_seq on opinions
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of opinions is retired once, for good.');
end;
create trigger opinions_stay before delete on opinions begin
    select raise(abort, 'A row of opinions is never deleted: it is retired.');
end;

create table opinion_handlings (
    home            text    not null,
    record_id       text    not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    opinion         text    not null,
    stage           text    not null,
    plan            text    not null,
    result          text    not null,
    reason          text,
    agreed_value    text,
    "on"            text    not null,
    agency          text,
    handler         text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index opinion_handlings_current on opinion_handlings (home, record_id) where retired_seq is null;
create trigger opinion_handlings_change_nothing before update of
    home, record_id, recorded_seq, opinion, stage, plan, result, reason, agreed_value, "on", agency, handler
on opinion_handlings begin
    select raise(abort, 'A row of opinion_handlings is never changed: it is retired and recorded again.');
end;
create trigger opinion_handlings_retire_once before update of retired_seq on opinion_handlings
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of opinion_handlings is retired once, for good.');
end;
create trigger opinion_handlings_stay before delete on opinion_handlings begin
    select raise(abort, 'A row of opinion_handlings is never deleted: it is retired.');
end;

create table opinion_objections (
    home            text    not null,
    record_id       text    not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    opinion         text    not null,
    plan            text    not null,
    agency          text    not null,
    "on"            text    not null,
    reason          text    not null,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index opinion_objections_current on opinion_objections (home, record_id) where retired_seq is null;
create trigger opinion_objections_change_nothing before update of
    home, record_id, recorded_seq, opinion, plan, agency, "on", reason
on opinion_objections begin
    select raise(abort, 'A row of opinion_objections is never changed: it is retired and recorded again.');
end;
create trigger opinion_objections_retire_once before update of retired_seq on opinion_objections
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of opinion_objections is retired once, for good.');
end;
create trigger opinion_objections_stay before delete on opinion_objections begin
    select raise(abort, 'A row of opinion_objections is never deleted: it is retired.');
end;

create table disputes (
    home            text    not null,
    record_id       text    not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    code            text    not null,
    plan            text    not null,
    opinions        text,
    opened_on       text    not null,
    issue           text,
    positions       text,
    host_position   text,
    grounds         text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index disputes_current on disputes (home, record_id) where retired_seq is null;
create trigger disputes_change_nothing before update of
    home, record_id, recorded_seq, code, plan, opinions, opened_on, issue, positions, host_position, grounds
on disputes begin
    select raise(abort, 'A row of disputes is never changed: it is retired and recorded again.');
end;
create trigger disputes_retire_once before update of retired_seq on disputes
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of disputes is retired once, for good.');
end;
create trigger disputes_stay before delete on disputes begin
    select raise(abort, 'A row of disputes is never deleted: it is retired.');
end;

create table dispute_steps (
    home            text    not null,
    record_id       text    not null,
    recorded_seq    integer not null,
    retired_seq     integer check (retired_seq > recorded_seq),
    dispute         text    not null,
    stage           text    not null,
    "on"            text    not null,
    plan            text    not null,
    agency          text,
    conclusion      text,
    document        text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index dispute_steps_current on dispute_steps (home, record_id) where retired_seq is null;
create trigger dispute_steps_change_nothing before update of
    home, record_id, recorded_seq, dispute, stage, "on", plan, agency, conclusion, document
on dispute_steps begin
    select raise(abort, 'A row of dispute_steps is never changed: it is retired and recorded again.');
end;
create trigger dispute_steps_retire_once before update of retired_seq on dispute_steps
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of dispute_steps is retired once, for good.');
end;
create trigger dispute_steps_stay before delete on dispute_steps begin
    select raise(abort, 'A row of dispute_steps is never deleted: it is retired.');
end;
