-- What follows a reporting round up: reminders, decisions about sums with gaps, yearly values of targets.

create table reminder (
  reminder_id uuid constraint reminder_pk primary key,
  round_id uuid not null constraint reminder_round_fk references reporting_round,
  organization_code text not null constraint reminder_organization_fk references organization,
  day date not null,
  sent_at timestamptz not null,
  sent_by uuid not null constraint reminder_sent_by_fk references account,
  constraint reminder_once_a_day unique (round_id, organization_code, day)
);
comment on table reminder is
  'Append-only: an organization was reminded within the system of what a round still asks it for, at most once a day.';
create index reminder_organization_idx on reminder (organization_code, sent_at desc);
revoke update, delete on reminder from senso_application;

create table reminder_reading (
  reminder_id uuid not null constraint reminder_reading_reminder_fk references reminder,
  account_id uuid not null constraint reminder_reading_account_fk references account,
  read_at timestamptz not null,
  constraint reminder_reading_pk primary key (reminder_id, account_id)
);
comment on table reminder_reading is 'Append-only: who of a reminded organization has read a reminder.';
revoke update, delete on reminder_reading from senso_application;

create table sum_decision (
  sum_decision_id uuid constraint sum_decision_pk primary key,
  round_id uuid not null constraint sum_decision_round_fk references reporting_round,
  item_code text not null,
  decision text not null constraint sum_decision_known check (decision in ('write', 'leave')),
  accepted_count integer not null,
  asked_count integer not null constraint sum_decision_has_gaps check (accepted_count < asked_count),
  value text,
  reason text not null constraint sum_decision_reason_filled check (reason <> ''),
  decided_at timestamptz not null,
  decided_by uuid not null constraint sum_decision_decided_by_fk references account,
  write_id uuid not null constraint sum_decision_write_once unique
);
comment on table sum_decision is
  'Append-only: what the coordinator decided about a province''s sum to which some organizations gave nothing; the latest counts.';
comment on column sum_decision.value is 'The sum of the accepted parts at the decision; null where none of them is a number.';
create index sum_decision_round_idx on sum_decision (round_id, item_code, decided_at desc);
revoke update, delete on sum_decision from senso_application;

create table target_year_value (
  target_year_value_id uuid constraint target_year_value_pk primary key,
  item_id uuid not null constraint target_year_value_target_fk references target,
  year integer not null,
  version integer not null constraint target_year_value_version_positive check (version >= 1),
  value numeric not null,
  unit text not null,
  value_kind text not null constraint target_year_value_kind_known check (value_kind in ('estimate', 'final')),
  round_id uuid not null constraint target_year_value_round_fk references reporting_round,
  recorded_at timestamptz not null,
  recorded_by uuid constraint target_year_value_recorded_by_fk references account,
  constraint target_year_value_version_once unique (item_id, year, version)
);
comment on table target_year_value is
  'Append-only: what was reached of a target in a year by the accepted figures of its indicator; the highest version counts.';
revoke update, delete on target_year_value from senso_application;
