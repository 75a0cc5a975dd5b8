-- Import: which agency the text of a cell was said to mean, by that text, beside what the columns of the shape were said to hold.
alter table access_mappings add column agencies text not null default '{}' check (json_valid(agencies));
