-- Funding: the tables of schema/sql/sqlite/0007_funding.sql, where their columns are explained, as they are now.

create table funding (
    home             text collate "C" not null,
    record_id        text collate "C" not null,
    recorded_seq     integer not null,
    retired_seq      integer check (retired_seq > recorded_seq),
    code             text collate "C" not null,
    plan             text collate "C" not null,
    project          text collate "C" not null,
    amount           text collate "C" not null,
    money            text collate "C",
    purpose          text collate "C" not null,
    budget_year      integer,
    budgeted         text collate "C" check (budgeted in ('yes', 'no')),
    requested_on     text collate "C",
    arranged_on      text collate "C",
    spent_on         text collate "C",
    project_code     text collate "C",
    function_subject text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger funding_retire_only before update on funding
    for each row execute function retire_only('funding');
create trigger funding_stay before delete on funding
    for each row execute function refuse('A row of funding is never deleted: it is retired.');

create unique index funding_current on funding (home, record_id) where retired_seq is null;
