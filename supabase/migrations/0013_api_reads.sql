-- 13. What may be asked
--
-- Together with the chapters that follow, the whole of Cordon's interface; src/lib/data/api.ts says
-- the same in types, and a test compares the two. Reads run with the rights of the person who asks, over
-- row-level security. Where one does not, it says why.

create function api.whoami() returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	me cordon.people;
begin
	select p.* into me from cordon.people p where p.id = cordon.my_id();
	if me.id is null then
		perform cordon.refuse(401, 'signedOut', 'Sign in first.');
	end if;
	return jsonb_build_object(
		'userId', me.id,
		'email', me.email,
		'displayName', me.display_name,
		'memberships', (
			select coalesce(jsonb_agg(cordon.to_membership(m, mission) order by mission.acronym), '[]')
			from cordon.my_memberships() m
			join cordon.missions mission on mission.id = m.mission_id));
end
$$;

create function api.list_missions() returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(cordon.to_mission(m) order by m.acronym), '[]')
	from cordon.missions m;
end;

create function api.get_mission(mission text) returns jsonb
language sql stable
return cordon.to_mission(cordon.enter_mission(mission));

-- These two, and what follows about members and the audit, act for the keeper, because that somebody
-- read them is recorded in the same call (chapter 10 says why). The door is the same, and they speak
-- of the mission that it let in.
create function api.list_deployments(mission text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission', 'administrator');
	found_deployments jsonb := cordon.to_deployments(here.id);
begin
	perform cordon.record_sight(here.id, 'deployments_seen');
	return found_deployments;
end
$$;

create function api.list_establishments(mission text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
	found_establishments jsonb := cordon.to_establishments(here.id);
begin
	perform cordon.record_sight(here.id, 'establishments_seen');
	return found_establishments;
end
$$;

-- Every published line with the interval in which it binds. A line that consecutive versions carry
-- unchanged is one row: the map's time slider would otherwise load each place once per version.
create function api.list_designations(mission text) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission);
begin
	return (
		with lines as (
			select l.id, l.position, i.directive_id, d.number, v.version, i.binds_from,
				least(i.binds_until, l.lapses_at) as binds_until,
				-- What makes two versions' lines the same, without cost of the shapes' text.
				row(l.kind, l.establishment_id, l.name, l.names, l.establishment_kind, l.address,
					l.town, l.region, extensions.st_asbinary(l.geometry), l.accuracy_metres,
					l.buffer_metres, l.reason, l.emergency, l.lapses_at, l.curfew, l.exceptions,
					l.added_on)::text as words,
				l as line
			from cordon.designations l
			join cordon.version_intervals(here.id) i on i.version_id = l.version_id
			join cordon.directive_versions v on v.id = l.version_id
			join cordon.directives d on d.id = i.directive_id
			where l.mission_id = here.id
				and (i.binds_until is null or i.binds_until > i.binds_from)
		),
		runs as (
			select lines.*,
				coalesce(
					words = lag(words) over through_time
					and binds_from = lag(binds_until) over through_time,
					false) as goes_on
			from lines
			window through_time as (partition by directive_id, id order by version)
		),
		numbered as (
			select runs.*,
				count(*) filter (where not goes_on)
					over (partition by directive_id, id order by version) as run
			from runs
		)
		select coalesce(jsonb_agg(merged.json order by merged.number, merged.position), '[]')
		from (
			select
				last_line.number,
				last_line.position,
				cordon.to_designation(last_line.line) || jsonb_build_object(
					'directiveId', last_line.directive_id,
					'number', last_line.number,
					'version', last_line.version,
					'inForce', jsonb_build_object(
						'from', cordon.to_instant(last_line.since),
						'until', cordon.to_instant(last_line.binds_until))) as json
			from (
				select distinct on (directive_id, id, run) numbered.*,
					min(binds_from) over (partition by directive_id, id, run) as since
				from numbered
				order by directive_id, id, run, version desc
			) last_line
		) merged);
end
$$;

-- Not with the caller's rights: nobody reads an allegation. What leaves are the released atoms of
-- chapter 8, by year; whoever asks adds up the years and the type they look at. That somebody looked
-- is recorded once a day.
create function api.get_released_counts(mission text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
begin
	perform cordon.record_sight(here.id, 'allegation_heat_seen');
	return jsonb_build_object(
		'resolution', here.heat_resolution,
		'minimumCell', here.minimum_cell,
		'years', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'year', y.received_year,
				'withheld', y.withheld,
				'cells', coalesce(released.cells, '[]')) order by y.received_year), '[]')
			from cordon.allegation_years(here.id) y
			left join (
				select atom.received_year, jsonb_agg(jsonb_build_object(
					'cell', atom.cell,
					'count', atom.reports,
					'byType', atom.by_type) order by atom.cell) as cells
				from cordon.released_atoms(here.id) atom
				group by atom.received_year
			) released on released.received_year = y.received_year));
