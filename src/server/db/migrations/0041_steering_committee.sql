-- The steering committee (Ban Chỉ đạo): its members, the area that each answers for, and what belongs to it.

create table committee_member (
  committee_member_id uuid constraint committee_member_pk primary key,
  account_id uuid constraint committee_member_account_fk references account,
  name text constraint committee_member_name_filled check (name <> ''),
  office text,
  post text not null constraint committee_member_post_known check (post in (
    'head', 'deputy-head', 'standing-member', 'member')),
  area text not null constraint committee_member_area_filled check (area <> ''),
  valid_from date not null,
  valid_to date,
  doc_number text,
  doc_day date,
  is_simulated boolean not null,
  name_erased_at timestamptz,
  version integer not null constraint committee_member_version_positive check (version >= 1),
  constraint committee_member_one_person check (num_nonnulls(account_id, name, name_erased_at) = 1),
  constraint committee_member_days_in_order check (valid_from <= valid_to)
);
comment on table committee_member is
  'The present state of each membership of the steering committee with the area that it answers for; who has left stays with the last day.';
comment on column committee_member.account_id is 'The account with which the member signs in: it says the name.';
comment on column committee_member.name is
  'The name as the assignment writes it, of who has no account. It is kept here alone, so that it can be erased.';
comment on column committee_member.office is 'What the member is outside the committee, as written.';
comment on column committee_member.area is 'The area as the assignment names it.';
comment on column committee_member.valid_to is 'The last day; null while no end is known.';
comment on column committee_member.doc_number is 'Number of the document of assignment, as written.';
comment on column committee_member.is_simulated is 'An invented membership of the demonstration.';
comment on column committee_member.name_erased_at is 'The name was removed as personal data; the post and what it answered for stay.';
create index committee_member_account_idx on committee_member (account_id) where account_id is not null;
revoke delete on committee_member from senso_application;

create table committee_area_part (
  committee_area_part_id uuid constraint committee_area_part_pk primary key,
  committee_member_id uuid not null constraint committee_area_part_member_fk references committee_member,
  position integer not null constraint committee_area_part_position_positive check (position >= 1),
  kind text not null constraint committee_area_part_kind_known check (kind in (
    'province', 'section', 'organization', 'task', 'indicator')),
  document_id uuid constraint committee_area_part_document_fk references document,
  section text collate "vi-x-icu",
  organization_code text constraint committee_area_part_organization_fk references organization,
  task_id uuid constraint committee_area_part_task_fk references document_item,
  indicator_code text,
  constraint committee_area_part_whole check (
    (document_id is not null) = (kind = 'section') and (section is null or kind = 'section')
    and (organization_code is not null) = (kind = 'organization')
    and (task_id is not null) = (kind = 'task') and (indicator_code is not null) = (kind = 'indicator')),
  constraint committee_area_part_once unique nulls not distinct (
    committee_member_id, kind, document_id, section, organization_code, task_id, indicator_code)
);
comment on table committee_area_part is
  'What belongs to the area of a member: sections of plans, organizations, single tasks, indicators of the index. Written anew with each change; every state of it is in committee_member_revision.';
comment on column committee_area_part.position is 'Its place in the area, counted from 1.';
comment on column committee_area_part.kind is
  '"province" is direction of the whole: it shows everything, and makes nothing anybody''s own area.';
comment on column committee_area_part.section is 'Null for the whole document.';
comment on column committee_area_part.organization_code is
  'An organization, or a group for its members; whoever takes its work over stands for it.';
comment on column committee_area_part.indicator_code is
  'A main or a component indicator of the framework that scores the province.';
create index committee_area_part_document_idx on committee_area_part (document_id) where document_id is not null;
create index committee_area_part_organization_idx on committee_area_part (organization_code)
  where organization_code is not null;
create index committee_area_part_task_idx on committee_area_part (task_id) where task_id is not null;

create table committee_member_revision (
  committee_member_id uuid not null constraint committee_member_revision_member_fk references committee_member,
  version integer not null constraint committee_member_revision_version_positive check (version >= 1),
  change text not null constraint committee_member_revision_change_known check (change in (
    'add', 'edit', 'erase-name')),
  facts jsonb not null,
  at timestamptz not null,
  by uuid constraint committee_member_revision_by_fk references account,
  write_id uuid not null constraint committee_member_revision_write_once unique,
  constraint committee_member_revision_pk primary key (committee_member_id, version)
);
comment on table committee_member_revision is
  'Append-only: what each write said of a membership, of its area and of what belongs to it. Never a name: that can be erased.';
comment on column committee_member_revision.by is 'Null for what the demonstration has entered.';
revoke update, delete on committee_member_revision from senso_application;
