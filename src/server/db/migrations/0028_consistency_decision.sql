-- What people decide about contradictions and about which measures are one.

create table finding_decision (
  finding_decision_id uuid constraint finding_decision_pk primary key,
  fingerprint text not null constraint finding_decision_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  version integer not null constraint finding_decision_version_positive check (version >= 1),
  decision text not null constraint finding_decision_known check (decision in ('resolved', 'accepted', 'reopened')),
  note text not null constraint finding_decision_note_filled check (note <> ''),
  facts jsonb not null,
  decided_at timestamptz not null,
  decided_by uuid not null constraint finding_decision_decided_by_fk references account,
  write_id uuid not null constraint finding_decision_write_once unique,
  constraint finding_decision_version_once unique (fingerprint, version)
);
comment on table finding_decision is
  'Append-only: what was decided about a contradiction and with which note; the highest version counts as long as its facts stay.';
comment on column finding_decision.fingerprint is
  'SHA-256 of the facts: kind, year, what each side says and which item of which document says it.';
comment on column finding_decision.facts is 'The facts as they were at the decision.';
revoke update, delete on finding_decision from senso_application;

create table measure_link_decision (
  measure_link_decision_id uuid constraint measure_link_decision_pk primary key,
  one_key text collate "C" not null,
  other_key text collate "C" not null,
  version integer not null constraint measure_link_decision_version_positive check (version >= 1),
  decision text not null
    constraint measure_link_decision_known check (decision in ('confirmed', 'refused', 'withdrawn')),
  one_name text not null,
  other_name text not null,
  decided_at timestamptz not null,
  decided_by uuid not null constraint measure_link_decision_decided_by_fk references account,
  write_id uuid not null constraint measure_link_decision_write_once unique,
  constraint measure_link_decision_order check (one_key < other_key),
  constraint measure_link_decision_version_once unique (one_key, other_key, version)
);
comment on table measure_link_decision is
  'Append-only: whether two items speak of one measurable thing, as a person decided; the highest version counts.';
comment on column measure_link_decision.one_key is
  'Document, kind, name and, where the name is not enough, code of the item: the same after a further import. The smaller of both keys.';
comment on column measure_link_decision.one_name is 'The name as it was read at the decision.';
create index measure_link_decision_other_idx on measure_link_decision (other_key);
revoke update, delete on measure_link_decision from senso_application;
