-- Which roles somebody holds on a day, in one place for every question about rights.

-- Who is suspended (bị đình chỉ sinh hoạt) keeps no role of the branch that suspended them but that of a member: an officer must not be
-- able to end the own suspension.
create function roles_in_force(person uuid, day date)
returns table (role text, organization_id uuid) language sql stable rows 5 as $$
  select distinct a.role, a.organization_id from role_assignment a
  where a.member_id = person
    and (a.valid_from is null or a.valid_from <= day) and (a.valid_to is null or a.valid_to >= day)
    and (a.role = 'member' or not exists (
      select from member_standing s
      where s.organization_id = a.source_id and s.member_id = a.member_id and s.kind = 'suspended'
        and (s.valid_from is null or s.valid_from <= day) and (s.valid_to is null or s.valid_to >= day)))
$$;
grant execute on function roles_in_force(uuid, date) to hoi_truong_app;
