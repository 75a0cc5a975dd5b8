-- Hierarchy. Which plan obeys, serves or coordinates with which.

create table links (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    subordinate  text    not null,
    superior     text    not null,
    kind         text    not null,
    clause       text,
    "from"       text,
    "to"         text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index links_current on links (home, record_id) where retired_seq is null;
create trigger links_change_nothing before update of
    home, record_id, recorded_seq, subordinate, superior, kind, clause, "from", "to"
on links begin
    select raise(abort, 'A row of links is never changed: it is retired and recorded again.');
end;
create trigger links_retire_once before update of retired_seq on links when old.retired_seq is not null or new.retired_seq is null begin
    select raise(abort, 'A row of links is retired once, for good.');
end;
create trigger links_stay before delete on links begin
    select raise(abort, 'A row of links is never deleted: it is retired.');
end;
