-- The review of a plan before it enters the registers: each step kept as it is made, so that a half-done review goes on later.

create table plan_review_step (
  plan_import_id uuid not null constraint plan_review_step_import_fk references plan_import,
  sequence integer not null constraint plan_review_step_sequence_positive check (sequence >= 1),
  step jsonb not null,
  write_id uuid not null constraint plan_review_step_write_once unique,
  made_at timestamptz not null,
  made_by uuid constraint plan_review_step_made_by_fk references account,
  constraint plan_review_step_pk primary key (plan_import_id, sequence)
);
comment on table plan_review_step is
  'Append-only: what reviewers did with the items of an import, in order; undoing is a step of its own. The reading itself stays.';
comment on column plan_review_step.step is
  'Accept, correct, merge, split, reject or undo, naming items by their ids in the reading.';
revoke update, delete on plan_review_step from senso_application;

alter table document_item add column corrected_fields text[] not null default '{}';
comment on column document_item.corrected_fields is
  'Fields that a reviewer put right by hand before the item entered the register; the quote is still that of the document.';
