-- Indicators. Indicators, what plans promise of them, and what was measured.

create table units (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text    not null,
    base_unit    text    not null,
    factor       text    not null,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index units_current on units (home, record_id) where retired_seq is null;
create trigger units_change_nothing before update of
    home, record_id, recorded_seq, code, base_unit, factor
on units begin
    select raise(abort, 'A row of units is never changed: it is retired and recorded again.');
end;
create trigger units_retire_once before update of retired_seq on units when old.retired_seq is not null or new.retired_seq is null begin
    select raise(abort, 'A row of units is retired once, for good.');
end;
create trigger units_stay before delete on units begin
    select raise(abort, 'A row of units is never deleted: it is retired.');
end;

create table indicators (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    code          text    not null,
    name          text    not null,
    unit          text    not null,
    aliases       text,
    direction     text    not null,
    measure       text    not null,
    extent        text    not null,
    reading_basis text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index indicators_current on indicators (home, record_id) where retired_seq is null;
create trigger indicators_change_nothing before update of
    home, record_id, recorded_seq, code, name, unit, aliases, direction, measure, extent, reading_basis
on indicators begin
    select raise(abort, 'A row of indicators is never changed: it is retired and recorded again.');
end;
create trigger indicators_retire_once before update of retired_seq on indicators
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of indicators is retired once, for good.');
end;
create trigger indicators_stay before delete on indicators begin
    select raise(abort, 'A row of indicators is never deleted: it is retired.');
end;

create table targets (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text    not null,
    version      integer not null,
    indicator    text    not null,
    target_year  integer not null,
    nature       text    not null,
    base_year    integer,
    base_value   text,
    target_value text,
    target_low   text,
    target_high  text,
    unit         text,
    wording      text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index targets_current on targets (home, record_id) where retired_seq is null;
create trigger targets_change_nothing before update of
    home, record_id, recorded_seq, plan, version, indicator, target_year, nature, base_year, base_value, target_value, target_low,
    target_high, unit, wording
on targets begin
    select raise(abort, 'A row of targets is never changed: it is retired and recorded again.');
end;
create trigger targets_retire_once before update of retired_seq on targets when old.retired_seq is not null or new.retired_seq is null begin
    select raise(abort, 'A row of targets is retired once, for good.');
end;
create trigger targets_stay before delete on targets begin
    select raise(abort, 'A row of targets is never deleted: it is retired.');
end;

create table allocations (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text    not null,
    indicator    text    not null,
    to_district  text    not null,
    target_year  integer not null,
    target_value text,
    nature       text    not null,
    document     text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index allocations_current on allocations (home, record_id) where retired_seq is null;
create trigger allocations_change_nothing before update of
    home, record_id, recorded_seq, plan, indicator, to_district, target_year, target_value, nature, document
on allocations begin
    select raise(abort, 'A row of allocations is never changed: it is retired and recorded again.');
end;
create trigger allocations_retire_once before update of retired_seq on allocations
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of allocations is retired once, for good.');
end;
create trigger allocations_stay before delete on allocations begin
    select raise(abort, 'A row of allocations is never deleted: it is retired.');
end;

create table annual_targets (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text    not null,
    indicator    text    not null,
    year         integer not null,
    target_value text,
    target_low   text,
    target_high  text,
    reason       text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index annual_targets_current on annual_targets (home, record_id) where retired_seq is null;
create trigger annual_targets_change_nothing before update of
    home, record_id, recorded_seq, plan, indicator, year, target_value, target_low, target_high, reason
on annual_targets begin
    select raise(abort, 'A row of annual_targets is never changed: it is retired and recorded again.');
end;
create trigger annual_targets_retire_once before update of retired_seq on annual_targets
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of annual_targets is retired once, for good.');
end;
create trigger annual_targets_stay before delete on annual_targets begin
    select raise(abort, 'A row of annual_targets is never deleted: it is retired.');
end;

create table readings (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    plan         text    not null,
    indicator    text    not null,
    year         integer not null,
    source       text    not null,
    value        text    not null,
    cutoff_on    text,
    agency       text,
    unit         text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index readings_current on readings (home, record_id) where retired_seq is null;
create trigger readings_change_nothing before update of
    home, record_id, recorded_seq, plan, indicator, year, source, value, cutoff_on, agency, unit
on readings begin
    select raise(abort, 'A row of readings is never changed: it is retired and recorded again.');
end;
create trigger readings_retire_once before update of retired_seq on readings
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of readings is retired once, for good.');
end;
create trigger readings_stay before delete on readings begin
    select raise(abort, 'A row of readings is never deleted: it is retired.');
end;
