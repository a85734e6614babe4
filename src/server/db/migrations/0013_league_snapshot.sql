-- A whole league kept in one act: the snapshots of all its subjects under one name, so that ranks can be compared.

create table league_snapshot (
  league_snapshot_id uuid constraint league_snapshot_pk primary key,
  framework_code text not null,
  framework_version integer not null,
  framework_hash text not null constraint league_snapshot_framework_hash_form check (framework_hash ~ '^[0-9a-f]{64}$'),
  year integer not null,
  kind text not null constraint league_snapshot_kind_known check (kind in ('self', 'appraised', 'published')),
  name text not null constraint league_snapshot_name_filled check (name <> ''),
  note text,
  subject_count integer not null constraint league_snapshot_has_subjects check (subject_count > 1),
  content_hash text not null constraint league_snapshot_content_hash_form check (content_hash ~ '^[0-9a-f]{64}$'),
  write_id uuid not null constraint league_snapshot_write_once unique,
  taken_at timestamptz not null,
  taken_by uuid constraint league_snapshot_taken_by_fk references account,
  constraint league_snapshot_framework_fk foreign key (framework_code, framework_version)
    references index_framework (code, version),
  constraint league_snapshot_name_once unique (framework_code, year, name)
);
comment on table league_snapshot is
  'Append-only: a league kept at one time. The snapshots of its subjects are the rows of score_snapshot that name it.';
comment on column league_snapshot.framework_hash is 'SHA-256 of the canonical text of the framework''s definition.';
comment on column league_snapshot.subject_count is 'Number of subjects kept.';
comment on column league_snapshot.content_hash is
  'SHA-256 of the canonical text of all that the row says, with the hash of each subject''s snapshot.';
comment on column league_snapshot.write_id is 'Made by the client for one write: a retry with it changes nothing.';
revoke update, delete on league_snapshot from senso_application;

alter table score_snapshot
  add column league_snapshot_id uuid constraint score_snapshot_league_snapshot_fk references league_snapshot;
comment on column score_snapshot.league_snapshot_id is
  'The league that was kept in the same act; null when the snapshot was taken alone.';
create index score_snapshot_league_snapshot_idx on score_snapshot (league_snapshot_id)
  where league_snapshot_id is not null;
