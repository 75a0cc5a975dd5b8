-- Indicators: the tables of schema/sql/sqlite/0004_indicators.sql, where their columns are explained, as they are now.

create table units (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text collate "C" not null,
    base_unit    text collate "C" not null,
    factor       text collate "C" not null,
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger units_retire_only before update on units
    for each row execute function retire_only('units');
create trigger units_stay before delete on units
    for each row execute function refuse('A row of units is never deleted: it is retired.');

create unique index units_current on units (home, record_id) where retired_seq is null;
create table indicators (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    code          text collate "C" not null,
    name          text collate "C" not null,
    unit          text collate "C" not null,
    aliases       text collate "C",
    direction     text collate "C" not null,
    measure       text collate "C" not null,
    extent        text collate "C" not null,
    reading_basis text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger indicators_retire_only before update on indicators
    for each row execute function retire_only('indicators');
create trigger indicators_stay before delete on indicators
    for each row execute function refuse('A row of indicators is never deleted: it is retired.');

create unique index indicators_current on indicators (home, record_id) where retired_seq is null;
create table targets (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text collate "C" not null,
    version      integer not null,
    indicator    text collate "C" not null,
    target_year  integer not null,
    nature       text collate "C" not null,
    base_year    integer,
    base_value   text collate "C",
    target_value text collate "C",
    target_low   text collate "C",
    target_high  text collate "C",
    unit         text collate "C",
    wording      text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger targets_retire_only before update on targets
    for each row execute function retire_only('targets');
create trigger targets_stay before delete on targets
    for each row execute function refuse('A row of targets is never deleted: it is retired.');

create unique index targets_current on targets (home, record_id) where retired_seq is null;
create table allocations (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text collate "C" not null,
    indicator    text collate "C" not null,
    to_district  text collate "C" not null,
    target_year  integer not null,
    target_value text collate "C",
    nature       text collate "C" not null,
    document     text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger allocations_retire_only before update on allocations
    for each row execute function retire_only('allocations');
create trigger allocations_stay before delete on allocations
    for each row execute function refuse('A row of allocations is never deleted: it is retired.');

create unique index allocations_current on allocations (home, record_id) where retired_seq is null;
create table annual_targets (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text collate "C" not null,
    indicator    text collate "C" not null,
    year         integer not null,
    target_value text collate "C",
    target_low   text collate "C",
    target_high  text collate "C",
    reason       text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger annual_targets_retire_only before update on annual_targets
    for each row execute function retire_only('annual_targets');
create trigger annual_targets_stay before delete on annual_targets
    for each row execute function refuse('A row of annual_targets is never deleted: it is retired.');

create unique index annual_targets_current on annual_targets (home, record_id) where retired_seq is null;
create table readings (
    home         text collate "C" not null,
    record_id    text collate "C" not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text collate "C" not null,
    indicator    text collate "C" not null,
    year         integer not null,
    source       text collate "C" not null,
    value        text collate "C" not null,
    cutoff_on    text collate "C",
    agency       text collate "C",
    unit         text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger readings_retire_only before update on readings
    for each row execute function retire_only('readings');
create trigger readings_stay before delete on readings
    for each row execute function refuse('A row of readings is never deleted: it is retired.');

create unique index readings_current on readings (home, record_id) where retired_seq is null;
