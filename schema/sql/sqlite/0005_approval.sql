-- Approval. What was done with a plan, by whom, when, with which document (办理记录).

create table acts (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text    not null,
    plan         text    not null,
    type         text    not null,
    "on"         text    not null,
    agency       text,
    co_agencies  text,
    about        text    not null,
    year         integer,
    version      integer,
    against      text,
    document     text,
    recipients   text,
    copies       text,
    copied_on    text,
    hosts        text,
    result       text,
    note         text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index acts_current on acts (home, record_id) where retired_seq is null;
create trigger acts_change_nothing before update of
    home, record_id, recorded_seq, code, plan, type, "on", agency, co_agencies, about, year, version, against, document, recipients, copies,
    copied_on, hosts, result, note
on acts begin
    select raise(abort, 'A row of acts is never changed: it is retired and recorded again.');
end;
create trigger acts_retire_once before update of retired_seq on acts when old.retired_seq is not null or new.retired_seq is null begin
    select raise(abort, 'A row of acts is retired once, for good.');
end;
create trigger acts_stay before delete on acts begin
    select raise(abort, 'A row of acts is never deleted: it is retired.');
end;
