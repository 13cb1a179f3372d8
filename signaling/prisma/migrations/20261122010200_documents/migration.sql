-- Documents of meetings as the log tells of them, and who opened which, beside the log.

create table document (
  meeting_id uuid not null references meeting (id),
  document_id uuid not null,
  position integer not null,
  item_id uuid,
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  pages integer,
  posted_at timestamptz(3) not null,
  posted_by uuid,
  withdrawn_at timestamptz(3),
  withdrawn_reason text,
  primary key (meeting_id, document_id)
);
-- Which files are still somebody's.
create index document_file on document (sha256);
grant select, insert, update on document to hoi_truong_app;

-- Who opened a document, first and last, how often: no event, as it is worth no line of the record.
create table document_opening (
  meeting_id uuid not null,
  document_id uuid not null,
  member_id uuid not null references member (id),
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  times integer not null,
  primary key (meeting_id, document_id, member_id),
  foreign key (meeting_id, document_id) references document (meeting_id, document_id)
);
grant select, insert, update on document_opening to hoi_truong_app;
