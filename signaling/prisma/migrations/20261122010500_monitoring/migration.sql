-- A committee above asks for the meetings of one month of all branches beneath it.
create index meeting_month on meeting (month, organization_id);
