-- Snapshots of scores get a name, a hash over all that they say, a key of their write, and a fourth kind.

alter table score_snapshot
  add column name text,
  add column note text,
  add column league jsonb,
  add column framework_hash text,
  add column content_hash text,
  add column write_id uuid;

alter table score_snapshot drop constraint score_snapshot_kind_known;
alter table score_snapshot add constraint score_snapshot_kind_known
  check (kind in ('self', 'appraised', 'published', 'scenario'));

-- The canonical text of a value, as src/core/kernel/canonical-json.ts writes it: only for the rows that are there
-- already. Their keys are ASCII, so the order of bytes is that of UTF-16 code units.
create function pg_temp.canonical_json(value jsonb) returns text language plpgsql as $$
begin
  case jsonb_typeof(value)
    when 'object' then
      return '{' || coalesce((
        select string_agg(to_json(key)::text || ':' || pg_temp.canonical_json(member), ',' order by key collate "C")
        from jsonb_each(value) as members (key, member)), '') || '}';
    when 'array' then
      return '[' || coalesce((
        select string_agg(pg_temp.canonical_json(member), ',' order by position)
        from jsonb_array_elements(value) with ordinality as members (member, position)), '') || ']';
    else
      return value::text;
  end case;
end $$;

create function pg_temp.canonical_hash(value jsonb) returns text language sql as $$
  select encode(sha256(convert_to(pg_temp.canonical_json(value), 'UTF8')), 'hex')
$$;

-- Names tell snapshots of one score apart; a second one of the same minute gets a number.
update score_snapshot set
  name = named.name,
  framework_hash = named.framework_hash,
  write_id = gen_random_uuid()
from (
  select
    snapshot_id,
    pg_temp.canonical_hash(definition) as framework_hash,
    'Bản chốt ' || to_char(taken_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI')
      || case when place > 1 then ' (' || place || ')' else '' end as name
  from (
    select
      snapshot_id, framework_code, framework_version, taken_at,
      row_number() over (
        partition by framework_code, subject_code, year, date_trunc('minute', taken_at) order by snapshot_id
      ) as place
    from score_snapshot) as numbered
  join index_framework on code = framework_code and version = framework_version) as named
where named.snapshot_id = score_snapshot.snapshot_id;

-- The same members as canonicalSnapshot of src/core/score-snapshot/snapshot.ts.
update score_snapshot set content_hash = pg_temp.canonical_hash(jsonb_build_object(
  'format', 'senso-score-snapshot/1',
  'framework', jsonb_build_object('code', framework_code, 'version', framework_version, 'hash', framework_hash),
  'subject', subject_code,
  'year', year,
  'kind', kind,
  'name', name,
  'note', note,
  'takenAt', to_char(taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'takenBy', taken_by,
  'points', jsonb_build_object('low', points_low::text, 'high', points_high::text),
  'components', component_points,
  'values', data_values));

drop function pg_temp.canonical_hash(jsonb);
drop function pg_temp.canonical_json(jsonb);

alter table score_snapshot
  alter column name set not null,
  alter column framework_hash set not null,
  alter column content_hash set not null,
  alter column write_id set not null,
  add constraint score_snapshot_name_filled check (name <> ''),
  add constraint score_snapshot_name_once unique (framework_code, subject_code, year, name),
  add constraint score_snapshot_write_once unique (write_id),
  add constraint score_snapshot_framework_hash_form check (framework_hash ~ '^[0-9a-f]{64}$'),
  add constraint score_snapshot_content_hash_form check (content_hash ~ '^[0-9a-f]{64}$');

comment on column score_snapshot.kind is
  'self: what the subject counts itself; appraised; published; scenario: what other data would give.';
comment on column score_snapshot.data_values is
  'All inputs: item, value, and where it came from (origin, note, place, version, changedAt, changedBy).';
comment on column score_snapshot.league is
  'The bests that the score was compared with, by measure; null when no rule compares subjects.';
comment on column score_snapshot.framework_hash is 'SHA-256 of the canonical text of the framework''s definition.';
comment on column score_snapshot.content_hash is
  'SHA-256 of the canonical text of all that the row says: tells whether any of it was changed since.';
comment on column score_snapshot.write_id is 'Made by the client for one write: a retry with it changes nothing.';
