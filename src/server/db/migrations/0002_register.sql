-- Registers: organizations, documents and what the documents say (targets, tasks, projects, gaps, figures, duties).

create table organization (
  code text constraint organization_pk primary key
    constraint organization_code_form check (code ~ '^[A-Z0-9_]{2,40}$'),
  kind text not null
    constraint organization_kind_known check (kind in (
      'province', 'peoples-committee', 'council', 'party', 'department', 'board', 'police', 'vertical-agency',
      'public-service-unit', 'enterprise', 'association', 'steering-committee', 'coordination-team',
      'community-team', 'commune', 'ward', 'special-zone', 'ministry', 'central-body', 'group')),
  name text collate "vi-x-icu" not null,
  name_en text,
  abbreviation text collate "vi-x-icu",
  parent_code text constraint organization_parent_fk references organization deferrable initially deferred,
  valid_from date,
  valid_to date,
  member_kinds text[] not null,
  area_km2 numeric,
  longitude numeric,
  latitude numeric,
  former_province_code text constraint organization_former_province_fk references organization deferrable initially deferred,
  position integer not null,
  search_key text not null,
  constraint organization_validity check (valid_to is null or valid_from is null or valid_to >= valid_from),
  constraint organization_members_of_groups check (kind = 'group' or member_kinds = '{}')
);
comment on table organization is
  'Bodies that plans name: province and its predecessors, agencies, communes and wards, groups, enterprises. Keyed by code, because names and slugs repeat.';
comment on column organization.member_kinds is
  'Kinds of organization that a group stands for: what is asked of the group concerns each of them.';
comment on column organization.position is 'Place in the official order.';
comment on column organization.search_key is 'Name, abbreviation and aliases in lower case without diacritics.';
create index organization_search_idx on organization using gin (search_key gin_trgm_ops);

create table organization_alias (
  organization_code text not null constraint organization_alias_organization_fk references organization,
  alias text not null,
  alias_key text not null,
  origin text not null constraint organization_alias_origin_known check (origin in ('reference', 'mapped')),
  added_at timestamptz not null,
  added_by uuid constraint organization_alias_added_by_fk references account (account_id),
  constraint organization_alias_pk primary key (organization_code, alias_key)
);
comment on table organization_alias is
  'Spellings under which documents name an organization; mapped ones were added by a person from the list of unknown names.';
create index organization_alias_key_idx on organization_alias (alias_key);

create table organization_predecessor (
  organization_code text not null constraint organization_predecessor_organization_fk references organization deferrable initially deferred,
  predecessor_code text not null constraint organization_predecessor_predecessor_fk references organization deferrable initially deferred,
  constraint organization_predecessor_pk primary key (organization_code, predecessor_code),
  constraint organization_predecessor_not_itself check (organization_code <> predecessor_code)
);
comment on table organization_predecessor is 'Which organizations another one succeeds after a merger or a reorganization.';

create table document (
  id uuid constraint document_pk primary key,
  identity_key text not null constraint document_identity_unique unique,
  doc_type text,
  attached_doc_type text,
  doc_number text,
  doc_number_raw text,
  issue_date date,
  issue_date_raw text,
  year integer,
  issuing_agency text,
  issuing_organization_code text constraint document_issuer_fk references organization,
  subject_line text collate "vi-x-icu",
  is_draft boolean not null,
  signer_name text,
  signer_title text,
  recipients jsonb not null,
  legal_basis jsonb not null,
  origin text not null constraint document_origin_known check (origin in ('reviewed-reading', 'document')),
  search_key text not null,
  registered_at timestamptz not null,
  registered_by uuid constraint document_registered_by_fk references account (account_id)
);
comment on table document is
  'Issued documents and drafts; origin tells whether the document itself was imported or a reviewed reading of it.';
comment on column document.identity_key is
  'Number and issuer, or for a draft without number its kind, year and subject line: two imports of one document share it.';
create index document_search_idx on document using gin (search_key gin_trgm_ops);

create table document_source (
  id uuid constraint document_source_pk primary key,
  document_id uuid not null constraint document_source_document_fk references document,
  sha256 text not null constraint document_source_sha256_unique unique
    constraint document_source_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  source_text text not null,
  imported_at timestamptz not null,
  imported_by uuid constraint document_source_imported_by_fk references account (account_id)
);
revoke update, delete on document_source from senso_application;
comment on table document_source is
  'Text of imported files, kept whole; the latest file of a document is the one its quotes are shown in.';
create index document_source_document_idx on document_source (document_id, imported_at desc);

create table plan (
  document_id uuid constraint plan_pk primary key constraint plan_document_fk references document,
  name text collate "vi-x-icu" not null,
  period_start date,
  period_end date,
  constraint plan_period check (period_end is null or period_start is null or period_end >= period_start)
);
comment on table plan is 'Plans that documents carry or issue, with the years they speak of.';

