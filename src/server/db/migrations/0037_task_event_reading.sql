-- Who has read what was decided of the own tasks.

create table task_event_reading (
  event_id uuid not null constraint task_event_reading_event_fk references task_event,
  account_id uuid not null constraint task_event_reading_account_fk references account,
  read_at timestamptz not null,
  constraint task_event_reading_pk primary key (event_id, account_id)
);
comment on table task_event_reading is
  'Append-only: who has opened a task after something was decided of it, so that it is told as new no more.';
revoke update, delete on task_event_reading from senso_application;
