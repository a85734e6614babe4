-- Figures by period that people enter: estimate or final, with their source, each change kept.

alter table period_value
  alter column value drop not null,
  add column kind text not null default 'final'
    constraint period_value_kind_known check (kind in ('estimate', 'final')),
  add column source text constraint period_value_source_filled check (source ~ '\S'),
  add column version integer not null default 1 constraint period_value_version_positive check (version >= 1),
  add column changed_by uuid constraint period_value_changed_by_fk references account;
comment on column period_value.value is 'Null when a figure was taken back.';
comment on column period_value.kind is 'estimate: reported before the period was over, or not yet confirmed.';
comment on column period_value.source is 'Where the figure was read, in the words of who entered it.';

create table period_value_revision (
  revision_id uuid constraint period_value_revision_pk primary key,
  framework_code text not null,
  subject_code text not null,
  item_code text not null,
  period text not null,
  version integer not null,
  old_value numeric,
  old_kind text,
  new_value numeric,
  new_kind text not null,
  source text not null,
  write_id uuid not null constraint period_value_revision_write_once unique,
  changed_at timestamptz not null,
  changed_by uuid not null constraint period_value_revision_changed_by_fk references account,
  constraint period_value_revision_value_fk foreign key (framework_code, subject_code, item_code, period)
    references period_value (framework_code, subject_code, item_code, period),
  constraint period_value_revision_version_once unique (framework_code, subject_code, item_code, period, version)
);
comment on table period_value_revision is
  'Append-only: every figure by period that people entered, with what stood there before. Figures loaded at the start have none.';
comment on column period_value_revision.write_id is 'Made by the client for one write: a retry with it changes nothing.';
revoke update, delete on period_value_revision from senso_application;
