-- Imports that are undone, and items that another document amends, takes over or ends.

alter table plan_import drop constraint plan_import_state_known;
alter table plan_import
  add constraint plan_import_state_known check (state in ('draft', 'accepted', 'discarded', 'undone')),
  add column undone_at timestamptz,
  add column undone_by uuid constraint plan_import_undone_by_fk references account (account_id),
  add constraint plan_import_undone check ((state = 'undone') = (undone_at is not null));
comment on table plan_import is
  'Files offered to the registers: a draft is a reading nobody has accepted yet; only accepted ones have changed the registers; an undone one has no longer.';

drop index plan_import_file_once;
create unique index plan_import_file_once on plan_import (sha256) where state in ('draft', 'accepted');

-- History outlives the items of an import that was undone.
alter table document_item_revision drop constraint document_item_revision_item_fk;
alter table document_item_revision drop constraint document_item_revision_change_known;
alter table document_item_revision
  add constraint document_item_revision_change_known check (change in (
    'registered', 'quoted', 'replaced', 'amended', 'taken-over', 'mentioned', 'ended', 'undone')),
  add column former jsonb,
  add constraint document_item_revision_former check ((change = 'taken-over') = (former is not null));
comment on column document_item_revision.former is
  'Of an item that a replacing document took over: the document, the key and the position that it had before.';
create index document_item_revision_import_idx on document_item_revision (plan_import_id);

alter table document_item
  add column worded_by uuid constraint document_item_worded_by_fk references document,
  add column ended_on date,
  add column ended_by uuid constraint document_item_ended_by_fk references document,
  add constraint document_item_ended check (ended_by is not null or ended_on is null);
comment on column document_item.worded_by is
  'The document that amended the item: values, quote and line are those of that document. Null while its own document''s words hold.';
comment on column document_item.ended_by is
  'The document that ended the item: it stays with its history and is no longer open in any list.';
comment on column document_item.ended_on is 'Since when it is ended, where the ending document has a date.';

-- The application may not remove what was imported. The text of an undone import stays with the import itself.
create function remove_undone_source(import uuid) returns void
  language sql security definer set search_path = public
  as $$
    delete from document_source
    using plan_import
    where plan_import.id = import and plan_import.state = 'undone' and document_source.sha256 = plan_import.sha256
  $$;
revoke all on function remove_undone_source(uuid) from public;
grant execute on function remove_undone_source(uuid) to senso_application;