create table document_item (
  id uuid constraint document_item_pk primary key,
  document_id uuid not null constraint document_item_document_fk references document,
  kind text not null constraint document_item_kind_known check (kind in (
    'target', 'task', 'project', 'gap', 'indicator-score', 'reporting-duty', 'cited-document', 'result', 'resource')),
  item_key text not null,
  position integer not null,
  name text collate "vi-x-icu" not null,
  appendix text,
  section text collate "vi-x-icu",
  order_label text,
  line integer constraint document_item_line_positive check (line >= 1),
  page integer constraint document_item_page_positive check (page >= 1),
  block integer constraint document_item_block_positive check (block >= 1),
  quote text,
  source_id uuid constraint document_item_source_fk references document_source,
  continuation jsonb not null,
  source_defect text,
  note text,
  indicator_code text,
  due_kind text constraint document_item_due_kind_known check (due_kind in (
    'ongoing', 'year', 'quarter', 'month', 'day', 'year-end', 'range', 'by-date', 'from-date', 'recurring', 'event', 'other')),
  due_raw text,
  due_start date,
  due_end date,
  due_before boolean not null,
  due_last_day date,
  lead_raw text,
  coordinating_raw text,
  search_key text not null,
  constraint document_item_key_unique unique (document_id, item_key)
);
comment on table document_item is
  'Everything a document says, one row per statement, with its place; what a kind has beside that is in the table of the kind.';
comment on column document_item.item_key is 'Stable name of the item within its document.';
comment on column document_item.position is 'Order of reading within the document.';
comment on column document_item.quote is 'Words of the source; null until the document itself has been imported.';
comment on column document_item.source_id is
  'The imported file in which quote and line are found; null while they come from a reviewed reading.';
comment on column document_item.due_before is 'The wording is "before the day": the day named is already too late.';
comment on column document_item.due_last_day is 'Last day on which the rule is kept, null when it ends on no day: what registers sort by.';
create index document_item_kind_idx on document_item (kind, document_id, position);
create index document_item_indicator_idx on document_item (indicator_code) where indicator_code is not null;
create index document_item_search_idx on document_item using gin (search_key gin_trgm_ops);

create table target (
  item_id uuid constraint target_pk primary key constraint target_item_fk references document_item,
  name_note text,
  raw_target text not null,
  comparator text not null constraint target_comparator_known check (comparator in (
    '=', '>=', '>', '<', '<=', 'maintain', 'increase>=', 'increase>', 'approx', 'range', 'qualitative')),
  value numeric,
  value_list numeric[],
  unit text,
  basis text,
  aspirational boolean not null,
  embedded boolean not null,
  qualitative_level text,
  baseline jsonb,
  period_kind text constraint target_period_kind_known check (period_kind in (
    'ongoing', 'year', 'quarter', 'month', 'day', 'year-end', 'range', 'by-date', 'from-date', 'recurring', 'event', 'other')),
  period_raw text,
  period_start date,
  period_end date,
  phases jsonb not null,
  actuals jsonb not null,
  planned_values jsonb not null,
  verdict text,
  outlook text,
  group_number integer,
  subgroup text,
  order_in_group text,
  lead_note text,
  constraint target_value_single check (value is null or value_list is null)
);
comment on table target is 'Values to reach, as documents set them. No value is null, never zero.';
comment on column target.verdict is 'The document''s own words on whether the target was met; never computed.';
comment on column target.phases is 'Values by phase: label, raw, comparator, value, unit, start, end.';

create table task (
  item_id uuid constraint task_pk primary key constraint task_item_fk references document_item,
  form text not null constraint task_form_known check (form in ('table-row', 'prose-block', 'assignment')),
  role text,
  expected_result text,
  due_column text
);
comment on table task is 'Work that documents give to agencies; due rule and agencies are with the item.';

create table project (
  item_id uuid constraint project_pk primary key constraint project_item_fk references document_item,
  project_group text,
  funding_source text,
  investor_raw text,
  investor_unit text,
  budget jsonb,
  remark text,
  footnote_number integer,
  legal_basis jsonb not null
);
comment on table project is 'Projects that documents list, with source of funds, investor and deciding documents.';

create table gap (
  item_id uuid constraint gap_pk primary key constraint gap_item_fk references document_item,
  score numeric,
  maximum_score numeric,
  score_period text,
  current_value numeric,
  current_unit text,
  numerator numeric,
  denominator numeric,
  required_value numeric,
  required_comparator text constraint gap_comparator_known check (required_comparator in (
    '=', '>=', '>', '<', '<=', 'maintain', 'increase>=', 'increase>', 'approx', 'range', 'qualitative')),
  required_period text,
  cause text,
  cause_line integer,
  remedy text,
  remedy_line integer,
  remark text
);
comment on table gap is 'Index components below their maximum, with the causes and remedies that the document gives.';

create table printed_indicator_score (
  item_id uuid constraint printed_indicator_score_pk primary key
    constraint printed_indicator_score_item_fk references document_item,
  table_caption text,
  maximum_score numeric,
  scores jsonb not null,
  ranks jsonb not null,
  overall_rank text,
  rule text,
  is_total boolean not null
);
comment on table printed_indicator_score is
  'Rows of score tables as documents print them; a printed score is a statement of the document, not a score of ours.';

