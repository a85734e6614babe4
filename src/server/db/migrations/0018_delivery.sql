-- Figures without typing: forms that come back as workbooks, figures that are known already, deliveries of other systems.

create table delivery_source (
  source_id uuid constraint delivery_source_pk primary key,
  name text not null collate "vi-x-icu"
    constraint delivery_source_name_filled check (name <> '')
    constraint delivery_source_name_once unique,
  organization_codes text[] not null
    constraint delivery_source_organizations_named check (cardinality(organization_codes) > 0),
  framework_codes text[],
  item_codes text[],
  round_id uuid constraint delivery_source_round_fk references reporting_round,
  organization_mapping jsonb not null,
  item_mapping jsonb not null,
  version integer not null constraint delivery_source_version_positive check (version >= 1),
  created_at timestamptz not null,
  created_by uuid constraint delivery_source_created_by_fk references account,
  changed_at timestamptz not null
);
comment on table delivery_source is 'Another system that delivers figures, and how far it may.';
comment on column delivery_source.organization_codes is 'Organizations for whose forms it may deliver.';
comment on column delivery_source.framework_codes is 'Frameworks on whose rounds it may deliver; null for any.';
comment on column delivery_source.item_codes is 'Data items that it may deliver; null for any.';
comment on column delivery_source.round_id is 'The only round that it may deliver to; null for any that is open.';
comment on column delivery_source.organization_mapping is 'Our codes of organizations by the codes of the other system, where they differ.';
comment on column delivery_source.item_mapping is 'Our codes of data items by the codes of the other system, where they differ.';
revoke delete on delivery_source from senso_application;

create table delivery_token (
  token_id uuid constraint delivery_token_pk primary key,
  source_id uuid not null constraint delivery_token_source_fk references delivery_source,
  token_hash text not null
    constraint delivery_token_hash_form check (token_hash ~ '^[0-9a-f]{64}$')
    constraint delivery_token_hash_once unique,
  hint text not null,
  expires_on date not null,
  created_at timestamptz not null,
  created_by uuid constraint delivery_token_created_by_fk references account,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid constraint delivery_token_revoked_by_fk references account
);
comment on table delivery_token is 'Tokens by which a source delivers: only their hashes, and enough of each to tell them apart.';
comment on column delivery_token.expires_on is 'The last day on which it opens anything.';
create index delivery_token_source_idx on delivery_token (source_id, created_at desc);
revoke delete on delivery_token from senso_application;

create table delivery (
  delivery_id uuid constraint delivery_pk primary key,
  source_id uuid not null constraint delivery_source_fk references delivery_source,
  token_id uuid constraint delivery_token_fk references delivery_token,
  at timestamptz not null,
  idempotency_key text,
  content_hash text not null,
  is_dry_run boolean not null,
  taken integer not null,
  unchanged integer not null,
  refused integer not null,
  results jsonb not null
);
comment on table delivery is 'Append-only: every delivery of figures, rehearsals too, with what became of each figure.';
comment on column delivery.token_id is 'Null where a person delivered on the command line.';
comment on column delivery.content_hash is 'SHA-256 of what was delivered: the same key with other content is refused.';
create unique index delivery_key_once_idx on delivery (source_id, idempotency_key) where not is_dry_run;
create index delivery_at_idx on delivery (at desc);
revoke update, delete on delivery from senso_application;

create table answer_source (
  submission_id uuid not null,
  subject_code text not null,
  item_code text not null,
  version integer not null,
  kind text not null constraint answer_source_kind_known check (kind in ('workbook', 'known', 'delivery')),
  delivery_source_id uuid constraint answer_source_delivery_source_fk references delivery_source,
  file_name text,
  constraint answer_source_pk primary key (submission_id, subject_code, item_code, version),
  constraint answer_source_revision_fk foreign key (submission_id, subject_code, item_code, version)
    references answer_revision (submission_id, subject_code, item_code, version),
  constraint answer_source_of_kind check (
    (kind = 'delivery') = (delivery_source_id is not null) and (kind = 'workbook') = (file_name is not null))
);
comment on table answer_source is 'Append-only: where a declared figure comes from that nobody typed into the form.';
revoke update, delete on answer_source from senso_application;
