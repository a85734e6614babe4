-- What is given to an official document after it was made (number, day, signer), and the templates of offices.

create table document_template (
  document_template_id uuid constraint document_template_pk primary key,
  organization_code text not null constraint document_template_organization_fk references organization,
  kind text not null constraint document_template_kind_filled check (kind <> ''),
  name text not null constraint document_template_name_filled check (name <> ''),
  version integer not null constraint document_template_version_counted check (version >= 1),
  file_name text not null,
  content bytea not null,
  content_hash text not null constraint document_template_hash_form check (content_hash ~ '^[0-9a-f]{64}$'),
  write_id uuid not null constraint document_template_write_once unique,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null constraint document_template_uploaded_by_fk references account,
  constraint document_template_version_once unique (organization_code, kind, name, version)
);
comment on table document_template is
  'Append-only: Word files with placeholders that offices have uploaded, each version of each; all were checked before.';
comment on column document_template.kind is 'The kind of official document that it lays out.';
comment on column document_template.content_hash is 'SHA-256 of the file.';
revoke update, delete on document_template from senso_application;

create table document_template_choice (
  organization_code text not null constraint document_template_choice_organization_fk references organization,
  kind text not null constraint document_template_choice_kind_filled check (kind <> ''),
  version integer not null constraint document_template_choice_version_counted check (version >= 1),
  document_template_id uuid constraint document_template_choice_template_fk references document_template,
  write_id uuid not null constraint document_template_choice_write_once unique,
  chosen_at timestamptz not null,
  chosen_by uuid not null constraint document_template_choice_chosen_by_fk references account,
  constraint document_template_choice_pk primary key (organization_code, kind, version)
);
comment on table document_template_choice is
  'Append-only: by which template the documents of an office are laid out from then on; the highest version counts.';
comment on column document_template_choice.document_template_id is 'Null for the layout that the product delivers.';
revoke update, delete on document_template_choice from senso_application;

create table document_rendering (
  official_document_id uuid not null
    constraint document_rendering_document_fk references official_document,
  version integer not null constraint document_rendering_version_counted check (version >= 1),
  number integer constraint document_rendering_number_positive check (number >= 1),
  series text,
  issued_on date,
  signing_capacity text,
  signing_office text,
  signer text,
  document_template_id uuid constraint document_rendering_template_fk references document_template,
  write_id uuid not null constraint document_rendering_write_once unique,
  made_at timestamptz not null,
  made_by uuid constraint document_rendering_made_by_fk references account,
  constraint document_rendering_pk primary key (official_document_id, version),
  constraint document_rendering_number_in_series check ((number is null) = (series is null)),
  constraint document_rendering_day_with_number check (number is null or issued_on is not null)
);
comment on table document_rendering is
  'Append-only: an official document as it was made (version 1, without a number) and as it was numbered and signed afterwards.';
comment on column document_rendering.series is 'What follows the number, as BC-UBND: within a year a number is given once in it.';
comment on column document_rendering.signing_capacity is 'In whose place it is signed; null as the document has it by itself.';
comment on column document_rendering.signing_office is 'The office of who signs in the place of the head.';
comment on column document_rendering.document_template_id is 'The version of a template that lays it out; null for the delivered layout.';
comment on column document_rendering.made_by is
  'Who made or issued it; null where a step of the ladder of reminders drew the document up.';
create index document_rendering_number_idx on document_rendering (series, number) where number is not null;
revoke update, delete on document_rendering from senso_application;

-- Documents that were made before have been without a number since then.
insert into document_rendering (official_document_id, version, write_id, made_at, made_by)
select official_document_id, 1, write_id, made_at, made_by from official_document;

alter table job add column has_input boolean not null default false;
update job set has_input = true where payload ? 'fileName';
comment on column job.has_input is 'It works on a file of its own, which is gone once it is over: such a job can''t be repeated.';

create table rendered_file (
  official_document_id uuid not null,
  version integer not null,
  format text not null,
  content bytea not null,
  kept_at timestamptz not null default now(),
  constraint rendered_file_pk primary key (official_document_id, version, format),
  constraint rendered_file_rendering_fk foreign key (official_document_id, version) references document_rendering
);
comment on table rendered_file is
  'Files of long documents that a job has made, until they are old: they can be made again with the same bytes.';
