-- Days off and working days that notices make, and calendars that others subscribe to.

create table calendar_entry (
  calendar_entry_id uuid constraint calendar_entry_pk primary key,
  position bigint generated always as identity constraint calendar_entry_position_once unique,
  day date not null,
  kind text not null constraint calendar_entry_kind_known check (kind in ('day-off', 'working-day', 'withdrawn')),
  reason text not null constraint calendar_entry_reason_filled check (reason <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint calendar_entry_recorded_by_fk references account
);
comment on table calendar_entry is
  'Append-only: days as administrators entered them from notices, above the delivered table of holidays; of a day the last entry counts.';
comment on column calendar_entry.reason is 'The notice, or why an entry is withdrawn.';
comment on column calendar_entry.position is 'The order in which they were entered.';
create index calendar_entry_day_idx on calendar_entry (day, position);
revoke update, delete on calendar_entry from senso_application;

create table calendar_feed (
  calendar_feed_id uuid constraint calendar_feed_pk primary key,
  account_id uuid not null constraint calendar_feed_account_fk references account,
  organization_code text constraint calendar_feed_organization_fk references organization,
  token_hash text not null
    constraint calendar_feed_token_hash_form check (token_hash ~ '^[0-9a-f]{64}$')
    constraint calendar_feed_token_hash_once unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
comment on table calendar_feed is
  'Secret addresses by which calendars of phones and offices read due days; only hashes of the secrets.';
comment on column calendar_feed.organization_code is
  'Whose due days; null for all organizations that the account holds a role for on the day of reading.';
create index calendar_feed_account_idx on calendar_feed (account_id, created_at);
revoke delete on calendar_feed from senso_application;
