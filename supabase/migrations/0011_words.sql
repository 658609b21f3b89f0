-- 11. Rows in the words of the interface
--
-- Every result leaves as JSON in the vocabulary of src/lib/core/domain.ts. These functions hold that
-- translation once, for reads and acts alike. They run with the rights of whoever calls them, so a
-- row that the caller may not read is not there to be translated.

create function cordon.to_contacts(of_mission uuid) returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', c.id,
		'kind', c.kind,
		'name', c.name,
		'phone', c.phone,
		'email', c.email,
		'where', c.place) order by c.position), '[]')
	from cordon.mission_contacts c
	where c.mission_id = of_mission;
end;

create function cordon.to_mission(m cordon.missions) returns jsonb
language sql stable
return jsonb_build_object(
	'id', m.id,
	'slug', m.slug,
	'acronym', m.acronym,
	'name', m.name,
	'statusNote', m.status_note,
	'organizations', (
		select coalesce(jsonb_agg(o.organization order by o.position), '[]')
		from cordon.mission_organizations o where o.mission_id = m.id),
	'area', cordon.to_geojson(m.area),
	'headquarters', case when m.headquarters is not null then jsonb_build_object(
		'name', m.headquarters_name,
		'position', cordon.to_geojson(m.headquarters)) end,
	'period', cordon.to_period(m.valid_from, m.valid_until),
	'timeZone', m.time_zone,
	'languages', m.languages,
	'ringsMetres', m.rings_metres,
	'nearMetres', m.near_metres,
	'listLifetimeHours', m.list_lifetime_hours,
	'reviewIntervalDays', m.review_interval_days,
	'emergencyDays', m.emergency_days,
	'minimumCell', m.minimum_cell,
	'heatResolution', m.heat_resolution,
	'exercise', m.exercise,
	'contacts', cordon.to_contacts(m.id));

create function cordon.to_membership(m cordon.memberships, of_mission cordon.missions) returns jsonb
language sql immutable
return jsonb_build_object(
	'missionId', of_mission.id,
	'missionSlug', of_mission.slug,
	'missionAcronym', of_mission.acronym,
	'role', m.role,
	'category', m.category,
	'unit', m.unit,
	'delegatedBy', m.delegated_by,
	'period', cordon.to_period(m.valid_from, m.valid_until));

create function cordon.to_member(membership_id uuid) returns jsonb
language sql stable
return (
	select cordon.to_membership(m, mission) || jsonb_build_object(
		'id', m.id,
		'email', p.email,
		'displayName', p.display_name,
		'base', case when d.id is not null
			then jsonb_build_object('id', d.id, 'name', d.name) end)
	from cordon.memberships m
	join cordon.missions mission on mission.id = m.mission_id
	join cordon.people p on p.id = m.person_id
	left join cordon.deployments d on d.id = m.base_id
	where m.id = membership_id);

create function cordon.to_source(s cordon.sources) returns jsonb
language sql immutable
return jsonb_build_object('id', s.id, 'title', s.title, 'url', s.url, 'note', s.note);

-- Deployments of a mission, or the one asked for.
create function cordon.to_deployments(of_mission uuid, only_id uuid default null) returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', d.id,
		'name', d.name,
		'alternateNames', d.alternate_names,
		'force', d.force,
		'unit', d.unit,
		'kind', d.kind,
		'town', d.town,
		'region', d.region,
		'geometry', cordon.to_geojson(d.geometry),
		'accuracyMetres', d.accuracy_metres,
		'period', cordon.to_period(d.valid_from, d.valid_until),
		'strengths', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'period', cordon.to_period(s.valid_from, s.valid_until),
				'category', s.category,
				'personnel', s.personnel,
				'source', s.source) order by s.valid_from nulls first, s.category), '[]')
			from cordon.deployment_strengths s
			where s.deployment_id = d.id),
		'sources', (
			select coalesce(jsonb_agg(cordon.to_source(s) order by link.position), '[]')
			from cordon.deployment_sources link
			join cordon.sources s on s.id = link.source_id
			where link.deployment_id = d.id)
	) order by d.name, d.id), '[]')
	from cordon.deployments d
	where d.mission_id = of_mission and (only_id is null or d.id = only_id);
end;

create function cordon.to_names(of_establishment uuid) returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(jsonb_build_object(
		'text', n.text, 'language', n.language, 'status', n.status) order by n.position), '[]')
	from cordon.establishment_names n
	where n.establishment_id = of_establishment;
end;

-- The register of a mission, or the one place asked for.
create function cordon.to_establishments(of_mission uuid, only_id uuid default null) returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', e.id,
		'names', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'text', n.text, 'language', n.language, 'status', n.status) order by n.position), '[]')
			from cordon.establishment_names n
			where n.establishment_id = e.id),
		'kind', e.kind,
		'geometry', cordon.to_geojson(e.geometry),
		'accuracyMetres', e.accuracy_metres,
		'address', e.address,
		'town', e.town,
		'region', e.region,
		'status', e.status,
		'period', cordon.to_period(e.valid_from, e.valid_until),
		'exercise', e.exercise
	) order by e.region, e.town, e.id), '[]')
	from cordon.establishments e
	where e.mission_id = of_mission and (only_id is null or e.id = only_id);
end;

