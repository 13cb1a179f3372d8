-- Practice meetings (buổi tập): invented people, for whoever practises alone. Whatever counts meetings leaves them out.
alter table meeting add column practice boolean not null default false;
