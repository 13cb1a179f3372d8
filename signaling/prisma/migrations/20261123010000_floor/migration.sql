-- Speeches as a table (projected from the meetings' streams): who spoke, on which item, for how long; evaluations at the year's end count
-- by it. And who was shown out of a meeting.

alter table attendance_interval drop constraint attendance_interval_end_reason_check;
alter table attendance_interval add constraint attendance_interval_end_reason_check
  check (end_reason in ('left', 'lapsed', 'closed', 'moved', 'removed'));

create table speech (
  meeting_id uuid not null references meeting (id),
  speech_id uuid not null,
  -- Null: somebody before the microphone of the site, heard without having been given the floor.
  member_id uuid,
  site_id uuid,
  item_id uuid,
  -- Given the floor by the chair, or heard without: the chair, or anybody while the floor was open.
  way text not null check (way in ('granted', 'heard')),
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  end_reason text check (end_reason in ('own', 'chair', 'next', 'left', 'closed')),
  -- Whole seconds; null while it is on.
  seconds integer check (seconds >= 0),
  primary key (meeting_id, speech_id),
  check (member_id is not null or site_id is not null),
  check (ended_at >= started_at),
  check ((ended_at is null) = (seconds is null)),
  check ((ended_at is null) = (end_reason is null)),
  check (way = 'granted' or ended_at is not null)
);
create index speech_member on speech (member_id);
-- One has the floor.
create unique index speech_current on speech (meeting_id) where ended_at is null;

grant select, insert, update on speech to hoi_truong_app;
