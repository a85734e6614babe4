-- Progress of tasks: asked for in reporting rounds beside figures, kept for each organization once it is accepted.

alter table round_request add column task_id uuid constraint round_request_task_fk references task;
alter table round_request add column task_role text
  constraint round_request_task_role_known check (task_role in ('lead', 'coordinating'));
alter table round_request add constraint round_request_task_with_role check ((task_id is null) = (task_role is null));
comment on column round_request.task_id is
  'The task whose progress is asked for, in percent, instead of a figure; null for a figure.';
create index round_request_task_idx on round_request (task_id) where task_id is not null;

alter table answer add column difficulties text;
alter table answer add column result text;
comment on column answer.difficulties is 'Of a task: what hinders the work, in words.';
comment on column answer.result is 'Of a task: what has been achieved, in words.';

create table task_progress (
  task_progress_id uuid constraint task_progress_pk primary key,
  task_id uuid not null constraint task_progress_task_fk references task,
  organization_code text not null constraint task_progress_organization_fk references organization,
  version integer not null constraint task_progress_version_positive check (version >= 1),
  state text not null constraint task_progress_state_known check (state in ('value', 'blank', 'not-applicable')),
  percent numeric constraint task_progress_percent_span check (percent between 0 and 100),
  words text,
  difficulties text,
  result text,
  submission_id uuid not null constraint task_progress_submission_fk references submission,
  recorded_at timestamptz not null,
  recorded_by uuid constraint task_progress_recorded_by_fk references account,
  constraint task_progress_filled check ((state = 'value') = (percent is not null)),
  constraint task_progress_version_once unique (task_id, organization_code, version)
);
comment on table task_progress is
  'Append-only: how far organizations have come with their tasks, as reported and accepted; the highest version counts.';
comment on column task_progress.words is 'What has been done, in words.';
create index task_progress_submission_idx on task_progress (submission_id);
revoke update, delete on task_progress from senso_application;
