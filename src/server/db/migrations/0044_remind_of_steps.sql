-- Steps of work plans are reminded of too.

alter table reminder_item drop constraint reminder_item_kind_known;
alter table reminder_item add constraint reminder_item_kind_known check (kind in ('task', 'report', 'step'));
comment on column reminder_item.subject_id is
  'The task, the reporting round or the step of a work plan. No key holds it: that somebody was told stays when a task goes.';
