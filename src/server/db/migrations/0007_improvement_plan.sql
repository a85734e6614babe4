-- Improvement plans that were kept, as draft targets, and what items were at the end of periods.

create table improvement_plan (
  plan_id uuid not null,
  revision integer not null constraint improvement_plan_revision_positive check (revision >= 1),
  name text not null constraint improvement_plan_name_filled check (name ~ '\S'),
  note text,
  framework_code text not null,
  framework_version integer not null,
  subject_code text not null constraint improvement_plan_subject_fk references organization,
  year integer not null,
  request jsonb not null,
  place integer not null constraint improvement_plan_place_not_negative check (place >= 0),
  basis jsonb not null constraint improvement_plan_basis_list check (jsonb_typeof(basis) = 'array'),
  goal_points numeric,
  points_before_low numeric not null,
  points_before_high numeric not null,
  points_after_low numeric not null,
  points_after_high numeric not null,
  effort numeric not null constraint improvement_plan_effort_not_negative check (effort >= 0),
  bound numeric not null,
  write_id uuid not null constraint improvement_plan_write_once unique,
  kept_at timestamptz not null,
  kept_by uuid constraint improvement_plan_kept_by_fk references account,
  constraint improvement_plan_pk primary key (plan_id, revision),
  constraint improvement_plan_framework_fk foreign key (framework_code, framework_version)
    references index_framework (code, version)
);
comment on table improvement_plan is
  'Append-only: plans to win points, as they were computed and kept. A change is a new revision of the same plan.';
comment on column improvement_plan.request is 'The aim, efforts and limits that the plan was computed for.';
comment on column improvement_plan.place is 'Which of the plans that the request gives: 0 for the best, then its runners-up.';
comment on column improvement_plan.basis is 'The values that were present: tells whether the plan is outdated.';
comment on column improvement_plan.bound is 'Proof of the solver: in the cheapest plan no effort below it suffices, otherwise no points above it can be won.';
comment on column improvement_plan.write_id is 'Made by the client for one write: a retry with it changes nothing.';
create index improvement_plan_subject_idx on improvement_plan (framework_code, subject_code, year, kept_at desc);
revoke update, delete on improvement_plan from senso_application;

create table improvement_plan_item (
  plan_id uuid not null,
  revision integer not null,
  position integer not null constraint improvement_plan_item_position_positive check (position >= 1),
  option_id text not null,
  component_code text not null,
  item_code text not null,
  from_value text not null,
  target_value text not null,
  gain numeric not null,
  effort numeric not null,
  all_or_nothing boolean not null,
  start_is_bound boolean not null,
  lead_agencies jsonb not null constraint improvement_plan_item_agencies_list check (jsonb_typeof(lead_agencies) = 'array'),
  constraint improvement_plan_item_pk primary key (plan_id, revision, position),
  constraint improvement_plan_item_plan_fk foreign key (plan_id, revision)
    references improvement_plan (plan_id, revision)
);
comment on table improvement_plan_item is
  'Append-only: draft targets of a kept plan, one for each data item to be moved. They are not in the registers of targets.';
comment on column improvement_plan_item.from_value is 'Decimal, no, or the code of a level: what was present.';
comment on column improvement_plan_item.target_value is 'Decimal, yes, or the code of a level: what is to be reached.';
revoke update, delete on improvement_plan_item from senso_application;

create table period_value (
  framework_code text not null,
  subject_code text not null constraint period_value_subject_fk references organization,
  item_code text not null,
  period text not null constraint period_value_period_form check (period ~ '^[0-9]{4}(-Q[1-4])?$'),
  value numeric not null,
  origin text not null constraint period_value_origin_known check (origin in ('document', 'entered', 'simulated')),
  recorded_at timestamptz not null,
  constraint period_value_pk primary key (framework_code, subject_code, item_code, period)
);
comment on table period_value is
  'What a number item was at the end of a quarter or a year: the series that forecasts go on from.';
comment on column period_value.period is 'A year or a quarter, as 2026 or 2026-Q3.';
comment on column period_value.origin is 'simulated: invented for demonstration, and shown so wherever it appears.';
revoke delete on period_value from senso_application;
