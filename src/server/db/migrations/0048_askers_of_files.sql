-- A file of an official document is made for who may read it when its job runs: jobs that were asked for before say who asked.

update job set payload = payload || jsonb_build_object(
  'accountId', created_by,
  'caller', jsonb_build_object('actor', created_by, 'actingAs', null, 'address', null, 'requestId', null))
where kind = 'official-document.render' and created_by is not null and not payload ? 'accountId';
