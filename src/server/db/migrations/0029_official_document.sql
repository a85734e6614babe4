-- Official documents: made from data of a moment, and kept with the data that made them.

create table official_document (
  official_document_id uuid constraint official_document_pk primary key,
  kind text not null constraint official_document_kind_known check (kind in (
    'self-assessment', 'progress-report', 'result-announcement', 'reminder-letter', 'agency-report')),
  organization_code text not null constraint official_document_organization_fk references organization,
  title text not null constraint official_document_title_filled check (title <> ''),
  period text,
  simulated boolean not null,
  facts text not null,
  facts_hash text not null constraint official_document_facts_hash_form check (facts_hash ~ '^[0-9a-f]{64}$'),
  request jsonb not null,
  write_id uuid not null constraint official_document_write_once unique,
  made_at timestamptz not null,
  made_by uuid not null constraint official_document_made_by_fk references account
);
comment on table official_document is
  'Append-only: papers made from the registers and from snapshots. From the facts of a row the same bytes are made again.';
comment on column official_document.organization_code is 'Whose paper it is: who issues it.';
comment on column official_document.period is 'The period that it reports on, as 2026, 2026-H1 or 2026-Q3; null where it is about none.';
comment on column official_document.simulated is 'At least one figure in it is made up.';
comment on column official_document.facts is 'The canonical text of all data that the paper is made from.';
comment on column official_document.facts_hash is 'SHA-256 of the facts: printed on the paper.';
comment on column official_document.request is 'What was asked for: kind, period, snapshots, plan.';
comment on column official_document.write_id is 'Made by the client for one write: a retry with it changes nothing.';
create index official_document_made_idx on official_document (made_at desc);
revoke update, delete on official_document from senso_application;
