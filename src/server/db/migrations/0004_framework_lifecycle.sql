-- Versions of frameworks from draft to force, and every edit of them.

alter table index_framework
  add column state text not null default 'in-force'
    constraint index_framework_state_known check (state in ('draft', 'in-force', 'discarded')),
  add column edit_version integer not null default 1
    constraint index_framework_edit_version_positive check (edit_version >= 1),
  add column based_on_code text,
  add column based_on_version integer,
  add column changed_at timestamptz,
  add column changed_by uuid constraint index_framework_changed_by_fk references account,
  add column subject_kind text generated always as (definition ->> 'subjectKind') stored,
  add column owner text generated always as (definition ->> 'owner') stored,
  add constraint index_framework_based_on_fk foreign key (based_on_code, based_on_version)
    references index_framework (code, version),
  add constraint index_framework_based_on_whole check ((based_on_code is null) = (based_on_version is null)),
  add constraint index_framework_locked_in_force check (not locked or state = 'in-force');

update index_framework set changed_at = registered_at;
alter table index_framework alter column changed_at set not null;

comment on column index_framework.state is
  'A draft is edited and scores nothing; the newest version in force scores; a discarded draft is kept for its history.';
comment on column index_framework.edit_version is 'Grows with each edit of a draft: a writer says which one was seen.';
comment on column index_framework.locked is
  'Values were entered or scores kept while this version was in force: it never changes again.';
comment on column index_framework.based_on_code is 'The version that this one was cloned from.';

create index index_framework_in_force_idx on index_framework (code, version desc) where state = 'in-force';

create table index_framework_edit (
  edit_id uuid constraint index_framework_edit_pk primary key,
  code text not null,
  version integer not null,
  edit_version integer not null,
  action text not null constraint index_framework_edit_action_known
    check (action in ('create', 'edit', 'put-in-force', 'withdraw', 'discard')),
  definition jsonb,
  fingerprint text not null
    constraint index_framework_edit_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  reason text,
  write_id uuid not null constraint index_framework_edit_write_once unique,
  changed_at timestamptz not null,
  changed_by uuid constraint index_framework_edit_changed_by_fk references account,
  constraint index_framework_edit_version_fk foreign key (code, version) references index_framework (code, version),
  constraint index_framework_edit_once unique (code, version, edit_version)
);
comment on table index_framework_edit is
  'Append-only: what each version of a framework has been, who changed it, and when it came into force.';
comment on column index_framework_edit.definition is 'The definition after the edit; null when only the state changed.';
comment on column index_framework_edit.write_id is 'Made by the client for one write: a retry with it changes nothing.';
create index index_framework_edit_version_idx on index_framework_edit (code, version, edit_version desc);
revoke update, delete on index_framework_edit from senso_application;
