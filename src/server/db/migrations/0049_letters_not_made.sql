-- A letter that could not be drawn up says why, and not that another has replaced it.

alter table reminder_letter
  add column refusal text,
  drop constraint reminder_letter_state_known,
  add constraint reminder_letter_state_known check (
    state in ('waiting', 'issued', 'dismissed', 'replaced', 'not-made')),
  add constraint reminder_letter_refusal_when_not_made check ((state = 'not-made') = (refusal is not null));
comment on column reminder_letter.refusal is
  'Code of the refusal with which the document could not be drawn up; null otherwise. Before this column such letters were marked as replaced.';
