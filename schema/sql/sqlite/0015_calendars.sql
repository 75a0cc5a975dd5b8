-- Addresses at which an agency's duties are a calendar (iCalendar): an account's own; what stands in the address is kept as a hash only.
create table access_calendars (
    hash     text not null primary key check (length(hash) = 64),
    account  text not null references access_accounts (id),
    district text not null check (length(district) = 6),
    agency   text not null,
    made_at  text not null,
    ended_at text
) strict, without rowid;
create index access_calendars_account on access_calendars (account);
