-- Lists of organizations and members that were uploaded, checked and perhaps accepted. Working papers beside the log: what was accepted
-- is an event in the stream of the organization beneath which it was imported, and events in the streams of the branches.

create table import_run (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  uploaded_by uuid not null references member (id),
  status text not null check (status in ('uploading', 'uploaded', 'checked', 'applying', 'done', 'failed')),
  created_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  ended_at timestamptz(3),
  -- What the dry run found: how many new, changed, unchanged.
  counts jsonb,
  notes jsonb not null default '[]',
  fault_count integer not null default 0,
  faulty_rows integer not null default 0,
  progress jsonb,
  -- Why it failed: a code of the closed list with its parameters.
  failure jsonb,
  -- Ids of new people are made from it and the number on the card, so that a repeat makes the same ones and nobody finds a number by its id.
  salt text not null,
  -- Whose worker has it, and when that was last heard.
  claimed_by text,
  beat_at timestamptz(3),
  attempts integer not null default 0
);
create index import_run_organization on import_run (organization_id, created_at);
create index import_run_waiting on import_run (status) where status in ('uploaded', 'applying');

create table import_file (
  run_id uuid not null references import_run (id) on delete cascade,
  ordinal integer not null check (ordinal >= 0),
  name text not null,
  bytes integer not null check (bytes >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (run_id, ordinal)
);
comment on column import_file.sha256 is 'Null until the whole file is here.';

create table import_chunk (
  run_id uuid not null,
  ordinal integer not null,
  part integer not null check (part >= 0),
  content bytea not null,
  primary key (run_id, ordinal, part),
  foreign key (run_id, ordinal) references import_file (run_id, ordinal) on delete cascade
);

create table import_fault (
  run_id uuid not null references import_run (id) on delete cascade,
  ordinal integer not null,
  file text not null,
  sheet text,
  "row" integer not null,
  "column" text,
  code text not null,
  params jsonb not null,
  primary key (run_id, ordinal)
);

grant select, insert, update, delete on import_run, import_file, import_chunk, import_fault to hoi_truong_app;
