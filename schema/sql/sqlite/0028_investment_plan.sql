-- Funding. What the government's investment plan of a year (政府投资年度计划) has for each project, by the paper that says so
-- (003 二、(一)).

create table investment_plan_lines (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    year          integer not null,
    project_code  text    not null,
    document      text    not null,
    project       text    not null,
    amount        text    not null,
    plan          text,
    task          text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index investment_plan_lines_current on investment_plan_lines (home, record_id) where retired_seq is null;
create trigger investment_plan_lines_change_nothing before update of
    home, record_id, recorded_seq, year, project_code, document, project, amount, plan, task
on investment_plan_lines begin
    select raise(abort, 'A row of investment_plan_lines is never changed: it is retired and recorded again.');
end;
create trigger investment_plan_lines_retire_once before update of retired_seq on investment_plan_lines
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of investment_plan_lines is retired once, for good.');
end;
create trigger investment_plan_lines_stay before delete on investment_plan_lines begin
    select raise(abort, 'A row of investment_plan_lines is never deleted: it is retired.');
end;
