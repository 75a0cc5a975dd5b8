-- Documents. What the file of a document is called, whose bytes lie under its sha256 beside the database.

alter table documents add column file text;

drop trigger documents_change_nothing;
create trigger documents_change_nothing before update of
    home, record_id, recorded_seq, code, title, number, issuer, co_issuers, on_behalf_of, kind, issued_on, secrecy, sha256, plans, file
on documents begin
    select raise(abort, 'A row of documents is never changed: it is retired and recorded again.');
end;
