-- Experts: the tables of schema/sql/sqlite/0024_experts.sql, where their columns are explained, as they are now.

create table experts (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    code          text collate "C" not null,
    name          text collate "C" not null,
    form          text collate "C" not null,
    employer      text collate "C",
    fields        text collate "C" not null,
    interested_in text collate "C",
    drafted       text collate "C",
    "from"        text collate "C" not null,
    "to"          text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger experts_retire_only before update on experts
    for each row execute function retire_only('experts');
create trigger experts_stay before delete on experts
    for each row execute function refuse('A row of experts is never deleted: it is retired.');

create unique index experts_current on experts (home, record_id) where retired_seq is null;
create table expert_draws (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    plan          text collate "C" not null,
    about         text collate "C" not null,
    expert        text collate "C" not null,
    "on"          text collate "C" not null,
    lot_of        integer,
    reason        text collate "C",
    document      text collate "C",
    lot text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger expert_draws_stay before delete on expert_draws
    for each row execute function refuse('A row of expert_draws is never deleted: it is retired.');
create trigger expert_draws_retire_only before update on expert_draws
    for each row execute function retire_only('expert_draws');

create unique index expert_draws_current on expert_draws (home, record_id) where retired_seq is null;
create table expert_opinions (
    home          text collate "C" not null,
    record_id     text collate "C" not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    plan          text collate "C" not null,
    about         text collate "C" not null,
    expert        text collate "C" not null,
    "on"          text collate "C" not null,
    conclusion    text collate "C" not null,
    word          text collate "C",
    document      text collate "C",
    primary key (home, record_id, recorded_seq)
) partition by hash (home);
create trigger expert_opinions_retire_only before update on expert_opinions
    for each row execute function retire_only('expert_opinions');
create trigger expert_opinions_stay before delete on expert_opinions
    for each row execute function refuse('A row of expert_opinions is never deleted: it is retired.');

create unique index expert_opinions_current on expert_opinions (home, record_id) where retired_seq is null;
