-- Reminders of what is due: the ladder, what was told to whom, how it was delivered, and letters that wait for a signature.

create table reminder_ladder (
  version integer constraint reminder_ladder_pk primary key
    constraint reminder_ladder_version_positive check (version >= 1),
  steps jsonb not null,
  quiet_from text not null constraint reminder_ladder_quiet_from_form check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_to text not null constraint reminder_ladder_quiet_to_form check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  reason text not null constraint reminder_ladder_reason_filled check (reason <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint reminder_ladder_recorded_by_fk references account,
  write_id uuid not null constraint reminder_ladder_write_once unique
);
comment on table reminder_ladder is
  'Append-only: who is reminded when and how, as coordinators wrote it; the highest version counts, and without one the delivered ladder.';
comment on column reminder_ladder.steps is
  'Steps by working days before (negative) or after the last day, each with whom it tells and by which ways.';
comment on column reminder_ladder.quiet_from is 'Province''s time from which nothing leaves the house; the same as quiet_to for never.';
revoke update, delete on reminder_ladder from senso_application;

create table reminder_run (
  day date constraint reminder_run_pk primary key,
  ladder_version integer not null,
  reminders integer not null,
  people integer not null,
  unreached jsonb not null,
  planned_at timestamptz not null
);
comment on table reminder_run is
  'Append-only: days for which reminders were planned, each once, whichever server did it.';
comment on column reminder_run.ladder_version is 'The ladder that was followed; 0 for the delivered one.';
comment on column reminder_run.unreached is 'Organizations in which nobody could be told as the ladder wants it, with the reason.';
revoke update, delete on reminder_run from senso_application;

create table reminder_message (
  message_id uuid constraint reminder_message_pk primary key,
  account_id uuid not null constraint reminder_message_account_fk references account,
  channel text not null constraint reminder_message_channel_known check (channel in ('in-app', 'e-mail', 'webhook')),
  day date not null,
  state text not null constraint reminder_message_state_known check (
    state in ('queued', 'sending', 'sent', 'given-up', 'dropped')),
  not_before timestamptz not null,
  attempts integer not null default 0 constraint reminder_message_attempts_counted check (attempts >= 0),
  lease_id uuid,
  leased_until timestamptz,
  read_at timestamptz,
  constraint reminder_message_leased_while_sending check (
    (state = 'sending') = (lease_id is not null) and (state = 'sending') = (leased_until is not null))
);
comment on table reminder_message is
  'Messages to people; what one says is made when it is sent. What is not sent yet takes in what is planned on later days.';
comment on column reminder_message.message_id is 'Names the message to the outside too: sent again it is known again.';
comment on column reminder_message.day is 'The day for which it was planned first.';
comment on column reminder_message.lease_id is 'Which run of a server sends it; when it falls silent another takes over.';
comment on column reminder_message.read_at is 'When the person marked a message in the application as read.';
create index reminder_message_waiting_idx on reminder_message (not_before) where state in ('queued', 'sending');
create index reminder_message_account_idx on reminder_message (account_id, channel, day desc);
create index reminder_message_day_idx on reminder_message (day desc, message_id);
revoke delete on reminder_message from senso_application;

create table reminder_item (
  message_id uuid not null constraint reminder_item_message_fk references reminder_message,
  account_id uuid not null,
  channel text not null,
  kind text not null constraint reminder_item_kind_known check (kind in ('task', 'report')),
  subject_id uuid not null,
  organization_code text not null constraint reminder_item_organization_fk references organization,
  period text not null,
  last_day date not null,
  step integer not null,
  audience text not null constraint reminder_item_audience_known check (
    audience in ('officer', 'head', 'coordinator', 'leader')),
  constraint reminder_item_told_once unique (account_id, subject_id, organization_code, period, last_day, step, channel, kind)
);
comment on table reminder_item is
  'Append-only: of which step of what a message tells. Nobody is told twice of the same.';
comment on column reminder_item.subject_id is
  'The task or the reporting round. No key holds it: that somebody was told stays when a task goes.';
comment on column reminder_item.period is 'The occurrence of a recurring task or the milestone; empty where there is one alone.';
comment on column reminder_item.last_day is 'The last day as it was when it was planned: with another one it is told of anew.';
comment on column reminder_item.step is 'The step, by its working days from the last day.';
comment on column reminder_item.audience is 'As what the person is told: officers and heads of a duty, others a copy.';
create index reminder_item_message_idx on reminder_item (message_id);
create index reminder_item_subject_idx on reminder_item (subject_id);
revoke update, delete on reminder_item from senso_application;

create table reminder_delivery (
  position bigint generated always as identity constraint reminder_delivery_pk primary key,
  message_id uuid not null constraint reminder_delivery_message_fk references reminder_message,
  at timestamptz not null,
  event text not null constraint reminder_delivery_event_known check (event in (
    'queued', 'attempted', 'sent', 'failed', 'given-up', 'dropped', 'asked-again')),
  attempt integer not null,
  reason text,
  items integer
);
comment on table reminder_delivery is 'Append-only: what became of each message, step by step.';
comment on column reminder_delivery.reason is 'Why it was not taken, as a code that dictionaries have words for.';
comment on column reminder_delivery.items is 'Of how many things the message told when it was sent.';
create index reminder_delivery_message_idx on reminder_delivery (message_id, position);
revoke update, delete on reminder_delivery from senso_application;

create table reminder_preference (
  account_id uuid constraint reminder_preference_pk primary key
    constraint reminder_preference_account_fk references account,
  language text not null constraint reminder_preference_language_known check (language in ('vi', 'en')),
  copy_channels text[] not null constraint reminder_preference_channels_known check (
    copy_channels <@ array['in-app', 'e-mail', 'webhook']),
  version integer not null constraint reminder_preference_version_positive check (version >= 1),
  updated_at timestamptz not null
);
comment on table reminder_preference is
  'In which language a person is told, and by which ways of what is not the own duty; without a row Vietnamese and all ways.';

create table reminder_letter (
  letter_id uuid constraint reminder_letter_pk primary key,
  day date not null constraint reminder_letter_once_a_day unique,
  state text not null constraint reminder_letter_state_known check (
    state in ('waiting', 'issued', 'dismissed', 'replaced')),
  parts integer not null,
  organizations integer not null,
  official_document_id uuid constraint reminder_letter_document_fk references official_document,
  planned_at timestamptz not null,
  note text,
  decided_at timestamptz,
  decided_by uuid constraint reminder_letter_decided_by_fk references account,
  write_id uuid constraint reminder_letter_write_once unique,
  constraint reminder_letter_decided_by_somebody check ((decided_by is null) = (state not in ('issued', 'dismissed')))
);
comment on table reminder_letter is
  'Official letters to the late that a step of the ladder has drawn up. They wait for whoever signs: nothing sends them.';
comment on column reminder_letter.letter_id is 'Also the write id of the document, so that it is made once.';
comment on column reminder_letter.official_document_id is 'The document; null until it is made, and where nobody was late any more.';
comment on column reminder_letter.note is 'Number and day under which it was issued, or why it was not.';
create unique index reminder_letter_waiting_once_idx on reminder_letter (state) where state = 'waiting';
revoke delete on reminder_letter from senso_application;

create table reminder_letter_part (
  letter_id uuid not null constraint reminder_letter_part_letter_fk references reminder_letter,
  subject_id uuid not null,
  organization_code text not null constraint reminder_letter_part_organization_fk references organization,
  period text not null,
  last_day date not null,
  step integer not null,
  constraint reminder_letter_part_once unique (subject_id, organization_code, period, last_day, step)
);
comment on table reminder_letter_part is 'Append-only: which parts of tasks have led to a letter, each step once.';
revoke update, delete on reminder_letter_part from senso_application;

-- A step of the ladder draws up letters without anybody asking.
alter table official_document alter column made_by drop not null;
comment on column official_document.made_by is 'Who made it; null where a step of the ladder of reminders did.';
