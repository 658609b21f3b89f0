-- 17. Acknowledgement
--
-- Who was told. Each member is asked to confirm having read the versions that bind their category,
-- those in force before they came included. A confirmation is made on a device, perhaps without a
-- network, and may arrive late, twice, or in any order: what counts is the earliest time at which it
-- was made. A version that was superseded, lifted or has lapsed asks nobody any more, and what was
-- confirmed of it stands.
--
-- Coverage says how many of those asked have answered. Whoever leads or follows up may see by name who
-- has not, and that they looked is recorded; an administrator keeps accounts and needs no such names.

grant create on schema cordon, api to cordon_keeper;

-- Every receipt that says something new: made earlier than all before it. None is ever changed.
create table cordon.acknowledgements (
	version_id uuid references cordon.directive_versions,
	person_id uuid references cordon.people,
	made_at timestamptz,
	received_at timestamptz not null,
	-- What the device's clock said, where that cannot have been: then it counts from its receipt.
	doubted_at timestamptz,

	primary key (version_id, person_id, made_at),
	constraint nothing_is_received_before_it_is_made
		check (made_at <= received_at),
	constraint a_doubted_clock_moves_nothing_back
		check (doubted_at is null or made_at = received_at)
);

-- A reminder goes to all who are missing at that moment, inside Cordon and nowhere else.
create table cordon.reminders (
	version_id uuid references cordon.directive_versions,
	-- By the mission's clock: one a day.
	reminded_on date,
	reminded_at timestamptz not null,
	reminded_by uuid not null references cordon.people,
	-- The name as it was then: people do not read each other's rows.
	reminded_by_name text not null,
	primary key (version_id, reminded_on)
);

create trigger acknowledgements_are_never_changed
	before update or delete on cordon.acknowledgements
	for each row execute function cordon.refuse_change();
create trigger acknowledgements_are_never_emptied
	before truncate on cordon.acknowledgements
	for each statement execute function cordon.refuse_change();
create trigger reminders_are_never_changed
	before update or delete on cordon.reminders
	for each row execute function cordon.refuse_change();
create trigger reminders_are_never_emptied
	before truncate on cordon.reminders
	for each statement execute function cordon.refuse_change();

alter table cordon.acknowledgements enable row level security, force row level security;
alter table cordon.reminders enable row level security, force row level security;

create policy "People read their own acknowledgements"
	on cordon.acknowledgements for select to authenticated
	using (person_id = (select cordon.my_id()));
create policy "Whoever reads a version reads when it was reminded of"
	on cordon.reminders for select to authenticated
	using (version_id in (select cordon.my_versions()));

create policy "The keeper keeps acknowledgements" on cordon.acknowledgements to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps reminders" on cordon.reminders to cordon_keeper
	using (true) with check (true);

grant select on cordon.acknowledgements, cordon.reminders to authenticated;
grant select, insert on cordon.acknowledgements, cordon.reminders to cordon_keeper;

-- Since when a person could know a version: in effect, and they a member.
create function cordon.known_since(version cordon.directive_versions, person uuid)
returns timestamptz
language sql stable
return (
	select min(since.at)
	from cordon.memberships m
	join cordon.missions mission on mission.id = m.mission_id
	cross join lateral (
		select greatest((version).effective_from, m.created_at,
			m.valid_from::timestamp at time zone mission.time_zone) as at
	) since
	where m.mission_id = (version).mission_id
		and m.person_id = person
		and since.at < least('infinity', m.ended_at,
			m.valid_until::timestamp at time zone mission.time_zone));

-- Whom the binding versions of a mission ask, or the one asked for, with the time that counts.
create function cordon.list_asked(of_mission uuid, only_version uuid default null)
returns table (
	version_id uuid, person_id uuid, unit text, base_id uuid, category cordon.personnel_category,
	made_at timestamptz)
language sql stable
begin atomic
	select v.id, m.person_id, m.unit, m.base_id, m.category, answers.made_at
	from cordon.versions_binding(of_mission) v
	join cordon.missions mission on mission.id = v.mission_id
	join cordon.memberships m on m.mission_id = mission.id and m.category = any (v.applicability)
	left join (
		select a.version_id, a.person_id, min(a.made_at) as made_at
		from cordon.acknowledgements a
		where only_version is null or a.version_id = only_version
		group by a.version_id, a.person_id
	) answers on answers.version_id = v.id and answers.person_id = m.person_id
	where (only_version is null or v.id = only_version)
		and m.ended_at is null
		and (m.valid_from is null or m.valid_from <= cordon.today(mission.time_zone))
		and (m.valid_until is null or m.valid_until > cordon.today(mission.time_zone));
