-- Registers that feed indicators: information systems, shared platforms, NDXP services, AI applications. What an entry of
-- each says is described by data/registers.

create table asset_entry (
  entry_id uuid constraint asset_entry_pk primary key,
  register_code text not null,
  organization_code text not null constraint asset_entry_organization_fk references organization,
  name text not null collate "vi-x-icu" constraint asset_entry_name_filled check (name <> ''),
  name_key text not null,
  content jsonb not null constraint asset_entry_content_object check (jsonb_typeof(content) = 'object'),
  retired_on date,
  is_simulated boolean not null,
  version integer not null constraint asset_entry_version_positive check (version >= 1),
  changed_at timestamptz not null,
  changed_by uuid constraint asset_entry_changed_by_fk references account
);
comment on table asset_entry is
  'Present state of each entry of the registers that feed indicators, kept by its owner; earlier ones are in asset_entry_revision.';
comment on column asset_entry.content is 'What the entry says, by field of its register; blank fields are left out.';
comment on column asset_entry.retired_on is 'The first day on which it no longer counts. Entries are retired, never deleted.';
comment on column asset_entry.is_simulated is 'Made up for the demonstration, and not yet confirmed by its owner.';
create unique index asset_entry_name_once_idx
  on asset_entry (register_code, organization_code, name_key) where retired_on is null;
revoke delete on asset_entry from senso_application;

create table asset_entry_revision (
  revision_id uuid constraint asset_entry_revision_pk primary key,
  entry_id uuid not null constraint asset_entry_revision_entry_fk references asset_entry,
  version integer not null,
  kind text not null constraint asset_entry_revision_kind_known check (kind in ('write', 'retire', 'restore', 'import')),
  name text not null,
  content jsonb not null,
  retired_on date,
  reason text,
  at timestamptz not null,
  by uuid constraint asset_entry_revision_by_fk references account,
  write_id uuid not null,
  constraint asset_entry_revision_write_once unique (write_id, entry_id),
  constraint asset_entry_revision_version_once unique (entry_id, version)
);
comment on table asset_entry_revision is 'Append-only: every state that an entry has had, by whom and why.';
revoke update, delete on asset_entry_revision from senso_application;
