-- Import: what the columns of a workbook were said to hold, by its shape, which is the folded headings of a sheet in their order: of the
-- office that said so, which is an agency's department or (agency '') the district's reform commission. Outside ledger, packs and evidence.
create table access_mappings (
    district text not null check (length(district) = 6),
    agency   text not null,
    shape    text not null check (length(shape) = 64),
    columns  text not null check (json_valid(columns)),
    used_at  text not null,
    primary key (district, agency, shape)
) strict, without rowid;
