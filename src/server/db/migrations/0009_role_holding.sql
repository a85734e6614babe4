-- Roles are held for an organization and a span of time, and one person may hold several.

alter table account
  add column email text constraint account_email_form check (email ~ '^[^[:space:]@]+@[^[:space:]@]+$'),
  add column phone text constraint account_phone_filled check (phone <> '');
comment on table account is 'A person who may sign in; what the person may do is in role_holding.';
comment on column account.email is 'Office address. Personal data is kept to name, office contact and role.';

create table role_holding (
  role_holding_id uuid constraint role_holding_pk primary key,
  account_id uuid not null constraint role_holding_account_fk references account (account_id),
  role text not null constraint role_holding_role_known check (role in (
    'coordinator', 'reporter', 'approver', 'appraiser', 'leader', 'administrator', 'auditor', 'viewer')),
  organization_code text constraint role_holding_organization_fk references organization,
  valid_from date not null,
  valid_to date,
  delegated_from uuid constraint role_holding_delegated_from_fk references role_holding,
  granted_at timestamptz not null,
  granted_by text not null,
  ended_at timestamptz,
  ended_by text,
  constraint role_holding_span check (valid_to is null or valid_to >= valid_from),
  constraint role_holding_of_an_organization
    check (organization_code is not null or role not in ('reporter', 'approver', 'appraiser')),
  constraint role_holding_ended_by_somebody check ((ended_at is null) = (ended_by is null)),
  constraint role_holding_delegated_ends check (delegated_from is null or valid_to is not null)
);
create index role_holding_account_idx on role_holding (account_id);
create index role_holding_organization_idx on role_holding (organization_code, role);
revoke delete on role_holding from senso_application;
comment on table role_holding is
  'Who holds which role, for which organization, from which day to which; ended ones stay, so that old deeds can be explained.';
comment on column role_holding.organization_code is 'Null: the whole province.';
comment on column role_holding.delegated_from is
  'For an absence: the holding that is lent; it ends no later, and stands in nobody''s way.';
comment on column role_holding.granted_by is 'Account id, or the name of the process that acted without one.';
comment on column role_holding.ended_at is 'Taken back before its last day.';

insert into role_holding (role_holding_id, account_id, role, valid_from, granted_at, granted_by)
select gen_random_uuid(), account_id, role, (created_at at time zone 'Asia/Ho_Chi_Minh')::date, created_at, 'migration'
from account;

alter table account drop column role;
