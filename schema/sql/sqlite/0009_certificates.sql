-- Funding. What was answered on a day (规划目录核验单), numbered and hashed, and what ended it before its time.

create table certificates (
    home           text    not null,
    record_id      text    not null,
    recorded_seq   integer not null,
    retired_seq    integer check (retired_seq > recorded_seq),
    number         text    not null,
    plan           text    not null,
    "on"           text    not null,
    verdict        text    not null,
    purpose        text    not null,
    money          text    not null,
    project        text,
    amount         text,
    budget_year    integer,
    valid_until    text    not null,
    prepared_by    text    not null,
    reviewed_by    text    not null,
    replaces       text,
    vector         text    not null,
    rules_version  text    not null,
    statement      text    not null,
    hash           text    not null,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index certificates_current on certificates (home, record_id) where retired_seq is null;
create trigger certificates_change_nothing before update of
    home, record_id, recorded_seq, number, plan, "on", verdict, purpose, money, project, amount, budget_year, valid_until,
    prepared_by, reviewed_by, replaces, vector, rules_version, statement, hash
on certificates begin
    select raise(abort, 'A row of certificates is never changed: it is retired and recorded again.');
end;
create trigger certificates_retire_once before update of retired_seq on certificates
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of certificates is retired once, for good.');
end;
create trigger certificates_stay before delete on certificates begin
    select raise(abort, 'A row of certificates is never deleted: it is retired.');
end;

create table certificate_revocations (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    number        text    not null,
    reason        text    not null,
    document      text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index certificate_revocations_current on certificate_revocations (home, record_id) where retired_seq is null;
create trigger certificate_revocations_change_nothing before update of
    home, record_id, recorded_seq, number, reason, document
on certificate_revocations begin
    select raise(abort, 'A row of certificate_revocations is never changed: it is retired and recorded again.');
end;
create trigger certificate_revocations_retire_once before update of retired_seq on certificate_revocations
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of certificate_revocations is retired once, for good.');
end;
create trigger certificate_revocations_stay before delete on certificate_revocations begin
    select raise(abort, 'A row of certificate_revocations is never deleted: it is retired.');
end;
