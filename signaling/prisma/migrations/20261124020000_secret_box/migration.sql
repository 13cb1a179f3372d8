-- The box of a secret poll on devices while it is open (ADR 0017). One row holds all of it, sorted, because a row for each voter or each
-- ballot would have a place in the table and a transaction number: the order in which people came.
create table secret_box (
  meeting_id uuid not null references meeting (id),
  poll_id uuid not null,
  -- PKCS #8, base64url: signs tokens for this poll and is gone with the row.
  private_key text not null,
  -- Who has taken a ballot: member id to SHA-256 of the blinded message. jsonb keeps its keys in an order of its own.
  participants jsonb not null default '{}',
  -- SHA-256 of the tokens that were cast, sorted.
  receipts text[] not null default '{}',
  -- What they say, as JSON, sorted; nothing ties one to a receipt.
  ballots text[] not null default '{}',
  primary key (meeting_id, poll_id),
  check (cardinality(receipts) = cardinality(ballots))
) with (
  -- What an update or the closing leaves behind is cleared away by the next round of autovacuum, not after fifty rows.
  autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0,
  toast.autovacuum_vacuum_threshold = 0, toast.autovacuum_vacuum_scale_factor = 0
);

grant select, insert, update, delete on secret_box to hoi_truong_app;
