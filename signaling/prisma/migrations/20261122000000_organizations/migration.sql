-- Organizations as a tree valid in time, members with everything about them valid in time, rule sets (DOMAIN 2.1-2.4, DESIGN 5).
-- All periods are days in Vietnam; valid_from null: since before the records, valid_to null: until further notice, both included.

-- The one clock of the log: whatever depends on the time asks it, so that a test moves the time for all of them at once.
create function log_clock() returns timestamptz language sql volatile as 'select clock_timestamp()';
create function log_day() returns date language sql volatile as $$ select (log_clock() at time zone 'Asia/Ho_Chi_Minh')::date $$;
grant execute on function log_clock(), log_day() to hoi_truong_app;

-- Kinds are data: an old record of a "Huyện ủy" stays readable, and the next reform is a row.
create table organization_kind (
  kind text primary key,
  name text not null,
  -- Higher committees first.
  rank integer not null,
  -- Whether members meet in it as a branch.
  branch boolean not null
);
insert into organization_kind (kind, name, rank, branch) values
  ('provincial', 'Đảng bộ tỉnh, thành phố trực thuộc Trung ương', 10, false),
  ('central', 'Đảng bộ khác trực thuộc Trung ương', 10, false),
  ('district', 'Đảng bộ huyện (đến 30/6/2025)', 20, false),
  ('urbanDistrict', 'Đảng bộ quận (đến 30/6/2025)', 20, false),
  ('town', 'Đảng bộ thị xã (đến 30/6/2025)', 20, false),
  ('provincialCity', 'Đảng bộ thành phố thuộc tỉnh (đến 30/6/2025)', 20, false),
  ('aboveGrassroots', 'Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng', 20, false),
  ('commune', 'Đảng bộ xã', 30, false),
  ('ward', 'Đảng bộ phường', 30, false),
  ('townlet', 'Đảng bộ thị trấn (đến 30/6/2025)', 30, false),
  ('specialZone', 'Đảng bộ đặc khu', 30, false),
  ('grassroots', 'Đảng bộ cơ sở khác', 30, false),
  ('grassrootsBranch', 'Chi bộ cơ sở (trước 26/7/2026)', 30, true),
  ('underGrassroots', 'Đảng bộ trực thuộc đảng ủy cơ sở', 40, false),
  ('section', 'Đảng bộ bộ phận', 40, false),
  ('branch', 'Chi bộ', 50, true),
  ('group', 'Tổ đảng', 60, false);

create table organization_version (
  organization_id uuid not null references organization (id),
  -- 0 for the first, as registered.
  ordinal integer not null check (ordinal >= 0),
  valid_from date,
  valid_to date,
  name text not null,
  kind text not null references organization_kind (kind),
  branch_type text check (branch_type in ('village', 'office', 'enterprise', 'school', 'armedForces', 'other')),
  committee text,
  parent_id uuid references organization (id),
  primary key (organization_id, ordinal),
  check (valid_to is null or valid_from is null or valid_to >= valid_from),
  check (ordinal = 0 or valid_from is not null),
  check (parent_id <> organization_id)
);
create index organization_version_parent on organization_version (parent_id) where parent_id is not null;

insert into organization_version (organization_id, ordinal, name, kind, committee, parent_id)
select id, 0, name, case level when 'province' then 'provincial' when 'grassroots' then 'grassroots' else 'branch' end, committee, parent_id
from organization;

alter table organization
  drop column level,
  drop column committee,
  drop column parent_id,
  add column ended_from date,
  add column merged_into uuid references organization (id);
comment on column organization.name is 'As last recorded, for where no day matters; organization_version has the names by day.';
comment on column organization.ended_from is 'The first day on which it is no more.';

-- One index scan per organization found: lateral and offset 0 keep the planner from joining whole tables for small trees.
create function organization_subtree(root uuid, day date)
returns table (organization_id uuid, ordinal integer, depth integer) language sql stable rows 100 as $$
  with recursive beneath as (
    select v.organization_id, v.ordinal, 0 as depth from organization_version v
    where v.organization_id = root
      and (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or v.valid_to >= day)
    union all
    select child.organization_id, child.ordinal, beneath.depth + 1
    from beneath cross join lateral (
      select v.organization_id, v.ordinal from organization_version v
      where v.parent_id = beneath.organization_id
        and (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or v.valid_to >= day)
      offset 0
    ) as child
    where beneath.depth < 32
  )
  select organization_id, ordinal, depth from beneath
$$;
comment on function organization_subtree is 'An organization and all beneath it as they stood on a day.';