end;

-- The version, once the caller may see who has not confirmed it.
create function cordon.follow_up(version_id uuid) returns cordon.directive_versions
language plpgsql stable
set search_path = ''
as $$
declare
	version cordon.directive_versions;
begin
	select v.* into version from cordon.directive_versions v
		where v.id = follow_up.version_id and v.id in (select cordon.my_versions());
	if version.id is null then
		perform cordon.refuse(404, 'versionUnknown', 'There is no such version.');
	end if;
	perform cordon.enter_mission(m.slug, 'focal_point', 'head_of_mission')
		from cordon.missions m where m.id = version.mission_id;
	if version.id not in (select v.id from cordon.versions_binding(version.mission_id) v) then
		perform cordon.refuse(409, 'versionAsksNobody', 'This version is not in force, so nobody is asked.');
	end if;
	return version;
end
$$;

-- What may be asked ------------------------------------------------------------------------------

-- What the caller confirmed, and what they are asked to confirm now.
create function api.list_my_acknowledgements(mission text) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission);
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'versionId', v.id,
			'number', d.number,
			'version', v.version,
			'title', v.title,
			'asked', asking.me,
			'acknowledgedAt', cordon.to_instant(mine.made_at),
			'clockDoubted', coalesce(mine.doubted_at is not null, false),
			'remindedAt', cordon.to_instant(case when asking.me and mine.made_at is null then (
				select max(r.reminded_at) from cordon.reminders r
				where r.version_id = v.id
					and r.reminded_at >= cordon.known_since(v, cordon.my_id())) end)
		) order by d.number, v.version), '[]')
		from cordon.directive_versions v
		join cordon.directives d on d.id = v.directive_id
		left join cordon.versions_binding(here.id) binding on binding.id = v.id
		left join cordon.my_memberships() me on me.mission_id = here.id
		cross join lateral (
			select coalesce(me.category = any (binding.applicability), false) as me
		) asking
		left join lateral (
			select a.made_at, a.doubted_at from cordon.acknowledgements a
			where a.version_id = v.id and a.person_id = cordon.my_id()
			order by a.made_at limit 1
		) mine on true
		where v.mission_id = here.id and (asking.me or mine.made_at is not null));
end
$$;

-- For each binding version how many of those asked have confirmed: numbers only. Not with the
-- caller's rights, because a focal point reads no memberships.
create function api.list_acknowledgement_coverage(mission text) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'focal_point', 'head_of_mission');
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'versionId', v.id,
			'number', d.number,
			'version', v.version,
			'asked', coalesce(asked.members, 0),
			'acknowledged', coalesce(asked.answers, 0)) order by d.number), '[]')
		from cordon.versions_binding(here.id) v
		join cordon.directives d on d.id = v.directive_id
		left join (
			select l.version_id, count(*) as members, count(l.made_at) as answers
			from cordon.list_asked(here.id) l
			group by l.version_id
		) asked on asked.version_id = v.id);
end
$$;

-- The coverage of one version by unit, base and category, and who is missing, by name. That somebody
-- looked is recorded.
create function api.get_acknowledgement_coverage(version_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	version cordon.directive_versions := cordon.follow_up(version_id);
	coverage jsonb;
begin
	with asked as materialized (
		select l.*, p.display_name, b.name as base
		from cordon.list_asked(version.mission_id, version.id) l
		join cordon.people p on p.id = l.person_id
		left join cordon.deployments b on b.id = l.base_id
	),
	groups as (
		select g.grouping, g.name, count(*) as members, count(made_at) as answers
		from asked
		cross join lateral (values
			('unit', unit), ('base', base), ('category', category::text)
		) g (grouping, name)
		group by g.grouping, g.name
	)
	select jsonb_build_object(
		'versionId', version.id,
		'number', d.number,
		'version', version.version,
		'title', version.title,
		'asOf', cordon.to_instant(now()),
		'asked', (select count(*) from asked),
		'acknowledged', (select count(made_at) from asked),
		'groups', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'by', g.grouping,
				'name', g.name,
				'asked', g.members,
				'acknowledged', g.answers) order by g.grouping, g.name nulls last), '[]')
			from groups g),
		'missing', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'displayName', a.display_name,
				'unit', a.unit,
				'base', a.base,
				'category', a.category,
				'since', cordon.to_instant(cordon.known_since(version, a.person_id))
			) order by a.display_name), '[]')
			from asked a where a.made_at is null),
		'reminders', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'at', cordon.to_instant(r.reminded_at),
				'by', r.reminded_by_name) order by r.reminded_at desc), '[]')
			from cordon.reminders r where r.version_id = version.id),
		'remindedToday', exists (
			select from cordon.reminders r
			join cordon.missions m on m.id = version.mission_id
			where r.version_id = version.id and r.reminded_on = cordon.today(m.time_zone)))
	into coverage
	from cordon.directives d where d.id = version.directive_id;
	perform cordon.record_act(version.mission_id, 'acknowledgement_missing_seen', version.id::text,
		jsonb_build_object('number', coverage -> 'number', 'version', version.version));
	return coverage;
