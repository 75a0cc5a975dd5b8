-- Amendments. Proposals of a new version of a plan (调整修订).

create table amendments (
    home               text    not null,
    record_id          text    not null,
    recorded_seq       integer not null,
    retired_seq        integer check (retired_seq > recorded_seq),
    plan               text    not null,
    version            integer not null,
    proposed_on        text    not null,
    reason             text,
    evaluation         text,
    changed_indicators text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index amendments_current on amendments (home, record_id) where retired_seq is null;
create trigger amendments_change_nothing before update of
    home, record_id, recorded_seq, plan, version, proposed_on, reason, evaluation, changed_indicators
on amendments begin
    select raise(abort, 'A row of amendments is never changed: it is retired and recorded again.');
end;
create trigger amendments_retire_once before update of retired_seq on amendments
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of amendments is retired once, for good.');
end;
create trigger amendments_stay before delete on amendments begin
    select raise(abort, 'A row of amendments is never deleted: it is retired.');
end;
