-- Accounts of many members: slips with one-time codes, requests that wait for the branch's committee, sessions that people can tell
-- apart. All of it stands beside the log: what is done is an event, secrets and what was typed are not.

-- A member who never had an account has no row; a row without password is an account that was reset, or locked before it was made.
alter table account alter column password_hash drop not null;

-- The slip that is out, one a member: printing anew replaces it.
create table account_code (
  member_id uuid primary key references member (id),
  -- HMAC-SHA-256 of member and code with the server's secret: the table alone is worth nothing to whoever copies it.
  code_hash text not null,
  made_at timestamptz(3) not null,
  valid_until timestamptz(3) not null,
  used_at timestamptz(3),
  void_at timestamptz(3)
);

-- A request for an account, the last of each member. What was typed is dropped with the decision; the decision itself is an event.
create table account_request (
  member_id uuid primary key references member (id),
  request_id uuid not null unique,
  typed_name text,
  phone text,
  password_hash text,
  at timestamptz(3) not null,
  valid_until timestamptz(3) not null,
  decided_at timestamptz(3),
  decided_by uuid,
  decision text check (decision in ('approved', 'refused')),
  check ((decided_at is null) = (decision is null)),
  check (decided_at is null or (typed_name is null and phone is null and password_hash is null))
);

alter table refresh_token
  -- When the session began: the rows of its first days are swept away before it ends.
  add column began_at timestamptz(3) not null default now(),
  -- For example "Chrome, Android"; the browser's own words are not kept.
  add column device text;
update refresh_token t set began_at = f.first
from (select family_id, min(created_at) as first from refresh_token group by family_id) f where f.family_id = t.family_id;
create index refresh_token_member on refresh_token (member_id, created_at);

grant select, insert, update, delete on account_code, account_request to hoi_truong_app;
