-- Figures that are made up for the demonstration, and boundaries of communes that maps are drawn from.

alter table data_value drop constraint data_value_origin_known;
alter table data_value add constraint data_value_origin_known
  check (origin in ('document', 'inferred', 'entered', 'simulated'));
comment on column data_value.origin is
  'Where the value comes from; simulated: made up for the demonstration, and marked so wherever it appears.';

create table boundary_set (
  boundary_set_id uuid constraint boundary_set_pk primary key,
  file_name text not null,
  sha256 text not null constraint boundary_set_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  boundaries jsonb not null,
  loaded_at timestamptz not null,
  loaded_by uuid constraint boundary_set_loaded_by_fk references account,
  position integer not null generated always as identity constraint boundary_set_position_once unique
);
comment on table boundary_set is
  'Append-only: boundaries of all communes as a person loaded them, each file whole; the latest one is drawn.';
comment on column boundary_set.boundaries is 'List of code and polygons; positions are longitude and latitude of WGS 84.';
revoke update, delete on boundary_set from senso_application;
