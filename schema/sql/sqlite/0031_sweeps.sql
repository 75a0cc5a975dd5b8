-- Sweeps (全域评判). What each district was judged to, for summaries over districts: derived from ledgers, and judged again when lost.
-- Outside ledger, packs, backups and evidence.

-- number: in the order in which results were kept. name: the district's. day: judged on. holds_until: the first day on which it may
-- differ while nothing is written. rules: their codes and versions. mark: equal for equal findings. counts: null once a later result
-- took its place. before_vector, before_day: of the result that it followed, where its findings were others.
create table sweep_results (
    number        integer not null primary key,
    home          text    not null,
    name          text    not null,
    day           text    not null,
    vector        text    not null,
    holds_until   text,
    rules         text    not null,
    mark          text    not null,
    counts        text,
    judged_at     text    not null,
    before_vector text,
    before_day    text
) strict;
create index sweep_results_of on sweep_results (home, day, number);

-- Districts that are still to be judged on a day.
create table sweep_work (
    day  text not null,
    home text not null,
    primary key (day, home)
) strict, without rowid;