-- What is over answers to what it was merged into, else to what it last stood under: somebody must still be able to read its records.
create function organization_above(start uuid, day date)
returns table (organization_id uuid, depth integer) language sql stable rows 5 as $$
  with recursive above as (
    select start as organization_id, 0 as depth
    union all
    select upper.id, above.depth + 1
    from above cross join lateral (
      select case when o.ended_from <= day then coalesce(o.merged_into, v.parent_id) else v.parent_id end as id
      from organization_version v join organization o on o.id = v.organization_id
      where v.organization_id = above.organization_id and (v.valid_from is null or v.valid_from <= day)
      order by v.ordinal desc limit 1
    ) as upper
    where upper.id is not null and above.depth < 32
  )
  select organization_id, depth from above
$$;
comment on function organization_above is 'An organization (depth 0) and those above it on a day, the nearest first.';

-- What each organization has on record of a person. The row in member is the person: who signs in, and the branch they belong to; it
-- passes to the branch that receives them.
create table branch_member (
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  category text not null check (category in ('official', 'probationary')),
  official_from date,
  title text,
  -- The name without diacritics, in lower case, each word led by a space: a word's beginning is found by it.
  search text not null,
  primary key (organization_id, member_id)
);

create table membership (
  organization_id uuid not null,
  member_id uuid not null,
  ordinal integer not null,
  kind text not null check (kind in ('regular', 'temporary')),
  valid_from date,
  valid_to date,
  -- The branch that the person came from and went to, or its name where it has no record here.
  origin_id uuid,
  origin_name text,
  destination_id uuid,
  destination_name text,
  primary key (organization_id, member_id, ordinal),
  foreign key (organization_id, member_id) references branch_member (organization_id, member_id)
);
create index membership_member on membership (member_id);
-- Nobody belongs to two branches; the commands check it by days, this is the last line.
create unique index membership_one_home on membership (member_id) where kind = 'regular' and valid_to is null;

create table member_standing (
  organization_id uuid not null,
  member_id uuid not null,
  ordinal integer not null,
  kind text not null check (kind in ('exempt', 'away', 'specialDuty', 'suspended')),
  valid_from date,
  valid_to date,
  decision_number text,
  decision_date date,
  ground text,
  place text,
  primary key (organization_id, member_id, ordinal),
  foreign key (organization_id, member_id) references branch_member (organization_id, member_id)
);

create table member_office (
  organization_id uuid not null,
  member_id uuid not null,
  ordinal integer not null,
  office text not null check (office in ('branchSecretary', 'deputySecretary', 'committeeMember')),
  valid_from date,
  valid_to date,
  primary key (organization_id, member_id, ordinal),
  foreign key (organization_id, member_id) references branch_member (organization_id, member_id)
);

insert into branch_member (organization_id, member_id, category, title, search)
select organization_id, id, category, title, ' ' || regexp_replace(
  translate(lower(regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g')), 'đ', 'd'), '\s+', ' ', 'g')
from member;
insert into membership (organization_id, member_id, ordinal, kind) select organization_id, id, 0, 'regular' from member;
insert into member_standing (organization_id, member_id, ordinal, kind)
select organization_id, id, 0, status from member where status <> 'active';
insert into member_office (organization_id, member_id, ordinal, office)
select organization_id, id, 0, office from member where office <> 'member';

drop index member_organization;
alter table member
  drop column category,
  drop column status,
  drop column office,
  drop column title,
  drop column position;
create index member_organization on member (organization_id);
create index member_number_prefix on member (member_number text_pattern_ops);

-- Roles follow from memberships and offices, or were assigned; each row belongs to the organization whose record it comes from.
alter table role_assignment
  drop constraint role_assignment_pkey,
  add column source_id uuid references organization (id),
  add column ordinal integer,
  add column valid_from date,
  add column valid_to date;
update role_assignment a set source_id = m.organization_id, ordinal = numbered.ordinal
from member m, (select ctid, row_number() over (partition by member_id order by role, organization_id) - 1 as ordinal from role_assignment) numbered
where m.id = a.member_id and numbered.ctid = a.ctid;
alter table role_assignment
  alter column source_id set not null,
  alter column ordinal set not null,
  add primary key (source_id, member_id, ordinal);
create index role_assignment_member on role_assignment (member_id);

create table rule_set_adoption (
  organization_id uuid not null references organization (id),
  ordinal integer not null,
  rule_set_id text not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  rule_set jsonb not null,
  primary key (organization_id, ordinal)
);
create index rule_set_adoption_version on rule_set_adoption (rule_set_id, version);

grant select on organization_kind to hoi_truong_app;
grant select, insert, update, delete on organization_version, branch_member, membership, member_standing, member_office, rule_set_adoption
  to hoi_truong_app;
grant execute on function organization_subtree(uuid, date), organization_above(uuid, date) to hoi_truong_app;
