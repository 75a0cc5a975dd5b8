-- Funding. A certificate waits (待复核) until another account signs or returns it (核验单复核). Who reviewed it is no name that is typed
-- any more: reviewed_by stays with the rows that have it, and the account that prepared it is recorded.

alter table certificates rename to certificates_of_0009;
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
    reviewed_by    text,
    replaces       text,
    vector         text    not null,
    rules_version  text    not null,
    statement      text    not null,
    hash           text    not null,
    preparer       text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
insert into certificates (
    home, record_id, recorded_seq, retired_seq, number, plan, "on", verdict, purpose, money, project, amount, budget_year, valid_until,
    prepared_by, reviewed_by, replaces, vector, rules_version, statement, hash)
select
    home, record_id, recorded_seq, retired_seq, number, plan, "on", verdict, purpose, money, project, amount, budget_year, valid_until,
    prepared_by, reviewed_by, replaces, vector, rules_version, statement, hash
from certificates_of_0009;
drop table certificates_of_0009;
create unique index certificates_current on certificates (home, record_id) where retired_seq is null;
create trigger certificates_change_nothing before update of
    home, record_id, recorded_seq, number, plan, "on", verdict, purpose, money, project, amount, budget_year, valid_until,
    prepared_by, reviewed_by, replaces, vector, rules_version, statement, hash, preparer
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

create table certificate_reviews (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    number        text    not null,
    result        text    not null,
    reviewed_by   text    not null,
    reviewer      text    not null,
    hash          text    not null,
    reason        text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index certificate_reviews_current on certificate_reviews (home, record_id) where retired_seq is null;
create trigger certificate_reviews_change_nothing before update of
    home, record_id, recorded_seq, number, result, reviewed_by, reviewer, hash, reason
on certificate_reviews begin
    select raise(abort, 'A row of certificate_reviews is never changed: it is retired and recorded again.');
end;
create trigger certificate_reviews_retire_once before update of retired_seq on certificate_reviews
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of certificate_reviews is retired once, for good.');
end;
create trigger certificate_reviews_stay before delete on certificate_reviews begin
    select raise(abort, 'A row of certificate_reviews is never deleted: it is retired.');
end;
