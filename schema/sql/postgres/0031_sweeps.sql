-- Sweeps (全域评判): the tables of schema/sql/sqlite/0031_sweeps.sql, where their columns are explained, as they are now.

create table sweep_results (
    number        integer not null primary key,
    home          text collate "C" not null,
    name          text collate "C" not null,
    day           text collate "C" not null,
    vector        text collate "C" not null,
    holds_until   text collate "C",
    rules         text collate "C" not null,
    mark          text collate "C" not null,
    counts        text collate "C",
    judged_at     text collate "C" not null,
    before_vector text collate "C",
    before_day    text collate "C"
);

create index sweep_results_of on sweep_results (home, day, number);

create table sweep_work (
    day  text collate "C" not null,
    home text collate "C" not null,
    primary key (day, home)
);
