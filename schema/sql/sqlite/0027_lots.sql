-- Experts. What the server threw when lots were drawn: with the hash of the entry before, it is the lot.

alter table expert_draws add column lot text;
drop trigger expert_draws_change_nothing;
create trigger expert_draws_change_nothing before update of
    home, record_id, recorded_seq, plan, about, expert, "on", lot_of, reason, document, lot
on expert_draws begin
    select raise(abort, 'A row of expert_draws is never changed: it is retired and recorded again.');
end;
