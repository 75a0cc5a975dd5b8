-- Conformance. The parameters that the texts leave open, each with its dates and its basis.

create table policy (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    key          text    not null,
    kind         text,
    "from"       text    not null,
    value        text    not null,
    "to"         text,
    document     text,
    clause       text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index policy_current on policy (home, record_id) where retired_seq is null;
create trigger policy_change_nothing before update of
    home, record_id, recorded_seq, key, kind, "from", value, "to", document, clause
on policy begin
    select raise(abort, 'A row of policy is never changed: it is retired and recorded again.');
end;
create trigger policy_retire_once before update of retired_seq on policy when old.retired_seq is not null or new.retired_seq is null begin
    select raise(abort, 'A row of policy is retired once, for good.');
end;
create trigger policy_stay before delete on policy begin
    select raise(abort, 'A row of policy is never deleted: it is retired.');
end;
