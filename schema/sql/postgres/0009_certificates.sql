-- Funding: the tables of schema/sql/sqlite/0009_certificates.sql, where their columns are explained, as they are now.

create table certificate_revocations (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    number        text collate "C" not null,
    reason        text collate "C" not null,
    document      text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger certificate_revocations_retire_only before update on certificate_revocations
    for each row execute function retire_only('certificate_revocations');
create trigger certificate_revocations_stay before delete on certificate_revocations
    for each row execute function refuse('A row of certificate_revocations is never deleted: it is retired.');

create unique index certificate_revocations_current on certificate_revocations (home, record_id) where retired_seq is null;
