-- 总览 (overview): up to which entry of a district's ledger an account has looked at it, and when. Outside ledger, packs and evidence.
create table access_seen (
    account  text    not null,
    district text    not null check (length(district) = 6),
    seq      integer not null check (seq > 0),
    at       text    not null,
    primary key (account, district)
) strict, without rowid;
