-- Work plans (kế hoạch thực hiện): the steps by which an organization carries out its part of a task.

create table work_step (
  work_step_id uuid constraint work_step_pk primary key,
  task_id uuid not null constraint work_step_task_fk references document_item,
  organization_code text not null constraint work_step_organization_fk references organization,
  position integer not null constraint work_step_position_positive check (position >= 1),
  name text not null constraint work_step_name_filled check (name <> ''),
  first_day date,
  last_day date not null,
  assignee_id uuid constraint work_step_assignee_fk references account,
  assignee_words text,
  handed_code text constraint work_step_handed_fk references organization,
  result text,
  done_on date,
  is_withdrawn boolean not null,
  version integer not null constraint work_step_version_positive check (version >= 1),
  constraint work_step_days_in_order check (first_day <= last_day),
  constraint work_step_one_assignee check (num_nonnulls(assignee_id, assignee_words) <= 1),
  constraint work_step_handed_to_another check (handed_code <> organization_code)
);
comment on table work_step is
  'The present state of each step of a work plan: of one organization under one task. What was changed of it is in work_step_event.';
comment on column work_step.task_id is 'The task; its steps stay when another document ends it.';
comment on column work_step.organization_code is 'Whose plan it stands in.';
comment on column work_step.position is 'Its place in the plan, counted from 1.';
comment on column work_step.assignee_id is 'Who does it, where it is somebody with an account.';
comment on column work_step.assignee_words is 'Who does it, a person or a unit, as typed.';
comment on column work_step.handed_code is 'Another organization that answers for the same task and was handed the step.';
comment on column work_step.result is 'What it is to bring.';
comment on column work_step.is_withdrawn is 'It was taken out of the plan; its history stays.';
create index work_step_plan_idx on work_step (task_id, organization_code, position);
create index work_step_organization_idx on work_step (organization_code, last_day) where done_on is null and not is_withdrawn;
create index work_step_handed_idx on work_step (handed_code, last_day) where handed_code is not null;
create index work_step_assignee_idx on work_step (assignee_id) where assignee_id is not null;
revoke delete on work_step from senso_application;

create table work_step_event (
  event_id uuid constraint work_step_event_pk primary key,
  work_step_id uuid not null constraint work_step_event_step_fk references work_step,
  version integer not null constraint work_step_event_version_positive check (version >= 1),
  kind text not null constraint work_step_event_kind_known check (kind in (
    'add', 'edit', 'move', 'complete', 'reopen', 'withdraw')),
  name text,
  first_day date,
  last_day date,
  assignee_id uuid constraint work_step_event_assignee_fk references account,
  assignee_words text,
  handed_code text constraint work_step_event_handed_fk references organization,
  result text,
  before_id uuid constraint work_step_event_before_fk references work_step,
  day date,
  words text,
  at timestamptz not null,
  by uuid not null constraint work_step_event_by_fk references account,
  write_id uuid not null,
  write_place integer not null constraint work_step_event_place_positive check (write_place >= 1),
  constraint work_step_event_version_once unique (work_step_id, version),
  constraint work_step_event_write_once unique (write_id, write_place),
  constraint work_step_event_content check ((kind in ('add', 'edit')) = (name is not null and last_day is not null)),
  constraint work_step_event_done check ((kind = 'complete') = (day is not null)),
  constraint work_step_event_reason check (kind not in ('reopen', 'withdraw') or words is not null)
);
comment on table work_step_event is
  'Append-only: what was written and changed of the steps of work plans, by whom, in its order.';
comment on column work_step_event.name is 'Of a new or edited step, what it says from then on, as the columns after it.';
comment on column work_step_event.before_id is 'Of a move, the step that it was put before; null for the end of the plan.';
comment on column work_step_event.day is 'When it was done.';
comment on column work_step_event.words is 'What was said of it when it was done, or the reason.';
comment on column work_step_event.write_place is 'The place of the step among those of one write, counted from 1.';
revoke update, delete on work_step_event from senso_application;
