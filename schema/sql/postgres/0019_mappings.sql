-- Import: the tables of schema/sql/sqlite/0019_mappings.sql, where their columns are explained, as they are now.

create table access_mappings (
    district text collate "C" not null check (length(district) = 6),
    agency   text collate "C" not null,
    shape    text collate "C" not null check (length(shape) = 64),
    columns  text collate "C" not null check (columns::json is not null),
    used_at  text collate "C" not null,
    agencies text collate "C" not null default '{}' check (agencies::json is not null),
    primary key (district, agency, shape)
);
