-- What-if scenarios of an index: kept by name, with the values that they were made on.

create table scenario (
  scenario_id uuid constraint scenario_pk primary key,
  framework_code text not null,
  subject_code text not null constraint scenario_subject_fk references organization,
  year integer not null,
  name text not null constraint scenario_name_filled check (name ~ '\S'),
  note text,
  framework_version integer not null,
  changes jsonb not null constraint scenario_changes_list check (jsonb_typeof(changes) = 'array'),
  basis jsonb not null constraint scenario_basis_list check (jsonb_typeof(basis) = 'array'),
  points_low numeric not null,
  points_high numeric not null,
  withdrawn boolean not null default false,
  version integer not null constraint scenario_version_positive check (version >= 1),
  created_at timestamptz not null,
  created_by uuid constraint scenario_created_by_fk references account,
  changed_at timestamptz not null,
  changed_by uuid constraint scenario_changed_by_fk references account,
  constraint scenario_framework_fk foreign key (framework_code, framework_version)
    references index_framework (code, version),
  constraint scenario_bounds check (points_low <= points_high)
);
comment on table scenario is
  'Present state of each scenario: the changes that it makes to the values of one score. What it was before is in scenario_revision.';
comment on column scenario.changes is 'Items with the value that each would have.';
comment on column scenario.basis is 'The values that were present when the changes were kept: tells whether the scenario is outdated.';
comment on column scenario.points_low is 'Points by the changes on the basis, when they were kept.';
comment on column scenario.withdrawn is 'No longer offered; its address still opens it.';
create index scenario_subject_idx on scenario (framework_code, subject_code, year, changed_at desc);
revoke delete on scenario from senso_application;

create table scenario_revision (
  revision_id uuid constraint scenario_revision_pk primary key,
  scenario_id uuid not null constraint scenario_revision_scenario_fk references scenario,
  version integer not null constraint scenario_revision_version_positive check (version >= 1),
  name text not null,
  note text,
  framework_version integer not null,
  changes jsonb not null,
  basis jsonb not null,
  points_low numeric not null,
  points_high numeric not null,
  withdrawn boolean not null,
  write_id uuid not null constraint scenario_revision_write_once unique,
  changed_at timestamptz not null,
  changed_by uuid constraint scenario_revision_changed_by_fk references account,
  constraint scenario_revision_version_once unique (scenario_id, version)
);
comment on table scenario_revision is 'Append-only: every state that a scenario has had, and who kept it.';
comment on column scenario_revision.write_id is 'Made by the client for one write: a retry with it changes nothing.';
revoke update, delete on scenario_revision from senso_application;
