-- Funding: the tables of schema/sql/sqlite/0012_certificate_reviews.sql, where their columns are explained, as they are now.

create table certificates (
    home           text collate "C" not null,
    record_id      text collate "C" not null,
    recorded_seq   integer not null,
    retired_seq    integer check (retired_seq > recorded_seq),
    number         text collate "C" not null,
    plan           text collate "C" not null,
    "on"           text collate "C" not null,
    verdict        text collate "C" not null,
    purpose        text collate "C" not null,
    money          text collate "C" not null,
    project        text collate "C",
    amount         text collate "C",
    budget_year    integer,
    valid_until    text collate "C" not null,
    prepared_by    text collate "C" not null,
    reviewed_by    text collate "C",
    replaces       text collate "C",
    vector         text collate "C" not null,
    rules_version  text collate "C" not null,
    statement      text collate "C" not null,
    hash           text collate "C" not null,
    preparer       text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger certificates_retire_only before update on certificates
    for each row execute function retire_only('certificates');
create trigger certificates_stay before delete on certificates
    for each row execute function refuse('A row of certificates is never deleted: it is retired.');

create unique index certificates_current on certificates (home, record_id) where retired_seq is null;
create table certificate_reviews (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    number        text collate "C" not null,
    result        text collate "C" not null,
    reviewed_by   text collate "C" not null,
    reviewer      text collate "C" not null,
    hash          text collate "C" not null,
    reason        text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger certificate_reviews_retire_only before update on certificate_reviews
    for each row execute function retire_only('certificate_reviews');
create trigger certificate_reviews_stay before delete on certificate_reviews
    for each row execute function refuse('A row of certificate_reviews is never deleted: it is retired.');

create unique index certificate_reviews_current on certificate_reviews (home, record_id) where retired_seq is null;