end
$$;

create function api.list_reference_statistics() returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', r.id,
		'subject', r.subject,
		'organization', r.organization,
		'mission', r.mission,
		'period', r.period,
		'value', r.value,
		'unit', r.unit,
		'note', r.note,
		'verified', r.verified,
		'asOf', r.as_of,
		'source', cordon.to_source(s)) order by r.subject, r.position), '[]')
	from cordon.reference_statistics r
	join cordon.sources s on s.id = r.source_id;
end;

create function api.list_reference_missions() returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', r.id,
		'organization', r.organization,
		'acronym', r.acronym,
		'place', r.place,
		'headquarters', jsonb_build_object(
			'name', r.headquarters_name,
			'position', cordon.to_geojson(r.headquarters)),
		'accuracyMetres', r.accuracy_metres,
		'fromYear', r.from_year,
		'untilYear', r.until_year,
		'verified', r.verified,
		'source', cordon.to_source(s)) order by r.organization, r.acronym), '[]')
	from cordon.reference_missions r
	join cordon.sources s on s.id = r.source_id;
end;

create function api.list_sources() returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(cordon.to_source(s) order by s.title, s.id), '[]')
	from cordon.sources s;
end;

create function api.list_directive_versions(mission text) returns jsonb
language sql stable
return cordon.to_versions((cordon.enter_mission(mission)).id, whole => false);

create function api.get_directive_version(version_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	found_version jsonb;
begin
	select cordon.to_versions(v.mission_id, v.id) -> 0 into found_version
		from cordon.directive_versions v where v.id = get_directive_version.version_id;
	if found_version is null then
		perform cordon.refuse(404, 'versionUnknown', 'There is no such version.');
	end if;
	return found_version;
end
$$;

create function api.list_versions_in_force(mission text, at timestamptz) returns jsonb
language sql stable
return cordon.to_versions((cordon.enter_mission(mission)).id, in_force_at => at);

create function api.list_drafts(mission text) returns jsonb
language sql stable
return cordon.to_drafts((cordon.enter_mission(mission, 'focal_point', 'head_of_mission')).id);

create function api.get_draft(draft_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	found_draft jsonb;
begin
	select cordon.to_drafts(d.mission_id, d.id) -> 0 into found_draft
		from cordon.drafts d where d.id = draft_id;
	if found_draft is null then
		perform cordon.refuse(404, 'draftUnknown', 'There is no such draft, or it was published.');
	end if;
	return found_draft;
end
$$;

-- The list may be shared with a mission whose members do not belong to this one, so the mission's
-- row itself may be out of their sight: only its id is looked up, not with the caller's rights.
create function cordon.enter_list(slug text) returns uuid
language plpgsql stable security definer
set search_path = ''
as $$
declare
	of_mission uuid;
begin
	if cordon.my_id() is null then
		perform cordon.refuse(401, 'signedOut', 'Sign in first.');
	end if;
	select m.id into of_mission from cordon.missions m
		where m.slug = enter_list.slug and m.id in (select cordon.my_lists());
	if of_mission is null then
		perform cordon.refuse(404, 'missionUnknown', 'There is no such mission among yours.');
	end if;
	return of_mission;
end
$$;

create function api.list_members(mission text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'head_of_mission', 'administrator');
	found_members jsonb;
begin
	select coalesce(jsonb_agg(cordon.to_member(m.id) order by p.display_name, m.valid_from), '[]')
		into found_members
	from cordon.memberships m
	join cordon.people p on p.id = m.person_id
	where m.mission_id = here.id and m.ended_at is null;
	perform cordon.record_sight(here.id, 'members_seen');
	return found_members;
end
$$;

-- A page of the audit, newest first, of those entries that fit what was asked: part of a name, and
-- the rest as written.
create function api.list_audit_entries(
	mission text,
	before bigint default null,
	act text default null,
	actor text default null,
	subject text default null,
	since timestamptz default null,
	until timestamptz default null
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'head_of_mission', 'administrator');
	found_entries jsonb;
begin
	select coalesce(jsonb_agg(jsonb_build_object(
			'sequence', a.sequence,
			'at', cordon.to_instant(a.at),
			'actor', a.actor,
			'act', a.act,
			'subject', a.subject,
			'detail', a.detail) order by a.sequence desc), '[]')
		into found_entries
	from (
		select entries.*
		from cordon.audit_entries entries
		where entries.mission_id = here.id
			and (list_audit_entries.before is null or entries.sequence < list_audit_entries.before)
			and (list_audit_entries.act is null or entries.act = list_audit_entries.act)
			and (list_audit_entries.actor is null
				or position(lower(list_audit_entries.actor) in lower(entries.actor)) > 0)
			and (list_audit_entries.subject is null or entries.subject = list_audit_entries.subject)
			and (list_audit_entries.since is null or entries.at >= list_audit_entries.since)
			and (list_audit_entries.until is null or entries.at < list_audit_entries.until)
		order by entries.sequence desc
		limit 200
	) a;
	perform cordon.record_sight(here.id, 'audit_seen');
	return found_entries;
end
$$;

-- Counts through a stretch of the chain; whoever wants all of it asks on from where it stopped, so
-- that no call holds the database for long.
create function api.verify_audit(mission text, after bigint default 0) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
	stretch constant int := 5000;
	here cordon.missions := cordon.enter_mission(mission, 'head_of_mission', 'administrator');
	head cordon.audit_entries;
	last bigint;
begin
	select a.* into head from cordon.audit_entries a
		where a.mission_id = here.id order by a.sequence desc limit 1;
	last := least(coalesce(head.sequence, 0), verify_audit.after + stretch);
	return jsonb_build_object(
		'verifiedTo', last,
		'head', case when head.sequence is not null then jsonb_build_object(
			'sequence', head.sequence, 'hash', head.hash) end,
		'breaks', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'sequence', b.sequence, 'what', b.what) order by b.sequence), '[]')
			from cordon.find_audit_breaks(here.id, verify_audit.after, last) b));
