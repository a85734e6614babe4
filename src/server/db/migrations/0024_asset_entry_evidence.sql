-- Evidence behind the entries of registers: the same pieces that stand behind figures.

create table asset_entry_evidence (
  asset_entry_evidence_id uuid constraint asset_entry_evidence_pk primary key,
  entry_id uuid not null constraint asset_entry_evidence_entry_fk references asset_entry,
  evidence_id uuid not null constraint asset_entry_evidence_evidence_fk references evidence,
  attached_at timestamptz not null,
  attached_by uuid constraint asset_entry_evidence_attached_by_fk references account,
  detached_at timestamptz,
  detached_by uuid constraint asset_entry_evidence_detached_by_fk references account
);
comment on table asset_entry_evidence is
  'Which evidence stands behind which entry of a register; what was taken away again stays on record.';
create unique index asset_entry_evidence_once_idx
  on asset_entry_evidence (entry_id, evidence_id) where detached_at is null;
create index asset_entry_evidence_use_idx on asset_entry_evidence (evidence_id) where detached_at is null;
revoke delete on asset_entry_evidence from senso_application;
