-- Work that takes longer than anybody waits for an answer.

create table job (
  job_id uuid constraint job_pk primary key,
  kind text not null,
  job_key text,
  payload jsonb not null,
  state text not null default 'waiting'
    constraint job_state_known check (state in ('waiting', 'running', 'done', 'refused', 'failed', 'cancelled')),
  progress real not null default 0 constraint job_progress_span check (progress between 0 and 1),
  stage text,
  attempts integer not null default 0 constraint job_attempts_counted check (attempts >= 0),
  most_attempts integer not null constraint job_most_attempts_positive check (most_attempts >= 1),
  run_after timestamptz not null default now(),
  lease_id uuid,
  leased_until timestamptz,
  cancel_requested_at timestamptz,
  result jsonb,
  refusal jsonb,
  fault text,
  created_at timestamptz not null default now(),
  created_by uuid constraint job_created_by_fk references account,
  started_at timestamptz,
  ended_at timestamptz,
  constraint job_leased_while_running check (
    (state = 'running') = (lease_id is not null) and (state = 'running') = (leased_until is not null)),
  constraint job_ended_when_over check ((state in ('waiting', 'running')) = (ended_at is null)),
  constraint job_result_when_done check (state = 'done' or result is null),
  constraint job_refusal_when_refused check ((state = 'refused') = (refusal is not null))
);
comment on table job is
  'Work done beside requests by whichever server takes it. All instants are the database''s own, which all servers share.';
comment on column job.kind is 'What is done, noun.verb: the code of that name does it.';
comment on column job.job_key is 'What is asked for: of one kind and key only one job waits or runs.';
comment on column job.progress is 'Share that is done, 0 to 1.';
comment on column job.stage is 'What is being done, as a code that dictionaries have words for.';
comment on column job.run_after is 'Not taken before: after a fault an attempt waits.';
comment on column job.lease_id is 'Who runs it: only the holder of this lease writes to it.';
comment on column job.leased_until is 'When the holder has not spoken until then, another takes the job.';
comment on column job.refusal is 'Code and details of the refusal that it ended with.';
comment on column job.fault is 'Name of the last fault; the log has more.';
create unique index job_key_once_idx on job (kind, job_key) where state in ('waiting', 'running');
create index job_next_idx on job (run_after) where state in ('waiting', 'running');
create index job_created_idx on job (created_at desc);

create table job_input (
  job_id uuid constraint job_input_pk primary key
    constraint job_input_job_fk references job on delete cascade,
  file_name text not null,
  content bytea not null
);
comment on table job_input is 'The file that a job works on; it is removed when the job is over.';
