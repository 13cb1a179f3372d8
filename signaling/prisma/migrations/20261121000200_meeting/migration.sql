-- Meetings and attendance as tables (projected from the meetings' streams), presence leases and media rooms (outside the log).

create table meeting (
  id uuid primary key references stream (id),
  organization_id uuid not null references organization (id),
  organization_name text not null,
  kind text not null,
  form text not null,
  month text not null,
  status text not null check (status in ('scheduled', 'open', 'closed')),
  planned_start timestamptz(3) not null,
  planned_end timestamptz(3) not null,
  place text,
  chair_id uuid not null,
  minutes_secretary_id uuid,
  opened_at timestamptz(3),
  closed_at timestamptz(3)
);
create index meeting_organization on meeting (organization_id, planned_start);

-- One row for everyone on the roll, with copies: the record does not change when the member list does.
create table attendance (
  meeting_id uuid not null references meeting (id),
  member_id uuid not null,
  position integer not null,
  follower boolean not null,
  name text not null,
  category text not null,
  status text not null,
  office text not null,
  title text,
  in_room_since timestamptz(3),
  absence_announced_at timestamptz(3),
  primary key (meeting_id, member_id)
);
create index attendance_member on attendance (member_id);

create table attendance_interval (
  meeting_id uuid not null,
  member_id uuid not null,
  -- 0 for the member's first interval in this meeting, and so on.
  ordinal integer not null check (ordinal >= 0),
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  end_reason text check (end_reason in ('left', 'lapsed', 'closed')),
  primary key (meeting_id, member_id, ordinal),
  foreign key (meeting_id, member_id) references attendance (meeting_id, member_id),
  check ((ended_at is null) = (end_reason is null)),
  check (ended_at >= started_at)
);
create unique index attendance_interval_open on attendance_interval (meeting_id, member_id) where ended_at is null;

create table absence_notice (
  meeting_id uuid not null references meeting (id),
  member_id uuid not null,
  reason text not null,
  late boolean not null,
  at timestamptz(3) not null,
  primary key (meeting_id, member_id)
);

-- A lease is a connection that is in a meeting: who, over which signaling node, last heard when.
create table presence_lease (
  connection_id text not null,
  meeting_id uuid not null references meeting (id),
  member_id uuid not null,
  node_id text not null,
  last_seen timestamptz(3) not null,
  -- Set when the connection was seen to break: nothing will renew it.
  broken boolean not null default false,
  primary key (connection_id, meeting_id)
);
create index presence_lease_meeting on presence_lease (meeting_id, member_id);
create index presence_lease_seen on presence_lease (last_seen);

-- One row: since when somebody has been renewing leases without a pause. After an outage the grace period starts anew.
create table presence_service (
  single boolean primary key default true check (single),
  running_since timestamptz(3) not null,
  last_beat timestamptz(3) not null
);

-- Where a meeting's media room is. The epoch grows with every new place.
create table media_room (
  meeting_id uuid primary key references meeting (id),
  node_id text not null,
  instance_id uuid not null,
  epoch integer not null check (epoch > 0)
);
create index media_room_node on media_room (node_id);

grant select, insert, update on meeting, attendance, attendance_interval, absence_notice, presence_service, media_room to hoi_truong_app;
grant select, insert, update, delete on presence_lease to hoi_truong_app;
