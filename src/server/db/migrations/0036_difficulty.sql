-- Difficulties (khó khăn, vướng mắc): what hinders a task, a target or a report, and who answers it.

create table difficulty (
  difficulty_id uuid constraint difficulty_pk primary key,
  organization_code text not null constraint difficulty_organization_fk references organization,
  kind text not null constraint difficulty_kind_known check (kind in (
    'regulation', 'funding', 'staff', 'technology', 'data', 'coordination', 'other')),
  words text not null constraint difficulty_words_filled check (words <> ''),
  suggestion text,
  item_id uuid constraint difficulty_item_fk references document_item,
  submission_id uuid constraint difficulty_submission_fk references submission,
  item_code text,
  state text not null constraint difficulty_state_known check (state in ('open', 'forwarded', 'answered', 'closed')),
  holder text not null constraint difficulty_holder_known check (holder in ('coordinator', 'organization', 'province')),
  holder_code text constraint difficulty_holder_code_fk references organization,
  due_day date not null,
  search_key text not null,
  version integer not null constraint difficulty_version_positive check (version >= 1),
  raised_at timestamptz not null,
  changed_at timestamptz not null,
  constraint difficulty_about_one_thing check (num_nonnulls(item_id, submission_id) = 1),
  constraint difficulty_item_code_of_submission check (item_code is null or submission_id is not null),
  constraint difficulty_holder_filled check ((holder = 'organization') = (holder_code is not null)),
  constraint difficulty_forwarded_to_province check (state <> 'forwarded' or holder = 'province')
);
comment on table difficulty is
  'The present state of each difficulty that an organization has raised; what was said of it is in difficulty_event.';
comment on column difficulty.organization_code is 'Who raised it.';
comment on column difficulty.suggestion is 'What the one who raised it proposes.';
comment on column difficulty.item_id is 'The task or target that it hinders; it stays when another document ends the task.';
comment on column difficulty.item_code is 'Of a report, the item that it hinders; null for the whole.';
comment on column difficulty.holder is 'Who must answer it, or has answered it last.';
comment on column difficulty.holder_code is 'The organization to which it was passed.';
comment on column difficulty.due_day is 'By when it is to be answered.';
create index difficulty_state_idx on difficulty (state, due_day);
create index difficulty_organization_idx on difficulty (organization_code);
create index difficulty_item_idx on difficulty (item_id) where item_id is not null;
create index difficulty_submission_idx on difficulty (submission_id) where submission_id is not null;
revoke delete on difficulty from senso_application;

create table difficulty_event (
  event_id uuid constraint difficulty_event_pk primary key,
  difficulty_id uuid not null constraint difficulty_event_difficulty_fk references difficulty,
  version integer not null constraint difficulty_event_version_positive check (version >= 1),
  move text not null constraint difficulty_event_move_known check (move in (
    'raise', 'answer', 'give-back', 'rule', 'pass', 'forward', 'ask-back', 'accept', 'withdraw')),
  words text,
  document text,
  organization_code text constraint difficulty_event_organization_fk references organization,
  due_day date,
  at timestamptz not null,
  by uuid not null constraint difficulty_event_by_fk references account,
  write_id uuid not null constraint difficulty_event_write_once unique,
  constraint difficulty_event_version_once unique (difficulty_id, version),
  constraint difficulty_event_passed check ((move = 'pass') = (organization_code is not null))
);
comment on table difficulty_event is
  'Append-only: what was said and decided of a difficulty, by whom, in its order.';
comment on column difficulty_event.organization_code is 'To whom it was passed.';
comment on column difficulty_event.document is 'The document by which it was answered or decided, as written.';
comment on column difficulty_event.due_day is 'A new day for the answer; null where the day stays.';
create index difficulty_event_organization_idx on difficulty_event (organization_code, difficulty_id)
  where organization_code is not null;
revoke update, delete on difficulty_event from senso_application;

create table difficulty_event_evidence (
  event_id uuid not null constraint difficulty_event_evidence_event_fk references difficulty_event,
  evidence_id uuid not null constraint difficulty_event_evidence_evidence_fk references evidence,
  constraint difficulty_event_evidence_pk primary key (event_id, evidence_id)
);
comment on table difficulty_event_evidence is 'Append-only: the evidence that shows a difficulty.';
create index difficulty_event_evidence_idx on difficulty_event_evidence (evidence_id);
revoke update, delete on difficulty_event_evidence from senso_application;
