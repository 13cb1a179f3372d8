-- Drafts, notices and the states of a meeting; sites, answers and corrections in the roll call; the order of business.

alter table meeting drop constraint meeting_status_check;
update meeting set status = 'announced' where status = 'scheduled';
alter table meeting add constraint meeting_status_check
  check (status in ('draft', 'announced', 'open', 'closed', 'sealed', 'cancelled', 'notHeld'));
alter table meeting
  -- The plan as it stands: who prepares the next meeting begins with the last one's.
  add column plan jsonb not null default '{}',
  add column announced_at timestamptz(3),
  add column reason text,
  -- Worked out by the roll call's rules, not by counting rows: one place says who counts for what.
  add column expected_count integer not null default 0,
  add column present_count integer not null default 0;
alter table meeting alter column plan drop default;
create index meeting_branch_kind on meeting (organization_id, kind, planned_start);

alter table attendance
  add column guest boolean not null default false,
  add column temporary boolean not null default false,
  add column answered_at timestamptz(3),
  add column absence_decision text check (absence_decision in ('pending', 'accepted', 'refused'));
update attendance set absence_decision = 'pending' where absence_announced_at is not null;

alter table attendance_interval drop constraint attendance_interval_end_reason_check;
alter table attendance_interval add constraint attendance_interval_end_reason_check
  check (end_reason in ('left', 'lapsed', 'closed', 'moved'));
alter table attendance_interval
  -- Null: an own device.
  add column site_id uuid,
  add column way text not null default 'device' check (way in ('device', 'operator', 'code', 'correction')),
  -- Set right since: a correction holds instead. Nothing is removed.
  add column superseded boolean not null default false;
alter table attendance_interval alter column way drop default;
drop index attendance_interval_open;
create unique index attendance_interval_open on attendance_interval (meeting_id, member_id)
  where ended_at is null and not superseded;

create table attendance_correction (
  meeting_id uuid not null,
  member_id uuid not null,
  ordinal integer not null check (ordinal >= 0),
  corrected_by uuid,
  at timestamptz(3) not null,
  reason text not null,
  primary key (meeting_id, ordinal),
  foreign key (meeting_id, member_id) references attendance (meeting_id, member_id)
);
comment on table attendance_correction is 'Who set a line of the roll call right, and why; never changed.';
create trigger attendance_correction_is_final before update or delete on attendance_correction
  for each row execute function refuse_change();

create table agenda_item (
  meeting_id uuid not null references meeting (id),
  item_id uuid not null,
  position integer not null,
  part text not null,
  kind text not null,
  title text not null,
  presenter_id uuid,
  minutes integer not null,
  in_person_only boolean not null,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (meeting_id, item_id)
);
create index agenda_item_order on agenda_item (meeting_id, position);

grant select, insert on attendance_correction to hoi_truong_app;
-- Of an order of business that was changed the items are replaced; the events keep the former ones.
grant select, insert, update, delete on agenda_item to hoi_truong_app;
