-- Settlement. Of which findings the mending was put off (暂缓整改), by which document, from when until when.

create table waivers (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    code          text    not null,
    rule          text    not null,
    plan          text,
    list          text,
    finding       text,
    document      text    not null,
    "from"        text    not null,
    "to"          text,
    reason        text,
    revocation    text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index waivers_current on waivers (home, record_id) where retired_seq is null;
create trigger waivers_change_nothing before update of
    home, record_id, recorded_seq, code, rule, plan, list, finding, document, "from", "to", reason, revocation
on waivers begin
    select raise(abort, 'A row of waivers is never changed: it is retired and recorded again.');
end;
create trigger waivers_retire_once before update of retired_seq on waivers
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of waivers is retired once, for good.');
end;
create trigger waivers_stay before delete on waivers begin
    select raise(abort, 'A row of waivers is never deleted: it is retired.');
end;
