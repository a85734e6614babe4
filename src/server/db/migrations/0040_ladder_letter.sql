-- A step of the ladder of reminders draws up letters without anybody asking: nobody has made how they are laid out either.

alter table document_rendering alter column made_by drop not null;
comment on column document_rendering.made_by is
  'Who made or issued it; null where a step of the ladder of reminders drew the document up.';
