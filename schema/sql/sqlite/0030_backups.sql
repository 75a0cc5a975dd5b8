-- Backups (备份与恢复). With what the ledger of a restored registry goes on, and which backups were verified.

-- backed_up_at, lost_from: moments as in the ledger. certificates: the last number of each year.
create table restorations (
    home         text    not null,
    record_id    text    not null,
    recorded_seq integer not null,
    retired_seq  integer check (retired_seq > recorded_seq),
    code         text    not null,
    backup       text    not null,
    backed_up_at text    not null,
    lost_from    text    not null,
    cut_from     integer,
    cut_to       integer,
    cut_hash     text,
    certificates text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index restorations_current on restorations (home, record_id) where retired_seq is null;
create trigger restorations_change_nothing before update of
    home, record_id, recorded_seq, code, backup, backed_up_at, lost_from, cut_from, cut_to, cut_hash, certificates
on restorations begin
    select raise(abort, 'A row of restorations is never changed: it is retired and recorded again.');
end;
create trigger restorations_retire_once before update of retired_seq on restorations
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of restorations is retired once, for good.');
end;
create trigger restorations_stay before delete on restorations begin
    select raise(abort, 'A row of restorations is never deleted: it is retired.');
end;

-- The last backup that was verified, whatever server is asked: hash is that of its manifest. Outside ledger, packs and evidence.
create table access_backups (
    id       integer not null primary key check (id = 1),
    hash     text    not null check (length(hash) = 64),
    taken_at text    not null,
    file     text    not null,
    bytes    integer not null
) strict;
