-- 3. People and memberships
--
-- A person is an account that was created in Auth; what a person may do is a membership: one role,
-- in one mission, for a period. It is looked up at every request, so that ending one holds at once.
-- Only a Head of Mission designates, and only a Head of Mission names a delegate, for a stated
-- period.

create table cordon.people (
	-- The account's id in Auth. No foreign key: what a person decided stands when the account goes.
	id uuid primary key,
	email text not null,
	display_name text not null check (char_length(display_name) between 1 and 200),
	created_at timestamptz not null default now()
);

-- Finding the person an administrator names by e-mail address.
create unique index people_by_email on cordon.people (lower(email));

-- Every account becomes a person, and a changed address follows.
create function cordon.follow_account() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	insert into cordon.people (id, email, display_name)
	values (
		new.id,
		coalesce(new.email, new.id::text),
		left(coalesce(
			nullif(btrim(new.raw_user_meta_data ->> 'display_name'), ''),
			split_part(new.email, '@', 1),
			'-'), 200))
	on conflict (id) do update
		set email = excluded.email, display_name = excluded.display_name;
	return new;
end
$$;

create trigger accounts_become_people
	after insert or update of email, raw_user_meta_data on auth.users
	for each row execute function cordon.follow_account();

create table cordon.memberships (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references cordon.missions,
	person_id uuid not null references cordon.people,
	role cordon.mission_role not null,
	category cordon.personnel_category not null,
	unit text check (char_length(unit) between 1 and 200),
	-- Where the member serves, if it was stated: a deployment of the mission (chapter 4).
	base_id uuid,
	delegated_by uuid references cordon.people,
	valid_from date,
	valid_until date,
	created_at timestamptz not null default now(),
	-- Set when somebody ended it before its time.
	ended_at timestamptz,

	constraint a_membership_ends_after_it_begins
		check (valid_until > valid_from),
	constraint only_the_authority_of_a_head_of_mission_is_delegated
		check (delegated_by is null or role = 'head_of_mission'),
	constraint a_delegation_has_an_end
		check (delegated_by is null or valid_until is not null),
	-- One hat at a time: nobody assesses as focal point what they publish as Head of Mission.
	constraint one_role_at_a_time_in_a_mission
		exclude using gist (
			mission_id with =,
			person_id with =,
			daterange(valid_from, valid_until) with &&
		) where (ended_at is null)
);

-- "What may this person do?", asked at every request.
create index memberships_by_person on cordon.memberships (person_id) where ended_at is null;
-- The members page.
create index memberships_by_mission on cordon.memberships (mission_id);

-- Who asks. Null when nobody signed in.
create function cordon.my_id() returns uuid
language sql stable
return nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub', '')::uuid;

-- Days are those of the mission's own clock.
create function cordon.today(time_zone text) returns date
language sql stable
return (now() at time zone time_zone)::date;

-- The caller's memberships valid at this moment.
create function cordon.my_memberships() returns setof cordon.memberships
language sql stable security definer
set search_path = ''
begin atomic
	select m.*
	from cordon.memberships m
	join cordon.missions on missions.id = m.mission_id
	where m.person_id = cordon.my_id()
		and m.ended_at is null
		and (m.valid_from is null or m.valid_from <= cordon.today(missions.time_zone))
		and (m.valid_until is null or m.valid_until > cordon.today(missions.time_zone));
end;

-- The missions in which the caller has one of these roles now. Policies ask this once a statement.
create function cordon.my_missions_as(variadic roles cordon.mission_role[]) returns setof uuid
language sql stable security definer
set search_path = ''
begin atomic
	select m.mission_id from cordon.my_memberships() m where m.role = any (roles);
end;

create function cordon.my_missions() returns setof uuid
language sql stable security definer
set search_path = ''
begin atomic
	select m.mission_id from cordon.my_memberships() m;
end;

