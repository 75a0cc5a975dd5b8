-- Indicators. Of readings that contradict each other, the source that was settled (核定), by whom and why.

create table reading_settlements (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    plan          text    not null,
    indicator     text    not null,
    year          integer not null,
    source        text    not null,
    reason        text    not null,
    agency        text    not null,
    "on"          text    not null,
    document      text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index reading_settlements_current on reading_settlements (home, record_id) where retired_seq is null;
create trigger reading_settlements_change_nothing before update of
    home, record_id, recorded_seq, plan, indicator, year, source, reason, agency, "on", document
on reading_settlements begin
    select raise(abort, 'A row of reading_settlements is never changed: it is retired and recorded again.');
end;
create trigger reading_settlements_retire_once before update of retired_seq on reading_settlements
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of reading_settlements is retired once, for good.');
end;
create trigger reading_settlements_stay before delete on reading_settlements begin
    select raise(abort, 'A row of reading_settlements is never deleted: it is retired.');
end;
