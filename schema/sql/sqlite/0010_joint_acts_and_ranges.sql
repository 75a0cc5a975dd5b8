-- Acts of several agencies together (联合发布), and years whose target is a range (4.5—5).

alter table acts add column co_agencies text;
drop trigger acts_change_nothing;
create trigger acts_change_nothing before update of
    home, record_id, recorded_seq, code, plan, type, "on", agency, about, year, version, against, document, recipients, copies, copied_on,
    hosts, result, note, co_agencies
on acts begin
    select raise(abort, 'A row of acts is never changed: it is retired and recorded again.');
end;

alter table annual_targets add column target_low text;
alter table annual_targets add column target_high text;
drop trigger annual_targets_change_nothing;
create trigger annual_targets_change_nothing before update of
    home, record_id, recorded_seq, plan, indicator, year, target_value, reason, target_low, target_high
on annual_targets begin
    select raise(abort, 'A row of annual_targets is never changed: it is retired and recorded again.');
end;
