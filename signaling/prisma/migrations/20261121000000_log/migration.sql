-- The meeting log (DESIGN 2). Run by the owner role; the application role `hoi_truong_app` exists before the first migration
-- (scripts/database), owns nothing and cannot TRUNCATE.

revoke create on schema public from public;
grant usage on schema public to hoi_truong_app;

create table stream (
  id uuid primary key,
  kind text not null check (kind in ('meeting', 'organization')),
  organization_id uuid not null,
  head_seq integer not null default 0 check (head_seq >= 0),
  head_hash text not null default repeat('0', 64) check (head_hash ~ '^[0-9a-f]{64}$'),
  head_at timestamptz(3)
);
comment on table stream is 'One row a stream, locked while events are appended: its head is the order.';

create table event (
  stream_id uuid not null references stream (id),
  seq integer not null check (seq > 0),
  type text not null,
  version smallint not null,
  audience text not null check (audience in ('everyone', 'bureau') or audience ~ '^member:[0-9a-f-]{36}$'),
  payload jsonb,
  salt text check (salt ~ '^[0-9a-f]{32}$'),
  actor_id uuid,
  at timestamptz(3) not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  prev_hash text not null check (prev_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  command_id uuid,
  body_hash text,
  primary key (stream_id, seq),
  check ((command_id is null) = (body_hash is null)),
  check ((payload is null) = (salt is null))
);
create index event_command on event (stream_id, command_id) where command_id is not null;
comment on column event.salt is 'Null with the payload after an erasure on legal request; the chain still holds.';

create table command_noop (
  stream_id uuid not null references stream (id),
  command_id uuid not null,
  actor_id uuid,
  body_hash text not null,
  seq integer not null,
  at timestamptz(3) not null,
  primary key (stream_id, command_id)
);
comment on table command_noop is 'Accepted commands that changed nothing: a repeat is answered from here as from the event.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- An event may lose its payload and salt through erase_event(), and nothing else may ever happen to it.
create function refuse_event_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('hoi_truong.erasing', true) = 'on' and current_user <> 'hoi_truong_app'
    and new.payload is null and new.salt is null
    and (to_jsonb(new) - 'payload' - 'salt') = (to_jsonb(old) - 'payload' - 'salt') then
    return new;
  end if;
  raise exception 'events are never changed or removed' using errcode = 'insufficient_privilege';
end $$;

create trigger event_is_final before update or delete on event for each row execute function refuse_event_change();
create trigger event_is_kept before truncate on event for each statement execute function refuse_change();
create trigger command_noop_is_final before update or delete on command_noop for each row execute function refuse_change();
create trigger command_noop_is_kept before truncate on command_noop for each statement execute function refuse_change();

-- Erasure on legal request (DOMAIN 6): by the owner role only.
create function erase_event(erased_stream uuid, erased_seq integer) returns boolean language plpgsql as $$
declare
  erased boolean;
begin
  perform set_config('hoi_truong.erasing', 'on', true);
  update event set payload = null, salt = null
  where stream_id = erased_stream and seq = erased_seq and salt is not null;
  erased := found;
  perform set_config('hoi_truong.erasing', 'off', true);
  return erased;
end $$;
revoke execute on function erase_event(uuid, integer) from public;

grant select, insert on stream to hoi_truong_app;
grant update (head_seq, head_hash, head_at) on stream to hoi_truong_app;
grant select, insert on event, command_noop to hoi_truong_app;
