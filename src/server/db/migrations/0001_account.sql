-- Accounts, sessions, the audit trail and settings; and the rights of the application's role.

create extension if not exists pg_trgm;

-- Tables of later migrations are readable and writable by the application without a word.
-- A table that is append-only takes the rest back: revoke update, delete on <table> from senso_application.
grant usage on schema public to senso_application;
alter default privileges in schema public grant select, insert, update, delete on tables to senso_application;
alter default privileges in schema public grant usage, select on sequences to senso_application;
grant select on schema_migration to senso_application;

create table account (
  account_id uuid constraint account_pk primary key,
  username text not null
    constraint account_username_unique unique
    constraint account_username_form check (username ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  display_name text not null collate "vi-x-icu"
    constraint account_display_name_filled check (display_name <> ''),
  role text not null
    constraint account_role_known check (role in ('coordinator', 'viewer')),
  password_hash text not null,
  is_disabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table account is 'A person who may sign in, with one role.';
comment on column account.password_hash is 'Argon2id, in the PHC string format.';

create table session (
  token_hash text constraint session_pk primary key,
  account_id uuid not null
    constraint session_account_fk references account (account_id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account_idx on session (account_id);
create index session_expires_idx on session (expires_at);
comment on table session is 'A signed-in browser. A row that is deleted is a session that has ended.';
comment on column session.token_hash is 'SHA-256 of the opaque token in the cookie: who reads this table can not sign in with it.';

create table audit_event (
  audit_event_id uuid constraint audit_event_pk primary key,
  sequence bigint generated always as identity constraint audit_event_sequence_unique unique,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null default '{}',
  request_id text
);
create index audit_event_subject_idx on audit_event (subject, sequence);
revoke update, delete on audit_event from senso_application;
comment on table audit_event is 'Who did what to what, and when; append-only.';
comment on column audit_event.actor is 'Account id, or the name of the process that acted without one.';

create table setting (
  key text constraint setting_pk primary key,
  value jsonb not null,
  updated_at timestamptz not null
);
comment on table setting is 'Choices of this installation, by name.';
