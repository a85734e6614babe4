-- Execution of tasks: what is said and decided of them outside reporting rounds, and where each one stands.

create table task_event (
  event_id uuid constraint task_event_pk primary key,
  task_id uuid not null constraint task_event_task_fk references document_item,
  organization_code text constraint task_event_organization_fk references organization,
  version integer not null constraint task_event_version_positive check (version >= 1),
  kind text not null constraint task_event_kind_known check (kind in (
    'report', 'confirm', 'send-back', 'ask-extension', 'grant-extension', 'refuse-extension',
    'pause', 'resume', 'record-start')),
  period text not null,
  percent numeric constraint task_event_percent_span check (percent between 0 and 100),
  words text,
  result text,
  reason text,
  document text,
  day date,
  due_day date,
  at timestamptz not null,
  by uuid not null constraint task_event_by_fk references account,
  write_id uuid not null constraint task_event_write_once unique,
  constraint task_event_version_once unique nulls not distinct (task_id, organization_code, version),
  constraint task_event_report_filled check ((kind = 'report') = (percent is not null))
);
comment on table task_event is
  'Append-only: what organizations report of their tasks and ask for, and what the coordinator decides, outside rounds.';
comment on column task_event.organization_code is 'Whose part of the task it concerns; null for the whole task.';
comment on column task_event.version is 'Counts the events of one organization at one task, and those of the whole.';
comment on column task_event.period is 'The occurrence of a recurring task or the milestone of a span of years; empty where there is one alone.';
comment on column task_event.day is
  'Of a report, when the work was done; of an extension, until when; of a start, when the event came on which the task depends.';
comment on column task_event.due_day is 'Of a start, the last day that follows from it.';
comment on column task_event.document is 'The document by which it was decided, as written.';
create index task_event_at_idx on task_event (at);
revoke update, delete on task_event from senso_application;

create table task_event_evidence (
  event_id uuid not null constraint task_event_evidence_event_fk references task_event,
  evidence_id uuid not null constraint task_event_evidence_evidence_fk references evidence,
  constraint task_event_evidence_pk primary key (event_id, evidence_id)
);
comment on table task_event_evidence is 'Append-only: the evidence that a report on a task rests on.';
create index task_event_evidence_idx on task_event_evidence (evidence_id);
revoke update, delete on task_event_evidence from senso_application;

-- Progress that counts comes from rounds, or from reports that the coordinator has confirmed.
alter table task_progress alter column submission_id drop not null;
alter table task_progress add column event_id uuid
  constraint task_progress_event_fk references task_event;
alter table task_progress add column period text;
alter table task_progress add column done_on date;
alter table task_progress add constraint task_progress_one_source
  check ((submission_id is null) <> (event_id is null));
comment on column task_progress.event_id is 'The report outside rounds that was confirmed; null for what a round brought in.';
comment on column task_progress.period is
  'The occurrence of a recurring task or the milestone; null where a round asked for the task as a whole.';
comment on column task_progress.done_on is
  'The day on which it was reported, or on which the work was done: by it a task is done in time or late. Null in old rows.';

-- An import that replaces a task writes its row anew: what was reported of the task must not hold it.
alter table task_progress drop constraint task_progress_task_fk;
alter table task_progress add constraint task_progress_task_fk foreign key (task_id) references document_item;
alter table round_request drop constraint round_request_task_fk;
alter table round_request add constraint round_request_task_fk foreign key (task_id) references document_item;

create table task_standing (
  task_id uuid constraint task_standing_pk primary key,
  document_id uuid not null,
  last_day date,
  soon_from date,
  late_after date,
  done_on date,
  is_done_late boolean not null,
  is_paused boolean not null,
  has_begun boolean not null,
  waits_for_event boolean not null,
  awaits_confirmation boolean not null,
  awaits_extension boolean not null,
  is_sent_back boolean not null,
  percent numeric,
  parts integer not null,
  parts_done integer not null,
  changed_at timestamptz
);
comment on table task_standing is
  'Derived: the days on which the state of a task changes; from it the state of any day is read. Rows follow from rows that are there, hundreds of thousands at once, so no key looks for them again.';
comment on column task_standing.parts is 'Organizations that answer for the task.';
comment on column task_standing.changed_at is 'When something was last said or decided of it.';

create table part_standing (
  task_id uuid not null,
  organization_code text not null,
  document_id uuid not null,
  last_day date,
  soon_from date,
  late_after date,
  done_on date,
  is_done_late boolean not null,
  is_paused boolean not null,
  has_begun boolean not null,
  waits_for_event boolean not null,
  awaits_confirmation boolean not null,
  awaits_extension boolean not null,
  is_sent_back boolean not null,
  percent numeric,
  role text not null constraint part_standing_role_known check (role in ('lead', 'coordinating')),
  changed_at timestamptz,
  constraint part_standing_pk primary key (organization_code, task_id)
);
comment on table part_standing is
  'Derived: as task_standing, of each organization''s part of a task. Apart, so that the wholes lie close together.';
create index part_standing_task_idx on part_standing (task_id);

create table stale_task (
  mark bigint generated always as identity constraint stale_task_pk primary key,
  task_id uuid not null
);
comment on table stale_task is
  'Marks of tasks whose standing must be derived anew; whoever reads states derives first. A mark for each change, so that none is taken away before its change is seen.';

create table standing_basis (
  is_only boolean constraint standing_basis_pk primary key constraint standing_basis_single check (is_only),
  policy text not null,
  day date not null
);
comment on table standing_basis is
  'The working calendar and the day by which all standings were derived; taken away when organizations change, so that all are derived anew.';

create function mark_stale_tasks() returns trigger language plpgsql as $$
begin
  execute format('insert into stale_task (task_id) select distinct %I from changed', tg_argv[0]);
  return null;
end
$$;

create function mark_stale_plan() returns trigger language plpgsql as $$
begin
  insert into stale_task (task_id) select id from document_item where document_id = new.document_id and kind = 'task';
  return null;
end
$$;

create function forget_standing_basis() returns trigger language plpgsql as $$
begin
  delete from standing_basis;
  return null;
end
$$;

create trigger document_item_added after insert on document_item referencing new table as changed
  for each statement execute function mark_stale_tasks('id');
create trigger document_item_changed after update on document_item referencing new table as changed
  for each statement execute function mark_stale_tasks('id');
create trigger document_item_removed after delete on document_item referencing old table as changed
  for each statement execute function mark_stale_tasks('id');
create trigger item_agency_added after insert on item_agency referencing new table as changed
  for each statement execute function mark_stale_tasks('item_id');
create trigger item_agency_changed after update on item_agency referencing new table as changed
  for each statement execute function mark_stale_tasks('item_id');
create trigger item_agency_removed after delete on item_agency referencing old table as changed
  for each statement execute function mark_stale_tasks('item_id');
create trigger task_progress_added after insert on task_progress referencing new table as changed
  for each statement execute function mark_stale_tasks('task_id');
create trigger task_event_added after insert on task_event referencing new table as changed
  for each statement execute function mark_stale_tasks('task_id');
create trigger plan_added after insert on plan for each row execute function mark_stale_plan();
create trigger plan_changed after update on plan for each row when (old.* is distinct from new.*)
  execute function mark_stale_plan();
create trigger organization_added after insert on organization
  for each row execute function forget_standing_basis();
create trigger organization_changed after update on organization for each row
  when ((old.kind, old.valid_from, old.valid_to, old.member_kinds, old.position)
    is distinct from (new.kind, new.valid_from, new.valid_to, new.member_kinds, new.position))
  execute function forget_standing_basis();
