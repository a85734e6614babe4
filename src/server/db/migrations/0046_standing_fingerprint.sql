-- A task whose standings follow as before is left alone when all are derived anew.

alter table task_standing add column fingerprint text;
comment on column task_standing.fingerprint is
  'Hash of what was derived of the task and of its parts; null where it was derived before hashes were kept.';