end
$$;

-- What may be done -------------------------------------------------------------------------------

-- `made_at` is the device's word for when. What its clock says is believed within what is possible:
-- not before the version could be known, not after now, give or take what clocks differ. A clock that
-- is evidently wrong proves nothing, so the confirmation counts from when it came; it is never refused.
create function api.acknowledge(version_id uuid, made_at text default null) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	tolerance constant interval := '5 minutes';
	received timestamptz := date_trunc('milliseconds', now());
	stated timestamptz := coalesce(cordon.read_instant(made_at), received);
	version cordon.directive_versions;
	since timestamptz;
	doubted boolean;
	counted timestamptz;
begin
	select v.* into version from cordon.directive_versions v
		where v.id = acknowledge.version_id and v.id in (select cordon.my_versions());
	if version.id is null then
		perform cordon.refuse(404, 'versionUnknown', 'There is no such version.');
	elsif version.effective_from > now() then
		perform cordon.refuse(409, 'notYetInForce', 'This version has not taken effect yet.');
	end if;
	since := date_trunc('milliseconds', cordon.known_since(version, cordon.my_id()));
	doubted := stated not between since - tolerance and received + tolerance;
	counted := case when doubted then received else least(greatest(stated, since), received) end;
	insert into cordon.acknowledgements (version_id, person_id, made_at, received_at, doubted_at)
	select version.id, cordon.my_id(), counted, received, case when doubted then stated end
	where not exists (
		select from cordon.acknowledgements a
		where a.version_id = version.id and a.person_id = cordon.my_id() and a.made_at <= counted)
	on conflict do nothing;
	return (
		select jsonb_build_object(
			'acknowledgedAt', cordon.to_instant(a.made_at),
			'clockDoubted', a.doubted_at is not null)
		from cordon.acknowledgements a
		where a.version_id = version.id and a.person_id = cordon.my_id()
		order by a.made_at limit 1);
end
$$;

-- Reminds everybody who is missing now.
create function api.remind_missing(version_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	version cordon.directive_versions := cordon.follow_up(version_id);
	me cordon.people := cordon.me();
	missing int;
	number int;
begin
	select count(*) into missing
		from cordon.list_asked(version.mission_id, version.id) l where l.made_at is null;
	if missing = 0 then
		perform cordon.refuse(409, 'nobodyMissing', 'Everybody who is asked has confirmed.');
	end if;
	insert into cordon.reminders (version_id, reminded_on, reminded_at, reminded_by, reminded_by_name)
	select version.id, cordon.today(m.time_zone), date_trunc('milliseconds', now()), me.id,
		me.display_name
	from cordon.missions m where m.id = version.mission_id
	on conflict do nothing;
	if not found then
		perform cordon.refuse(409, 'remindedToday', 'They were reminded of this version today.');
	end if;
	select d.number into number from cordon.directives d where d.id = version.directive_id;
	perform cordon.record_act(version.mission_id, 'acknowledgement_reminded', version.id::text,
		jsonb_build_object('number', number, 'version', version.version, 'members', missing));
	return jsonb_build_object('members', missing);
end
$$;

grant execute on function cordon.known_since(cordon.directive_versions, uuid)
to authenticated, cordon_keeper;
grant execute on function
	cordon.list_asked(uuid, uuid),
	cordon.follow_up(uuid)
to cordon_keeper;
grant execute on function
	api.list_my_acknowledgements(text),
	api.list_acknowledgement_coverage(text),
	api.get_acknowledgement_coverage(uuid),
	api.acknowledge(uuid, text),
	api.remind_missing(uuid)
to authenticated;

alter function api.list_acknowledgement_coverage(text) owner to cordon_keeper;
alter function api.get_acknowledgement_coverage(uuid) owner to cordon_keeper;
alter function api.acknowledge(uuid, text) owner to cordon_keeper;
alter function api.remind_missing(uuid) owner to cordon_keeper;

revoke create on schema cordon, api from cordon_keeper;

-- Not granted: reading others' acknowledgements as rows, to anybody: who is missing is asked for by
-- name, and that is recorded.