-- The door of every function in `api` that concerns a mission: its row, or a refusal. A mission
-- that one does not belong to and one that does not exist are refused in the same words.
create function cordon.enter_mission(slug text, variadic roles cordon.mission_role[])
returns cordon.missions
language plpgsql stable security definer
set search_path = ''
as $$
declare
	mission cordon.missions;
	mine cordon.mission_role;
begin
	if cordon.my_id() is null then
		perform cordon.refuse(401, 'signedOut', 'Sign in first.');
	end if;
	select m.* into mission from cordon.missions m where m.slug = enter_mission.slug;
	select m.role into mine from cordon.my_memberships() m where m.mission_id = mission.id;
	if mine is null then
		perform cordon.refuse(404, 'missionUnknown', 'There is no such mission among yours.');
	end if;
	if mine <> all (roles) then
		perform cordon.refuse(403, 'notYourRole', 'Your role in this mission does not include this.');
	end if;
	return mission;
end
$$;

-- The same door, for any member.
create function cordon.enter_mission(slug text) returns cordon.missions
language sql stable
return cordon.enter_mission(slug, variadic enum_range(null::cordon.mission_role));

alter table cordon.people enable row level security, force row level security;
alter table cordon.memberships enable row level security, force row level security;

create policy "People read themselves" on cordon.people for select to authenticated
	using (id = (select cordon.my_id()));
create policy "Heads of Mission and administrators read the people of their own mission"
	on cordon.people for select to authenticated
	using (id in (
		select person_id from cordon.memberships
		where mission_id in (select cordon.my_missions_as('head_of_mission', 'administrator'))));

create policy "People read their own memberships" on cordon.memberships for select to authenticated
	using (person_id = (select cordon.my_id()));
create policy "Heads of Mission and administrators read memberships of their own mission"
	on cordon.memberships for select to authenticated
	using (mission_id in (select cordon.my_missions_as('head_of_mission', 'administrator')));

create policy "The keeper keeps people" on cordon.people to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps memberships" on cordon.memberships to cordon_keeper
	using (true) with check (true);

-- The policies that chapter 2 left open.
create policy "Members read their own missions" on cordon.missions for select to authenticated
	using (id in (select cordon.my_missions()));
create policy "Members read the organizations of their own missions"
	on cordon.mission_organizations for select to authenticated
	using (mission_id in (select cordon.my_missions()));
create policy "Members read the contacts of their own missions"
	on cordon.mission_contacts for select to authenticated
	using (mission_id in (select cordon.my_missions()));
create policy "Members read with whom their own mission shares, and who shares with it"
	on cordon.mission_shares for select to authenticated
	using (mission_id in (select cordon.my_missions())
		or reader_id in (select cordon.my_missions()));
create policy "Published sources are public to whoever signed in"
	on cordon.sources for select to authenticated
	using (mission_id is null);
create policy "Those who read deployments read the sources of their own mission"
	on cordon.sources for select to authenticated
	using (mission_id in (select cordon.my_missions_as(
		'analyst', 'focal_point', 'head_of_mission', 'administrator')));

grant select on cordon.people, cordon.memberships to authenticated;
grant select, insert on cordon.people, cordon.memberships to cordon_keeper;
grant update (email, display_name) on cordon.people to cordon_keeper;
grant update (valid_until, ended_at) on cordon.memberships to cordon_keeper;

grant execute on function
	cordon.my_id(),
	cordon.today(text),
	cordon.my_memberships(),
	cordon.my_missions_as(cordon.mission_role[]),
	cordon.my_missions(),
	cordon.enter_mission(text, cordon.mission_role[]),
	cordon.enter_mission(text)
to authenticated, cordon_keeper;

alter function cordon.follow_account() owner to cordon_keeper;
alter function cordon.my_memberships() owner to cordon_keeper;
alter function cordon.my_missions_as(cordon.mission_role[]) owner to cordon_keeper;
alter function cordon.my_missions() owner to cordon_keeper;
alter function cordon.enter_mission(text, cordon.mission_role[]) owner to cordon_keeper;

-- Not granted: writing memberships as oneself (the acts of chapter 14 do that), and deleting
-- them: a membership that ended still says who could decide then.
