-- How often recurring work comes back, as its words were read when it was entered: reports name its periods, and a reader that
-- understands words otherwise later must not take them away.

alter table document_item
  add column due_recurrence jsonb
    constraint document_item_due_recurrence_read check (jsonb_typeof(due_recurrence) = 'object');
comment on column document_item.due_recurrence is
  'Of a recurring rule: the days of every year on which it is due, as the words were read when they were entered; no days where the words tell no frequency. Null before it was read.';
create index document_item_due_recurrence_unread_idx on document_item (id)
  where due_kind = 'recurring' and due_recurrence is null;
