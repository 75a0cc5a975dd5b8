-- Funding. Money asked for, arranged for and spent on a plan (规划经费), in 元.

create table funding (
    home             text    not null,
    record_id        text    not null,
    recorded_seq     integer not null,
    retired_seq      integer check (retired_seq > recorded_seq),
    code             text    not null,
    plan             text    not null,
    project          text    not null,
    amount           text    not null,
    money            text,
    purpose          text    not null,
    budget_year      integer,
    budgeted         text    check (budgeted in ('yes', 'no')),
    requested_on     text,
    arranged_on      text,
    spent_on         text,
    project_code     text,
    function_subject text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index funding_current on funding (home, record_id) where retired_seq is null;
create trigger funding_change_nothing before update of
    home, record_id, recorded_seq, code, plan, project, amount, money, purpose, budget_year, budgeted, requested_on, arranged_on, spent_on,
    project_code, function_subject
on funding begin
    select raise(abort, 'A row of funding is never changed: it is retired and recorded again.');
end;
create trigger funding_retire_once before update of retired_seq on funding when old.retired_seq is not null or new.retired_seq is null begin
    select raise(abort, 'A row of funding is retired once, for good.');
end;
create trigger funding_stay before delete on funding begin
    select raise(abort, 'A row of funding is never deleted: it is retired.');
end;