create function cordon.to_designation(d cordon.designations) returns jsonb
language sql immutable
return jsonb_build_object(
	'id', d.id,
	'kind', d.kind,
	'establishmentId', d.establishment_id,
	'name', d.name,
	'names', d.names,
	'establishmentKind', case when d.kind = 'class' then d.establishment_kind end,
	'kindOfEstablishment', case when d.kind = 'establishment' then d.establishment_kind end,
	'address', d.address,
	'town', d.town,
	'region', d.region,
	'geometry', cordon.to_geojson(d.geometry),
	'accuracyMetres', d.accuracy_metres,
	'bufferMetres', d.buffer_metres,
	'reason', d.reason,
	'emergency', d.emergency,
	'lapsesAt', cordon.to_instant(d.lapses_at),
	'curfew', d.curfew,
	'exceptions', d.exceptions,
	'addedOn', d.added_on);

-- When each version binds: from its effective time until the earliest effective time of any later
-- version. Whoever may not read a scheduled version does not see its shadow in the one before it,
-- because the rows are those that row-level security leaves. Empty (from = until) for a version that
-- was withdrawn before it took effect, and for one that lifts: it ends the directive and binds nobody.
create function cordon.version_intervals(of_mission uuid)
returns table (version_id uuid, directive_id uuid, binds_from timestamptz, binds_until timestamptz)
language sql stable
begin atomic
	select v.id, v.directive_id, v.effective_from,
		case when v.lifts then v.effective_from else greatest(
			min(v.effective_from) over (
				partition by v.directive_id order by v.version
				rows between 1 following and unbounded following),
			case when count(*) over (
				partition by v.directive_id order by v.version
				rows between 1 following and unbounded following) > 0 then v.effective_from end) end
	from cordon.directive_versions v
	where v.mission_id = of_mission;
end;

create function cordon.versions_in_force(of_mission uuid, at timestamptz)
returns setof cordon.directive_versions
language sql stable
begin atomic
	select v.*
	from cordon.version_intervals(of_mission) i
	join cordon.directive_versions v on v.id = i.version_id
	where i.binds_from <= at and (i.binds_until is null or at < i.binds_until);
end;

-- What is in force now and still binds: a version of which every line has lapsed is neither read nor
-- reviewed.
create function cordon.versions_binding(of_mission uuid) returns setof cordon.directive_versions
language sql stable
begin atomic
	select v.*
	from cordon.versions_in_force(of_mission, now()) v
	where exists (
		select from cordon.designations l
		where l.version_id = v.id and (l.lapses_at is null or l.lapses_at > now()));
end;

-- Versions of a mission, newest first: all, the one asked for, or those in force at a time, then with
-- the lines that had not lapsed by then; `lines` counts them as published. Whole for their reader;
-- among all versions what identifies, dates and counts them.
create function cordon.to_versions(
	of_mission uuid,
	only_id uuid default null,
	in_force_at timestamptz default null,
	whole boolean default true
) returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', v.id,
		'directiveId', v.directive_id,
		'number', d.number,
		'version', v.version,
		'supersedes', v.supersedes,
		'title', v.title,
		'effectiveFrom', cordon.to_instant(v.effective_from),
		'reviewOn', v.review_on,
		'lifts', v.lifts,
		'publishedAt', cordon.to_instant(v.published_at),
		'publishedBy', v.published_by_name,
		'inForce', jsonb_build_object(
			'from', cordon.to_instant(i.binds_from),
			'until', cordon.to_instant(i.binds_until)),
		'lines', lines.number,
		'lapsesAt', cordon.to_instant(lines.lapse_at)
	) || case when whole then jsonb_build_object(
		'text', v.text,
		'legalBasis', v.legal_basis,
		'applicability', v.applicability,
		'exemptDuties', v.exempt_duties,
		'designations', (
			select coalesce(jsonb_agg(cordon.to_designation(l) order by l.position), '[]')
			from cordon.designations l
			where l.version_id = v.id
				and (in_force_at is null or l.lapses_at is null or l.lapses_at > in_force_at))
	) else '{}' end order by v.published_at desc, d.number desc, v.version desc), '[]')
	from cordon.directive_versions v
	join cordon.directives d on d.id = v.directive_id
	join cordon.version_intervals(of_mission) i on i.version_id = v.id
	cross join lateral (
		select count(*) as number,
			case when bool_and(l.lapses_at is not null) then max(l.lapses_at) end as lapse_at
		from cordon.designations l
		where l.version_id = v.id
	) lines
	where v.mission_id = of_mission
		and (only_id is null or v.id = only_id)
		and (in_force_at is null
			or (i.binds_from <= in_force_at
				and (i.binds_until is null or in_force_at < i.binds_until)));
end;

create function cordon.to_drafts(of_mission uuid, only_id uuid default null) returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(d.content || jsonb_build_object(
		'id', d.id,
		'directiveId', d.directive_id,
		'number', directive.number,
		'basedOnVersion', d.based_on_version,
		'revision', d.revision,
		'updatedAt', cordon.to_instant(d.updated_at),
		'updatedBy', d.updated_by_name
	) order by d.updated_at desc), '[]')
	from cordon.drafts d
	left join cordon.directives directive on directive.id = d.directive_id
	where d.mission_id = of_mission
		and d.version_id is null
		and (only_id is null or d.id = only_id);
end;

grant execute on function
	cordon.to_contacts(uuid),
	cordon.to_mission(cordon.missions),
	cordon.to_membership(cordon.memberships, cordon.missions),
	cordon.to_member(uuid),
	cordon.to_source(cordon.sources),
	cordon.to_deployments(uuid, uuid),
	cordon.to_names(uuid),
	cordon.to_establishments(uuid, uuid),
	cordon.to_designation(cordon.designations),
	cordon.version_intervals(uuid),
	cordon.versions_in_force(uuid, timestamptz),
	cordon.versions_binding(uuid),
	cordon.to_versions(uuid, uuid, timestamptz, boolean),
	cordon.to_drafts(uuid, uuid)
to authenticated, cordon_keeper;
