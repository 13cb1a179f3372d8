-- Polls as a table (projected from the meetings' streams), and what people hand in while one is open: votes from own devices, hands counted
-- at sites, the tellers' figures. Those are no events until the closing (ADR 0016), which takes them out of here and into the stream.

create table poll (
  meeting_id uuid not null references meeting (id),
  poll_id uuid not null,
  position integer not null check (position >= 0),
  item_id uuid,
  matter text not null check (matter in ('resolution', 'ordinary', 'scoring', 'conduct', 'admission', 'recognition', 'removal',
    'discipline', 'expulsion', 'election', 'rating', 'opinion')),
  method text not null check (method in ('open', 'paper', 'electronic')),
  title text not null,
  stage text not null check (stage in ('prepared', 'open', 'closed', 'announced', 'cancelled')),
  opened_at timestamptz(3),
  closed_at timestamptz(3),
  announced_at timestamptz(3),
  -- Mẫu số and how many may vote, frozen at the opening.
  base integer check (base >= 0),
  electorate integer check (electorate > 0),
  -- From the announcement on. Null too where nothing passes or fails.
  passed boolean,
  outcome jsonb,
  -- The one that it was taken in place of.
  repeats uuid,
  primary key (meeting_id, poll_id),
  check (stage = 'prepared' or opened_at is not null),
  check (closed_at >= opened_at),
  check ((opened_at is null) = (base is null)),
  check ((opened_at is null) = (electorate is null)),
  check ((stage in ('closed', 'announced', 'cancelled')) = (closed_at is not null)),
  check ((stage = 'announced') = (announced_at is not null)),
  check ((stage = 'announced') = (outcome is not null))
);
create unique index poll_open_on_devices on poll (meeting_id) where stage = 'open' and method <> 'paper';
create unique index poll_open_on_paper on poll (meeting_id) where stage = 'open' and method = 'paper';

-- Without the moment: who voted first is nobody's business.
create table poll_vote (
  meeting_id uuid not null references meeting (id),
  poll_id uuid not null,
  member_id uuid not null,
  choices text[] not null,
  primary key (meeting_id, poll_id, member_id)
);

create table poll_hand_count (
  meeting_id uuid not null references meeting (id),
  poll_id uuid not null,
  site_id uuid not null,
  -- Who was there and might vote when the hands were counted.
  covered uuid[] not null,
  tallies jsonb not null,
  primary key (meeting_id, poll_id, site_id)
);

create table poll_paper_count (
  meeting_id uuid not null references meeting (id),
  poll_id uuid not null,
  -- How often figures were entered.
  revision integer not null check (revision > 0),
  figures jsonb not null,
  entered_by uuid not null,
  confirmed_by uuid,
  primary key (meeting_id, poll_id),
  check (confirmed_by <> entered_by)
);

grant select, insert, update, delete on poll, poll_vote, poll_hand_count, poll_paper_count to hoi_truong_app;
