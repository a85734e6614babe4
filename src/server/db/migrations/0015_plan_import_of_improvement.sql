-- The draft targets of a kept improvement plan can be offered to the registers as a document of their own.

alter table plan_import
  add column improvement_plan_id uuid,
  add column improvement_plan_revision integer,
  add constraint plan_import_improvement_plan_fk foreign key (improvement_plan_id, improvement_plan_revision)
    references improvement_plan (plan_id, revision),
  add constraint plan_import_improvement_plan_whole
    check ((improvement_plan_id is null) = (improvement_plan_revision is null));
comment on column plan_import.improvement_plan_id is
  'The kept plan whose draft targets are offered; null for a file that somebody brought.';
