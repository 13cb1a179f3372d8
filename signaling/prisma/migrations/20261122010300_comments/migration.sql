-- Comments as a table (projected from the meetings' streams; those that came late from the branches'). The words stay in the log.

create table comment (
  meeting_id uuid not null references meeting (id),
  comment_id uuid not null,
  member_id uuid not null,
  subject text not null check (subject in ('meeting', 'item', 'document')),
  item_id uuid,
  document_id uuid,
  -- Before the opening, while the meeting ran, or after its closing.
  written text not null check (written in ('before', 'during', 'after')),
  from_absent boolean not null,
  -- Kept with the branch.
  late boolean not null,
  at timestamptz(3) not null,
  read_out_at timestamptz(3),
  withdrawn_at timestamptz(3),
  primary key (meeting_id, comment_id),
  check ((subject = 'item') = (item_id is not null)),
  check ((subject = 'document') = (document_id is not null)),
  check (late = (written = 'after'))
);
create index comment_member on comment (member_id);

grant select, insert, update on comment to hoi_truong_app;
