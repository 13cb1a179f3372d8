-- Organizations and members (projected from the organizations' streams), accounts and sessions (kept outside the log: secrets).

create table organization (
  id uuid primary key,
  code text not null unique,
  name text not null,
  level text not null check (level in ('province', 'grassroots', 'branch')),
  committee text,
  parent_id uuid references organization (id)
);
create index organization_parent on organization (parent_id);

create table member (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  member_number text not null unique,
  name text not null,
  category text not null check (category in ('official', 'probationary')),
  status text not null check (status in ('active', 'exempt', 'away', 'specialDuty', 'suspended')),
  office text not null check (office in ('branchSecretary', 'deputySecretary', 'committeeMember', 'member')),
  title text,
  -- Place in the list as imported: chi ủy first, then as the branch keeps it (DOMAIN 7).
  position integer not null
);
create index member_organization on member (organization_id, position);

create table role_assignment (
  member_id uuid not null references member (id),
  role text not null,
  organization_id uuid not null references organization (id),
  primary key (member_id, role, organization_id)
);
create index role_assignment_organization on role_assignment (organization_id, role);

create table account (
  member_id uuid primary key references member (id),
  password_hash text not null,
  suspended boolean not null default false,
  created_at timestamptz(3) not null default now()
);

-- One row a refresh token; a family is one sign-in on one device.
create table refresh_token (
  id uuid primary key,
  family_id uuid not null,
  member_id uuid not null references account (member_id),
  token_hash text not null unique,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  rotated_at timestamptz(3),
  revoked_at timestamptz(3)
);
create index refresh_token_family on refresh_token (family_id);
create index refresh_token_expiry on refresh_token (expires_at);

-- Counters of the sign-in limits (rate-limiter-flexible's own layout).
create table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire timestamptz(3)
);

grant select, insert, update on organization, member, account, refresh_token, rate_limit to hoi_truong_app;
grant select, insert, delete on role_assignment to hoi_truong_app;
grant delete on refresh_token, rate_limit to hoi_truong_app;
