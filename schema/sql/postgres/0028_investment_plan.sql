-- Funding: the tables of schema/sql/sqlite/0028_investment_plan.sql, where their columns are explained, as they are now.

create table investment_plan_lines (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    year          integer not null,
    project_code  text collate "C" not null,
    document      text collate "C" not null,
    project       text collate "C" not null,
    amount        text collate "C" not null,
    plan          text collate "C",
    task          text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger investment_plan_lines_retire_only before update on investment_plan_lines
    for each row execute function retire_only('investment_plan_lines');
create trigger investment_plan_lines_stay before delete on investment_plan_lines
    for each row execute function refuse('A row of investment_plan_lines is never deleted: it is retired.');

create unique index investment_plan_lines_current on investment_plan_lines (home, record_id) where retired_seq is null;
