-- Rectification. To which agency findings were handed out (交办), on which day, by when to be mended.

create table handouts (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    finding       text    not null,
    agency        text    not null,
    "on"          text    not null,
    document      text,
    due           text,
    word          text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index handouts_current on handouts (home, record_id) where retired_seq is null;
create trigger handouts_change_nothing before update of
    home, record_id, recorded_seq, finding, agency, "on", document, due, word
on handouts begin
    select raise(abort, 'A row of handouts is never changed: it is retired and recorded again.');
end;
create trigger handouts_retire_once before update of retired_seq on handouts
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of handouts is retired once, for good.');
end;
create trigger handouts_stay before delete on handouts begin
    select raise(abort, 'A row of handouts is never deleted: it is retired.');
end;
