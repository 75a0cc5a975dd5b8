-- Settlement. Which findings were confirmed or concluded (办结), by which document, from when.

create table settlements (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    finding       text    not null,
    kind          text    not null,
    "on"          text    not null,
    document      text    not null,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index settlements_current on settlements (home, record_id) where retired_seq is null;
create trigger settlements_change_nothing before update of
    home, record_id, recorded_seq, finding, kind, "on", document
on settlements begin
    select raise(abort, 'A row of settlements is never changed: it is retired and recorded again.');
end;
create trigger settlements_retire_once before update of retired_seq on settlements
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of settlements is retired once, for good.');
end;
create trigger settlements_stay before delete on settlements begin
    select raise(abort, 'A row of settlements is never deleted: it is retired.');
end;
