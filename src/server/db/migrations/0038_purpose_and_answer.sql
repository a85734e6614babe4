-- What tasks serve: targets, gaps and components of the index.

create table task_purpose_decision (
  decision_id uuid constraint task_purpose_decision_pk primary key,
  task_id uuid not null constraint task_purpose_decision_task_fk references document_item,
  item_id uuid constraint task_purpose_decision_item_fk references document_item,
  component_code text,
  decision text not null constraint task_purpose_decision_known check (decision in ('link', 'unlink')),
  at timestamptz not null,
  by uuid not null constraint task_purpose_decision_by_fk references account,
  write_id uuid not null constraint task_purpose_decision_write_once unique,
  constraint task_purpose_decision_one_purpose check (num_nonnulls(item_id, component_code) = 1)
);
comment on table task_purpose_decision is
  'Append-only: which target, gap or component of the index a task serves, as the coordinator has set and undone it; the latest decision counts.';
comment on column task_purpose_decision.component_code is 'Code of the component in the framework that scores the province.';
create index task_purpose_decision_task_idx on task_purpose_decision (task_id);
create index task_purpose_decision_item_idx on task_purpose_decision (item_id) where item_id is not null;
create index task_purpose_decision_component_idx on task_purpose_decision (component_code)
  where component_code is not null;
revoke update, delete on task_purpose_decision from senso_application;

-- A letter that answers a difficulty.
alter table official_document drop constraint official_document_kind_known;
alter table official_document add constraint official_document_kind_known check (kind in (
  'self-assessment', 'progress-report', 'result-announcement', 'reminder-letter', 'agency-report', 'difficulty-answer'));
