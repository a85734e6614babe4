-- Messages that were handed over without an answer, and asking once that one be sent again.

alter table reminder_message
  drop constraint reminder_message_state_known,
  add constraint reminder_message_state_known check (
    state in ('queued', 'sending', 'sent', 'given-up', 'uncertain', 'dropped')),
  add column uncertain integer not null default 0
    constraint reminder_message_uncertain_counted check (uncertain between 0 and attempts);
comment on column reminder_message.uncertain is
  'Of how many attempts nobody knows whether the message was taken, since somebody last asked for it.';

alter table reminder_delivery
  drop constraint reminder_delivery_event_known,
  add constraint reminder_delivery_event_known check (event in (
    'queued', 'attempted', 'sent', 'failed', 'uncertain', 'given-up', 'dropped', 'asked-again')),
  add column write_id uuid constraint reminder_delivery_write_once unique,
  add constraint reminder_delivery_written_by_asking check (write_id is null or event = 'asked-again');
comment on column reminder_delivery.write_id is 'Names the wish that the message be sent again: a retry of it changes nothing.';

comment on table job_input is
  'The file that a job works on; it is removed when the job is over, and where the job failed some days later, as it may be repeated.';