create table reporting_duty (
  item_id uuid constraint reporting_duty_pk primary key constraint reporting_duty_item_fk references document_item,
  reporter_raw text,
  recipient_raw text,
  frequency text not null constraint reporting_duty_frequency_known check (frequency in (
    'once', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'ad-hoc', 'other')),
  frequency_note text,
  covers text,
  valid_for text,
  date_raw text not null,
  comparator text constraint reporting_duty_comparator_known check (comparator in ('<', '<=', '=', 'range')),
  due_date date,
  recurring_days text[] not null,
  window_start date,
  window_end date
);
comment on table reporting_duty is 'Who must report what to whom by when, in the words of the document.';

create table cited_document (
  item_id uuid constraint cited_document_pk primary key constraint cited_document_item_fk references document_item,
  role text not null constraint cited_document_role_known check (role in (
    'self', 'legal-basis', 'cited', 'footnote', 'register-row', 'planned')),
  doc_type text,
  doc_number text,
  issue_date date,
  issue_date_raw text,
  issuing_agency text,
  subject text,
  also_lines integer[] not null,
  footnote_number integer,
  level text,
  locality text
);
comment on table cited_document is 'Documents that a document names: legal bases, citations, footnotes, rows of its own registers.';
create index cited_document_number_idx on cited_document (doc_number);

create table reported_result (
  item_id uuid constraint reported_result_pk primary key constraint reported_result_item_fk references document_item,
  raw text not null,
  comparator text constraint reported_result_comparator_known check (comparator in (
    '=', '>=', '>', '<', '<=', 'maintain', 'increase>=', 'increase>', 'approx', 'range', 'qualitative')),
  value numeric,
  value_list numeric[],
  unit text,
  percent numeric,
  delta_raw text,
  status text,
  as_of text,
  numerator numeric,
  denominator numeric,
  percent_of_target numeric,
  percent_of_plan numeric,
  year_over_year numeric
);
comment on table reported_result is 'Figures that documents say were reached.';

create table funding_row (
  item_id uuid constraint funding_row_pk primary key constraint funding_row_item_fk references document_item,
  table_caption text,
  period_label text,
  unit text,
  amounts jsonb not null,
  total numeric,
  is_total boolean not null
);
comment on table funding_row is 'Money by source and year, one row per printed row.';

create table item_agency (
  item_id uuid not null constraint item_agency_item_fk references document_item,
  role text not null constraint item_agency_role_known check (role in (
    'lead', 'coordinating', 'investor', 'recipient', 'issuing', 'reporting')),
  position integer not null,
  name_as_written text not null,
  name_key text not null,
  organization_code text constraint item_agency_organization_fk references organization,
  constraint item_agency_pk primary key (item_id, role, position)
);
comment on table item_agency is
  'Agencies that items name, as written and in order; the code is null until the name is known or mapped.';
create index item_agency_organization_idx on item_agency (organization_code, role, item_id);
create index item_agency_unmapped_idx on item_agency (name_key) where organization_code is null;

create table plan_import (
  id uuid constraint plan_import_pk primary key,
  state text not null constraint plan_import_state_known check (state in ('draft', 'accepted', 'discarded')),
  origin text not null constraint plan_import_origin_known check (origin in ('reviewed-reading', 'document')),
  file_name text not null,
  sha256 text not null constraint plan_import_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  encoding text,
  source_text text,
  reading jsonb not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid constraint plan_import_uploaded_by_fk references account (account_id),
  decided_at timestamptz,
  decided_by uuid constraint plan_import_decided_by_fk references account (account_id),
  decisions jsonb,
  outcome jsonb,
  document_id uuid constraint plan_import_document_fk references document,
  constraint plan_import_decided check ((state = 'draft') = (decided_at is null)),
  constraint plan_import_accepted_has_document check (state <> 'accepted' or document_id is not null)
);
comment on table plan_import is
  'Files offered to the registers: a draft is a reading nobody has accepted yet; only accepted ones have changed the registers.';
comment on column plan_import.decisions is 'What the person decided about single statements: reading ids excluded and replaced.';
create unique index plan_import_file_once on plan_import (sha256) where state <> 'discarded';

create table document_item_revision (
  item_id uuid not null constraint document_item_revision_item_fk references document_item,
  revision integer not null,
  change text not null constraint document_item_revision_change_known check (change in ('registered', 'quoted', 'replaced')),
  plan_import_id uuid not null constraint document_item_revision_import_fk references plan_import,
  reading jsonb not null,
  changed_at timestamptz not null,
  constraint document_item_revision_pk primary key (item_id, revision)
);
revoke update, delete on document_item_revision from senso_application;
comment on table document_item_revision is
  'Append-only: what each accepted import read for an item; the item itself is the current state.';
