-- The audit trail becomes a chain: each event carries the hash of the one before it, so that a row that is changed, removed
-- or put in later is found, by whomever it was done.

alter table audit_event
  alter column sequence drop identity,
  alter column sequence drop not null,
  add column acting_as text,
  add column address text,
  add column previous_hash text constraint audit_event_previous_hash_form check (previous_hash ~ '^[0-9a-f]{64}$'),
  add column hash text constraint audit_event_hash_form check (hash ~ '^[0-9a-f]{64}$');
comment on column audit_event.sequence is
  'Place in the chain, from 1 without gaps, in the order of commits; given when the transaction commits.';
comment on column audit_event.acting_as is
  'Role by which it was done: role, role@organization, and ~delegated where it was lent for an absence.';
comment on column audit_event.address is 'Address on the network from which it was asked for.';
comment on column audit_event.hash is 'SHA-256 over the event and previous_hash: see audit_event_text.';

create table audit_head (
  is_only boolean default true constraint audit_head_pk primary key constraint audit_head_one_row check (is_only),
  position bigint not null,
  hash text not null constraint audit_head_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
comment on table audit_head is 'Where the audit trail ends: place and hash of its last event. One row.';
insert into audit_head (position, hash) values (0, repeat('0', 64));

-- Each part is written with its length in bytes, so that no two events have the same text.
create function audit_part(part text) returns text language sql immutable
  return coalesce(octet_length(convert_to(part, 'UTF8')) || ':' || part, '-');

create function audit_event_text(event audit_event) returns text language sql stable
  return audit_part((event).sequence::text)
    || audit_part((event).audit_event_id::text)
    || audit_part(to_char((event).at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_part((event).actor)
    || audit_part((event).acting_as)
    || audit_part((event).address)
    || audit_part((event).action)
    || audit_part((event).subject)
    || audit_part((event).details::text)
    || audit_part((event).request_id)
    || audit_part((event).previous_hash);

create function chain_audit_event(event audit_event) returns void language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  head audit_head;
begin
  -- Whoever commits next waits here; whoever rolls back has taken no place.
  select * into strict head from audit_head for update;
  event.sequence := head.position + 1;
  event.previous_hash := head.hash;
  event.hash := encode(sha256(convert_to(audit_event_text(event), 'UTF8')), 'hex');
  update audit_event
    set sequence = event.sequence, previous_hash = event.previous_hash, hash = event.hash
    where audit_event_id = event.audit_event_id;
  update audit_head set position = event.sequence, hash = event.hash;
end
$$;

create function chain_new_audit_event() returns trigger language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform chain_audit_event(new);
  return null;
end
$$;

-- What was recorded before this migration: the address stood among the details.
update audit_event set address = details ->> 'address', details = details - 'address' where details ? 'address';
do $$
declare
  event audit_event;
begin
  for event in select * from audit_event order by sequence loop
    perform chain_audit_event(event);
  end loop;
end
$$;

create constraint trigger audit_event_chain after insert on audit_event
  deferrable initially deferred for each row execute function chain_new_audit_event();

-- The trail is read from its newest event backwards, whole or by what it is asked for.
drop index audit_event_subject_idx;
create index audit_event_subject_idx on audit_event (subject, at, sequence);
create index audit_event_kind_idx on audit_event (split_part(subject, ':', 1), at, sequence);
create index audit_event_actor_idx on audit_event (actor, at, sequence);
create index audit_event_action_idx on audit_event (action, at, sequence);
create index audit_event_at_idx on audit_event (at, sequence);
create index audit_event_denial_idx on audit_event (at, sequence) where action ~ '\.(deny|refuse|brake)$';

-- The application says what was done; where that stands in the chain it can't say, nor move the end.
revoke execute on function chain_audit_event(audit_event), chain_new_audit_event() from public;
revoke insert on audit_event from senso_application;
grant insert (audit_event_id, at, actor, acting_as, address, action, subject, details, request_id)
  on audit_event to senso_application;
revoke insert, update, delete on audit_head from senso_application;
