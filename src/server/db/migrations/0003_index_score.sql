-- Index frameworks, the values that feed them, and scores: stated by documents or kept by us.

create table index_framework (
  code text not null,
  version integer not null constraint index_framework_version_positive check (version >= 1),
  assessment_year integer not null,
  definition jsonb not null,
  fingerprint text not null constraint index_framework_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  locked boolean not null default false,
  registered_at timestamptz not null,
  constraint index_framework_pk primary key (code, version)
);
comment on table index_framework is
  'Frameworks as data: components, maximum points, rules, data items. A locked version has scores and does not change.';
comment on column index_framework.fingerprint is 'SHA-256 of the definition: tells whether a copy in memory is still this one.';
revoke delete on index_framework from senso_application;

create table data_value (
  framework_code text not null,
  subject_code text not null constraint data_value_subject_fk references organization,
  year integer not null,
  item_code text not null,
  state text not null constraint data_value_state_known check (state in ('value', 'blank', 'not-applicable')),
  value text,
  comparator text not null constraint data_value_comparator_known check (comparator in ('=', '<', '<=', '>', '>=')),
  origin text not null constraint data_value_origin_known check (origin in ('document', 'inferred', 'entered')),
  note jsonb,
  place jsonb,
  version integer not null constraint data_value_version_positive check (version >= 1),
  changed_at timestamptz not null,
  changed_by uuid constraint data_value_changed_by_fk references account,
  constraint data_value_pk primary key (framework_code, subject_code, year, item_code),
  constraint data_value_filled check ((state = 'value') = (value is not null))
);
comment on table data_value is
  'Present value of each data item. Blank, zero and not-applicable are three states; what was before is in data_value_revision.';
comment on column data_value.value is 'Decimal with its written places, yes, no, or the code of a level.';
comment on column data_value.comparator is 'Anything but = : the source states only a bound, as in "under 52 a year".';
comment on column data_value.place is 'Document key and line from which the value was taken.';

create table data_value_revision (
  revision_id uuid constraint data_value_revision_pk primary key,
  framework_code text not null,
  subject_code text not null,
  year integer not null,
  item_code text not null,
  version integer not null,
  old_value jsonb not null,
  new_value jsonb not null,
  reason text,
  score_change jsonb,
  write_id uuid not null constraint data_value_revision_write_once unique,
  changed_at timestamptz not null,
  changed_by uuid constraint data_value_revision_changed_by_fk references account,
  constraint data_value_revision_value_fk foreign key (framework_code, subject_code, year, item_code)
    references data_value (framework_code, subject_code, year, item_code),
  constraint data_value_revision_version_once unique (framework_code, subject_code, year, item_code, version)
);
comment on table data_value_revision is
  'Append-only: every value that an item has had, who changed it and what that did to the score.';
comment on column data_value_revision.write_id is 'Made by the client for one write: a retry with it changes nothing.';
comment on column data_value_revision.score_change is
  'Points before and after, of the total and of each component that changed; null for values loaded at the start.';
revoke update, delete on data_value_revision from senso_application;

create table published_score (
  framework_code text not null,
  subject_code text not null constraint published_score_subject_fk references organization,
  year integer not null,
  kind text not null constraint published_score_kind_known check (kind in ('published', 'forecast', 'goal', 'self')),
  component_code text not null,
  points numeric,
  rank integer constraint published_score_rank_positive check (rank >= 1),
  rank_out_of integer,
  place jsonb,
  constraint published_score_pk primary key (framework_code, subject_code, year, kind, component_code),
  constraint published_score_says_something check (points is not null or rank is not null),
  constraint published_score_rank_has_field check ((rank is null) = (rank_out_of is null))
);
comment on table published_score is
  'Points and ranks that documents state: published results, forecasts and goals of plans, self-assessments. The subject is the unit as it was then.';
comment on column published_score.component_code is 'Code of the component; empty for the whole index.';
revoke delete on published_score from senso_application;

create table score_snapshot (
  snapshot_id uuid constraint score_snapshot_pk primary key,
  framework_code text not null,
  framework_version integer not null,
  subject_code text not null constraint score_snapshot_subject_fk references organization,
  year integer not null,
  kind text not null constraint score_snapshot_kind_known check (kind in ('self', 'appraised', 'published')),
  points_low numeric not null,
  points_high numeric not null,
  data_values jsonb not null,
  component_points jsonb not null,
  taken_at timestamptz not null,
  taken_by uuid constraint score_snapshot_taken_by_fk references account,
  constraint score_snapshot_framework_fk foreign key (framework_code, framework_version)
    references index_framework (code, version),
  constraint score_snapshot_bounds check (points_low <= points_high)
);
comment on table score_snapshot is
  'Append-only: a score kept with the framework version and the values that gave it, so that it can be shown and compared later.';
create index score_snapshot_subject_idx on score_snapshot (framework_code, subject_code, year, taken_at desc);
revoke update, delete on score_snapshot from senso_application;
