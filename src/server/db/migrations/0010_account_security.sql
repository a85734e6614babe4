-- Invitations, second factors, identities of a single sign-on, and what a person is told of the own sessions.

alter table account
  alter column password_hash drop not null,
  add column organization_code text constraint account_organization_fk references organization,
  add column version integer not null default 1 constraint account_version_positive check (version >= 1),
  add column must_change_password boolean not null default false,
  add column erased_at timestamptz,
  add constraint account_erased_is_empty check (
    erased_at is null or (email is null and phone is null and password_hash is null and is_disabled));
comment on column account.password_hash is
  'Argon2id, in the PHC string format. Null: no password was ever chosen, so that only an invitation or a single sign-on lets in.';
comment on column account.organization_code is
  'Where the person works. It permits nothing: roles do, each for an organization of its own.';
comment on column account.version is 'Grows with each change of name or contact: who edits an older one is refused.';
comment on column account.must_change_password is 'The password was set by somebody else.';
comment on column account.erased_at is 'Personal data was removed; what the person did stays under the id.';

alter table session
  add column session_id uuid not null default gen_random_uuid() constraint session_id_unique unique,
  add column method text not null default 'password'
    constraint session_method_known check (method in ('password', 'invitation', 'single-sign-on')),
  add column client_address text,
  add column user_agent text;
comment on column session.session_id is 'Names the session to its owner; it is no secret and opens nothing.';
comment on column session.user_agent is 'What the browser says of itself, cut to 300 characters.';

create table account_invitation (
  invitation_id uuid constraint account_invitation_pk primary key,
  account_id uuid not null constraint account_invitation_account_fk references account,
  code_hash text not null constraint account_invitation_code_unique unique,
  invited_at timestamptz not null,
  invited_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index account_invitation_account_idx on account_invitation (account_id, invited_at);
revoke delete on account_invitation from senso_application;
comment on table account_invitation is
  'One-time codes with which people choose their first password, or a new one. A newer one of the account revokes those before.';
comment on column account_invitation.code_hash is 'SHA-256 of the code: who reads this table can not use it.';

create table second_factor (
  account_id uuid constraint second_factor_pk primary key
    constraint second_factor_account_fk references account,
  sealed_secret text not null,
  confirmed_at timestamptz not null,
  last_step bigint not null
);
comment on table second_factor is
  'Secrets of time-based one-time codes (RFC 6238), each confirmed by a first code; without a row none is asked for.';
comment on column second_factor.sealed_secret is 'AES-256-GCM; its key is kept beside the database, never in it.';
comment on column second_factor.last_step is 'Time step of the last code that was taken: a code counts once.';

create table recovery_code (
  account_id uuid not null constraint recovery_code_account_fk references account,
  code_hash text not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (account_id, code_hash)
);
comment on table recovery_code is 'SHA-256 of codes of 80 random bits that stand in once for a lost second factor.';

create table account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null constraint account_identity_account_fk references account,
  linked_at timestamptz not null,
  constraint account_identity_pk primary key (issuer, subject)
);
create index account_identity_account_idx on account_identity (account_id);
comment on table account_identity is
  'Whom a provider of single sign-on means: bound at the first sign-in, and followed even where names change there.';