end
$$;

-- The chain as lines of a file, oldest first, a stretch at a time. The first stretch is recorded.
create function api.export_audit(mission text, after bigint default 0) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	stretch constant int := 5000;
	here cordon.missions := cordon.enter_mission(mission, 'head_of_mission', 'administrator');
begin
	if export_audit.after = 0 then
		perform cordon.record_act(here.id, 'audit_exported', null);
	end if;
	return (
		select jsonb_build_object(
			'lines', coalesce(jsonb_agg(cordon.to_audit_line(a) order by a.sequence), '[]'),
			'last', coalesce(max(a.sequence), export_audit.after),
			'more', count(*) = stretch)
		from (
			select entries.*
			from cordon.audit_entries entries
			where entries.mission_id = here.id and entries.sequence > export_audit.after
			order by entries.sequence
			limit stretch
		) a);
end
$$;

-- That a person saw something sensitive: one entry a person, thing and day.
create function cordon.record_sight(of_mission uuid, what text) returns void
language plpgsql
set search_path = ''
as $$
begin
	if not exists (
		select from cordon.audit_entries a
		where a.mission_id = of_mission and a.actor_id = cordon.my_id() and a.act = what
			and a.at >= date_trunc('day', now())
	) then
		perform cordon.record_act(of_mission, what, null);
	end if;
end
$$;

create index audit_entries_by_actor on cordon.audit_entries (mission_id, actor_id, act, at);

grant execute on function cordon.record_sight(uuid, text) to cordon_keeper;
grant execute on function cordon.enter_list(text) to authenticated;
grant execute on function
	api.whoami(),
	api.list_missions(),
	api.get_mission(text),
	api.list_deployments(text),
	api.list_establishments(text),
	api.list_designations(text),
	api.get_released_counts(text),
	api.list_reference_statistics(),
	api.list_reference_missions(),
	api.list_sources(),
	api.list_directive_versions(text),
	api.get_directive_version(uuid),
	api.list_versions_in_force(text, timestamptz),
	api.list_drafts(text),
	api.get_draft(uuid),
	api.list_members(text),
	api.list_audit_entries(text, bigint, text, text, text, timestamptz, timestamptz),
	api.verify_audit(text, bigint),
	api.export_audit(text, bigint)
to authenticated;

alter function cordon.enter_list(text) owner to cordon_keeper;
alter function api.get_released_counts(text) owner to cordon_keeper;
alter function api.list_deployments(text) owner to cordon_keeper;
alter function api.list_establishments(text) owner to cordon_keeper;
alter function api.list_members(text) owner to cordon_keeper;
alter function api.list_audit_entries(text, bigint, text, text, text, timestamptz, timestamptz)
	owner to cordon_keeper;
alter function api.verify_audit(text, bigint) owner to cordon_keeper;
alter function api.export_audit(text, bigint) owner to cordon_keeper;

-- Not granted: anything to anon. Whoever has not signed in is not answered.
