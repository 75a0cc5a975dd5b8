-- Experts. The pool of experts and institutes (003 三、(六)), who was asked for a word on a plan, by lot or appointed, and what they said.

create table experts (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    code          text    not null,
    name          text    not null,
    form          text    not null,
    employer      text,
    fields        text    not null,
    interested_in text,
    drafted       text,
    "from"        text    not null,
    "to"          text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index experts_current on experts (home, record_id) where retired_seq is null;
create trigger experts_change_nothing before update of
    home, record_id, recorded_seq, code, name, form, employer, fields, interested_in, drafted, "from", "to"
on experts begin
    select raise(abort, 'A row of experts is never changed: it is retired and recorded again.');
end;
create trigger experts_retire_once before update of retired_seq on experts
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of experts is retired once, for good.');
end;
create trigger experts_stay before delete on experts begin
    select raise(abort, 'A row of experts is never deleted: it is retired.');
end;

create table expert_draws (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    plan          text    not null,
    about         text    not null,
    expert        text    not null,
    "on"          text    not null,
    lot_of        integer,
    reason        text,
    document      text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index expert_draws_current on expert_draws (home, record_id) where retired_seq is null;
create trigger expert_draws_change_nothing before update of
    home, record_id, recorded_seq, plan, about, expert, "on", lot_of, reason, document
on expert_draws begin
    select raise(abort, 'A row of expert_draws is never changed: it is retired and recorded again.');
end;
create trigger expert_draws_retire_once before update of retired_seq on expert_draws
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of expert_draws is retired once, for good.');
end;
create trigger expert_draws_stay before delete on expert_draws begin
    select raise(abort, 'A row of expert_draws is never deleted: it is retired.');
end;

create table expert_opinions (
    home          text    not null,
    record_id     text    not null,
    recorded_seq  integer not null,
    retired_seq   integer check (retired_seq > recorded_seq),
    plan          text    not null,
    about         text    not null,
    expert        text    not null,
    "on"          text    not null,
    conclusion    text    not null,
    word          text,
    document      text,
    primary key (home, record_id, recorded_seq),
    foreign key (home, recorded_seq) references ledger (district, seq),
    foreign key (home, retired_seq) references ledger (district, seq)
) strict, without rowid;
create unique index expert_opinions_current on expert_opinions (home, record_id) where retired_seq is null;
create trigger expert_opinions_change_nothing before update of
    home, record_id, recorded_seq, plan, about, expert, "on", conclusion, word, document
on expert_opinions begin
    select raise(abort, 'A row of expert_opinions is never changed: it is retired and recorded again.');
end;
create trigger expert_opinions_retire_once before update of retired_seq on expert_opinions
    when old.retired_seq is not null or new.retired_seq is null
begin
    select raise(abort, 'A row of expert_opinions is retired once, for good.');
end;
create trigger expert_opinions_stay before delete on expert_opinions begin
    select raise(abort, 'A row of expert_opinions is never deleted: it is retired.');
end;
