-- 12. Publishing
--
-- The one act that binds people. These functions belong to the keeper and nobody else may call
-- them: the door for a Head of Mission is api.publish_draft in chapter 14, the door for history that
-- happened before Cordon is cordon.import_history at the end of this one.

-- Four digits write the years 1 to 9999, on the clock of UTC.
create function cordon.read_instant(written text) returns timestamptz
language plpgsql stable
set search_path = ''
as $$
begin
	if written !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$'
		or written::timestamptz < '0001-01-01T00:00Z'
		or written::timestamptz >= '10000-01-01T00:00Z' then
		raise exception using errcode = 'invalid_datetime_format';
	end if;
	return date_trunc('milliseconds', written::timestamptz);
exception when data_exception then
	perform cordon.refuse(422, 'dateInvalid', format('"%s" is not a time.', left(written, 40)));
	return null;
end
$$;

create function cordon.read_day(written text) returns date
language plpgsql immutable
set search_path = ''
as $$
begin
	if written !~ '^\d{4}-\d\d-\d\d$' then
		raise exception using errcode = 'invalid_datetime_format';
	end if;
	return written::date;
exception when data_exception then
	perform cordon.refuse(422, 'dateInvalid', format('"%s" is not a day.', left(written, 40)));
	return null;
end
$$;

-- A line of a draft, free of nulls, with the known words only; or null where a word cannot be what
-- it must be. A shape that cannot be used is refused in its own words.
create function cordon.tidy_line(line jsonb) returns jsonb
language sql immutable
return case when
	jsonb_typeof(line) = 'object'
	and line ->> 'id' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
	and line ->> 'kind' in ('establishment', 'zone', 'class', 'curfew')
	and coalesce(line ->> 'establishmentId'
		~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', true)
	and cordon.is_text(coalesce(line -> 'name', '{}'), 300)
	and coalesce(line ->> 'establishmentKind'
		= any (enum_range(null::cordon.establishment_kind)::text[]), true)
	and case when jsonb_typeof(coalesce(line -> 'bufferMetres', '0')) = 'number'
		then coalesce((line ->> 'bufferMetres')::numeric between 0 and 5000, true) else false end
	and line ->> 'reason' = any (enum_range(null::cordon.reason)::text[])
	and coalesce(jsonb_typeof(line -> 'emergency') = 'boolean', true)
	and (line ->> 'kind' <> 'curfew' or line -> 'curfew' is null
		or cordon.is_curfew(line -> 'curfew', drafted => true))
	and cordon.is_text(coalesce(line -> 'exceptions', '{}'))
	and (line ->> 'kind' not in ('zone', 'curfew') or line -> 'geometry' is null
		or cordon.to_shape(line -> 'geometry') is not null)
then jsonb_build_object(
	'id', line -> 'id',
	'kind', line -> 'kind',
	'establishmentId', line -> 'establishmentId',
	'name', coalesce(line -> 'name', '{}'),
	'establishmentKind', line -> 'establishmentKind',
	'geometry', case when line ->> 'kind' in ('zone', 'curfew') and line ? 'geometry'
		then jsonb_build_object(
			'type', line -> 'geometry' -> 'type',
			'coordinates', line -> 'geometry' -> 'coordinates') end,
	'bufferMetres', round(coalesce((line ->> 'bufferMetres')::numeric, 0)),
	'reason', line -> 'reason',
	'emergency', coalesce(line -> 'emergency', 'false'),
	'curfew', case when line ->> 'kind' = 'curfew' and line ? 'curfew' then jsonb_build_object(
		'from', line -> 'curfew' -> 'from',
		'until', line -> 'curfew' -> 'until',
		'days', line -> 'curfew' -> 'days') end,
	'exceptions', coalesce(line -> 'exceptions', '{}'))
end;

-- What an editor may save: every known word in its type, nothing else; gaps are allowed.
create function cordon.tidy_content(content jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	lines jsonb;
	tidy jsonb;
begin
	if jsonb_typeof(content) is distinct from 'object'
		or jsonb_typeof(coalesce(content -> 'designations', '[]')) <> 'array'
		or not cordon.is_text(coalesce(content -> 'title', '{}'), 300)
		or not cordon.is_text(coalesce(content -> 'text', '{}'), 20000)
		or not cordon.is_text(coalesce(content -> 'exemptDuties', '{}'))
		or jsonb_typeof(coalesce(content -> 'legalBasis', '""')) <> 'string'
		or char_length(coalesce(content ->> 'legalBasis', '')) > 2000
		or jsonb_typeof(coalesce(content -> 'applicability', '[]')) <> 'array'
		or not coalesce(content -> 'applicability', '[]')
			<@ to_jsonb(enum_range(null::cordon.personnel_category))
		or coalesce(jsonb_typeof(content -> 'lifts'), 'boolean') <> 'boolean' then
		perform cordon.refuse(422, 'draftMalformed', 'This draft has a field of the wrong kind.');
	end if;
	if jsonb_array_length(coalesce(content -> 'designations', '[]')) > 2000 then
		perform cordon.refuse(422, 'tooManyDesignations',
			'One directive holds at most 2,000 lines. Divide it.');
	end if;

	select coalesce(jsonb_agg(cordon.tidy_line(jsonb_strip_nulls(line)) order by position), '[]')
		into lines
		from jsonb_array_elements(coalesce(content -> 'designations', '[]'))
			with ordinality as given (line, position);
	if lines @> '[null]' or (
		select count(distinct line ->> 'id') < count(*)
		from jsonb_array_elements(lines) as given (line)
	) then
		perform cordon.refuse(422, 'draftMalformed', 'This draft has a line of the wrong kind.');
	end if;

	tidy := jsonb_build_object(
		'title', coalesce(content -> 'title', '{}'),
		'text', coalesce(content -> 'text', '{}'),
		'legalBasis', coalesce(content ->> 'legalBasis', ''),
		'applicability', coalesce(content -> 'applicability', '[]'),
		'exemptDuties', coalesce(content -> 'exemptDuties', '{}'),
		'effectiveFrom', cordon.to_instant(cordon.read_instant(content ->> 'effectiveFrom')),
		'reviewOn', cordon.read_day(content ->> 'reviewOn'),
		'lifts', coalesce(content -> 'lifts', 'false'),
		'designations', lines);
	if pg_column_size(tidy) > 4000000 then
		perform cordon.refuse(422, 'tooLarge', 'This is more than four megabytes. Send it in parts.');
	end if;
	return tidy;
end
$$;

-- One publication at a time in a mission: numbers without gaps, lists in one order.
create function cordon.hold_the_pen(of_mission uuid) returns void
language sql
begin atomic
	select pg_advisory_xact_lock(hashtextextended('cordon.publish:' || of_mission, 0));
end;

-- What a draft lacks to bind anybody. The first gap found is refused by name.
create function cordon.require_complete(here cordon.missions, content jsonb, effective timestamptz)
returns void
language plpgsql stable
set search_path = ''
as $$
declare
	line jsonb;
	shape extensions.geometry;
begin
	if not cordon.speaks_one_of(content -> 'title', here.languages) then
		perform cordon.refuse(422, 'titleMissing',
			'The directive needs a title in a language of the mission.');
	elsif not cordon.speaks_one_of(content -> 'text', here.languages) then
		perform cordon.refuse(422, 'textMissing',
			'The directive needs its text in a language of the mission.');
	elsif btrim(content ->> 'legalBasis') = '' then
		perform cordon.refuse(422, 'legalBasisMissing', 'The directive needs its legal basis.');
	elsif content -> 'applicability' = '[]' then
		perform cordon.refuse(422, 'applicabilityMissing', 'The directive must say whom it binds.');
	end if;
	if (content ->> 'lifts')::boolean then
		return;
	end if;

	if content ->> 'reviewOn' is null then
		perform cordon.refuse(422, 'reviewMissing', 'The directive needs a date for its review.');
	elsif (content ->> 'reviewOn')::date <= (effective at time zone here.time_zone)::date then
		perform cordon.refuse(422, 'reviewBeforeEffective',
			'The review must come after the day the directive takes effect.');
	elsif content -> 'designations' = '[]' then
		perform cordon.refuse(422, 'designationsMissing',
			'The directive needs at least one place, zone, class or curfew.');
	end if;

	if exists (
		select from jsonb_array_elements(content -> 'designations') as lines (line)
		where lines.line ->> 'kind' = 'establishment'
		group by lines.line ->> 'establishmentId' having count(*) > 1
	) then
		perform cordon.refuse(422, 'designatedTwice', 'A place stands twice in this directive.');
	end if;

	if exists (
		select from jsonb_array_elements(content -> 'designations') as lines (line)
		where lines.line ->> 'kind' = 'establishment' and not exists (
			select from cordon.establishments e
			where e.id = (lines.line ->> 'establishmentId')::uuid and e.mission_id = here.id)
	) then
		perform cordon.refuse(422, 'establishmentUnknown',
			'A place in this directive is not in the register of the mission.');
	end if;

	for line in
		select value from jsonb_array_elements(content -> 'designations')
		where value ->> 'kind' <> 'establishment'
	loop
		if not cordon.speaks_one_of(line -> 'name', here.languages) then
			perform cordon.refuse(422, 'designationNameMissing',
				'A zone, class or curfew needs a name in a language of the mission.');
		elsif line ->> 'kind' = 'class' then
			if line ->> 'establishmentKind' is null then
				perform cordon.refuse(422, 'classMissing',
					'A class rule must say which kind of establishment it forbids.');
			end if;
			continue;
		elsif line ->> 'kind' = 'curfew' and not cordon.is_curfew(line -> 'curfew') then
			perform cordon.refuse(422, 'curfewInvalid',
				'A curfew needs the hours and the days on which it holds.');
		elsif line ->> 'geometry' is null then
			perform cordon.refuse(422, 'geometryMissing', 'A zone or curfew must be drawn on the map.');
		end if;
		shape := cordon.to_shape(line -> 'geometry');
		if extensions.st_geometrytype(shape) = 'ST_Point'
			and (line ->> 'bufferMetres')::int = 0 then
			perform cordon.refuse(422, 'bufferMissing', 'A zone around a point needs a radius.');
		elsif not extensions.st_intersects(shape, here.area) then
			perform cordon.refuse(422, 'outsideMission', 'A zone lies outside the mission area.');
		end if;
	end loop;

	if exists (
		select from jsonb_array_elements(content -> 'designations') as lines (line)
		join cordon.establishments e on e.id = (lines.line ->> 'establishmentId')::uuid
		where lines.line ->> 'kind' = 'establishment'
			and not extensions.st_intersects(e.geometry, here.area)
	) then
		perform cordon.refuse(422, 'outsideMission', 'A place lies outside the mission area.');
	end if;
end
$$;

-- The list in force at an instant, as the document of src/lib/core/list.ts in canonical bytes; the
-- order of lines is fixed, so the same list is always the same hash.
create function cordon.compose_list(
	here cordon.missions, at timestamptz, issued_at timestamptz, sequence int, previous_hash text
) returns text
language sql stable
begin atomic
	select cordon.canonical(jsonb_build_object(
		'format', 'cordon-list/1',
		'mission', jsonb_build_object(
			'slug', (here).slug,
			'acronym', (here).acronym,
			'name', (here).name,
			'statusNote', (here).status_note,
			'timeZone', (here).time_zone,
			'languages', (here).languages,
			'exercise', (here).exercise),
		'sequence', compose_list.sequence,
		'previousHash', compose_list.previous_hash,
		'issuedAt', cordon.to_instant(compose_list.issued_at),
		'effectiveFrom', cordon.to_instant(compose_list.at),
		'lifetimeHours', (here).list_lifetime_hours,
		'nearMetres', (here).near_metres,
		'coverage', cordon.to_geojson((here).area),
		'directives', coalesce((
			select jsonb_agg(jsonb_build_object(
				'number', d.number,
				'version', v.version,
				'title', v.title,
				'text', v.text,
				'legalBasis', v.legal_basis,
				'applicability', v.applicability,
				'exemptDuties', v.exempt_duties,
				'effectiveFrom', cordon.to_instant(v.effective_from),
				'reviewOn', v.review_on,
				'entries', coalesce((
					select jsonb_agg(jsonb_build_object(
						'id', l.id,
						'kind', l.kind,
						'names', l.names,
						'name', l.name,
						'establishmentKind', l.establishment_kind,
						'address', l.address,
						'town', l.town,
						'region', l.region,
						'geometry', cordon.to_geojson(l.geometry),
						'accuracyMetres', l.accuracy_metres,
						'bufferMetres', l.buffer_metres,
						'reason', l.reason,
						'emergency', l.emergency,
						'lapsesAt', cordon.to_instant(l.lapses_at),
						'curfew', l.curfew,
						'exceptions', l.exceptions,
						'addedOn', l.added_on) order by l.position)
					from cordon.designations l
					where l.version_id = v.id
						and (l.lapses_at is null or l.lapses_at > compose_list.at)), '[]')
			) order by d.number)
			from cordon.versions_in_force((here).id, compose_list.at) v
			join cordon.directives d on d.id = v.directive_id
			where not v.lifts), '[]'),
		'contacts', cordon.to_contacts((here).id),
		'consequences', coalesce((
			select jsonb_object_agg(c.category, c.consequence)
			from cordon.organization_consequences c
			join cordon.mission_organizations o on o.organization = c.organization
			where o.mission_id = (here).id and o.position = 1), '{}')));
end;

-- Writes the list for every instant from this publication on at which the list changes.
create function cordon.write_lists(here cordon.missions, published timestamptz, cause uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
	last record;
	change timestamptz;
	document text;
begin
	select * into last from cordon.find_last_list(here);
	for change in
		select i.binds_from from cordon.version_intervals(here.id) i
		where i.binds_from >= published
		union
		select l.lapses_at
		from cordon.version_intervals(here.id) i
		join cordon.designations l on l.version_id = i.version_id
		where l.lapses_at >= published
			and l.lapses_at > i.binds_from
			and (i.binds_until is null or l.lapses_at < i.binds_until)
		order by 1
	loop
		document := cordon.compose_list(
			here, change, published, coalesce(last.sequence, 0) + 1, last.sha256);
		insert into cordon.bundles
			(mission_id, sequence, version_id, effective_from, issued_at, text, sha256, previous_hash)
		values (here.id, coalesce(last.sequence, 0) + 1, cause, change, published, document,
			encode(sha256(convert_to(document, 'UTF8')), 'hex'), last.sha256)
		returning sequence, sha256 into last;
	end loop;
end
$$;

-- Makes a version of a content: directive, version, lines and lists, in the caller's transaction.
-- `former_names` gives the names of establishments as they were, for history only.
create function cordon.enact(
	here cordon.missions,
	of_directive uuid,
	content jsonb,
	published timestamptz,
	signed_by cordon.people,
	former_names jsonb default '{}'
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
	effective timestamptz := coalesce((content ->> 'effectiveFrom')::timestamptz, published);
	before cordon.directive_versions;
	enacted uuid := gen_random_uuid();
begin
	-- A form that was open for a few minutes is not an attempt to bind people backwards in time.
	if effective < published - interval '5 minutes' then
		perform cordon.refuse(422, 'effectiveInPast', 'A directive cannot take effect in the past.');
	elsif effective > published + interval '2 years' then
		perform cordon.refuse(422, 'effectiveTooFar',
			'A directive takes effect within two years of its publication.');
	end if;
	effective := greatest(effective, published);
	perform cordon.require_complete(here, content, effective);
	if not (content ->> 'lifts')::boolean then
		content := cordon.open_cases(here, content, published);
	end if;

	if of_directive is null then
		if (content ->> 'lifts')::boolean then
			perform cordon.refuse(422, 'nothingToLift', 'Only an existing directive can be lifted.');
		end if;
		insert into cordon.directives (mission_id, number)
		select here.id, coalesce(max(d.number), 0) + 1
		from cordon.directives d where d.mission_id = here.id
		returning id into of_directive;
	end if;
	select v.* into before from cordon.directive_versions v
		where v.directive_id = of_directive order by v.version desc limit 1;

	insert into cordon.directive_versions (
		id, directive_id, mission_id, version, supersedes, title, text, legal_basis, applicability,
		exempt_duties, effective_from, review_on, lifts, published_at, published_by,
		published_by_name)
	values (
		enacted, of_directive, here.id, coalesce(before.version, 0) + 1, before.version,
		content -> 'title', content -> 'text', btrim(content ->> 'legalBasis'),
		(select array_agg(distinct category::cordon.personnel_category
				order by category::cordon.personnel_category)
			from jsonb_array_elements_text(content -> 'applicability') as given (category)),
		content -> 'exemptDuties', effective, (content ->> 'reviewOn')::date,
		(content ->> 'lifts')::boolean, published, signed_by.id, signed_by.display_name);

	if not (content ->> 'lifts')::boolean then
		insert into cordon.designations (
			version_id, mission_id, id, position, kind, establishment_id, name, names,
			establishment_kind, address, town, region, geometry, accuracy_metres, buffer_metres,
			reason, emergency, lapses_at, curfew, exceptions, added_on)
		select
			enacted, here.id, (line ->> 'id')::uuid, given.position,
			(line ->> 'kind')::cordon.designation_kind, e.id,
			case when e.id is null then line -> 'name' else '{}' end,
			case when e.id is null then '[]'
				else coalesce(former_names -> e.id::text, cordon.to_names(e.id)) end,
			coalesce(e.kind, case when line ->> 'kind' = 'class'
				then (line ->> 'establishmentKind')::cordon.establishment_kind end),
			e.address, e.town, e.region,
			coalesce(e.geometry, case when jsonb_typeof(line -> 'geometry') = 'object'
				then cordon.to_shape(line -> 'geometry') end),
			-- A drawn zone is where the directive says it is; a place is where it was found to be.
			coalesce(e.accuracy_metres, 0),
			(line ->> 'bufferMetres')::int,
			(line ->> 'reason')::cordon.reason,
			(line ->> 'emergency')::boolean,
			-- Carrying an emergency on does not prolong it; confirming it makes it standing.
			case when (line ->> 'emergency')::boolean then
				coalesce(carried.lapses_at, effective + make_interval(days => here.emergency_days)) end,
			nullif(line -> 'curfew', 'null'),
			line -> 'exceptions',
			coalesce(
				(select min(l.added_on) from cordon.designations l
				join cordon.directive_versions v on v.id = l.version_id
				where l.id = (line ->> 'id')::uuid and v.directive_id = of_directive),
				(effective at time zone here.time_zone)::date)
		from jsonb_array_elements(content -> 'designations')
			with ordinality as given (line, position)
		left join cordon.establishments e
			on line ->> 'kind' = 'establishment' and e.id = (line ->> 'establishmentId')::uuid
		left join cordon.designations carried
			on carried.version_id = before.id and carried.id = (line ->> 'id')::uuid;

		if exists (
			select from cordon.designations l
			where l.version_id = enacted and l.lapses_at <= effective
		) then
			perform cordon.refuse(422, 'emergencyLapsed',
				'An emergency line has lapsed: confirm it as standing or take it out.');
		end if;
		if exists (
			select from cordon.designations l
			join cordon.designations other
				on other.mission_id = here.id and other.id = l.id and other.version_id <> enacted
			join cordon.directive_versions v on v.id = other.version_id
			where l.version_id = enacted and v.directive_id <> of_directive
		) then
			perform cordon.refuse(422, 'draftMalformed', 'A line belongs to another directive.');
		end if;
	end if;

	perform cordon.write_lists(here, published, enacted);
	perform cordon.record_act(here.id, 'directive_published', enacted::text, (
		select jsonb_build_object(
			'number', d.number,
			'version', v.version,
			'effectiveFrom', cordon.to_instant(v.effective_from),
			'lines', (select count(*) from cordon.designations l where l.version_id = enacted))
		from cordon.directive_versions v
		join cordon.directives d on d.id = v.directive_id
		where v.id = enacted));
	return enacted;
end
$$;

-- History: what a mission had published before Cordon, entered in the order in which it happened.
-- For whoever runs the database, acting as the keeper; people publish through their drafts.
create function cordon.import_history(
	mission text, of_directive uuid, content jsonb, published timestamptz, signed_by uuid,
	former_names jsonb default '{}'
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
	here cordon.missions;
	signatory cordon.people;
begin
	select m.* into strict here from cordon.missions m where m.slug = mission;
	select p.* into strict signatory from cordon.people p where p.id = signed_by;
	perform cordon.hold_the_pen(here.id);
	if published > now() or exists (
		select from cordon.directive_versions v
		where v.mission_id = here.id and v.published_at >= published
	) then
		raise exception 'history is entered in the order in which it happened: %', published;
	end if;
	return cordon.enact(here, of_directive, cordon.tidy_content(content), published, signatory,
		former_names);
end
$$;

grant execute on function
	cordon.read_instant(text),
	cordon.read_day(text),
	cordon.tidy_line(jsonb),
	cordon.tidy_content(jsonb),
	cordon.hold_the_pen(uuid),
	cordon.require_complete(cordon.missions, jsonb, timestamptz),
	cordon.compose_list(cordon.missions, timestamptz, timestamptz, int, text),
	cordon.write_lists(cordon.missions, timestamptz, uuid),
	cordon.enact(cordon.missions, uuid, jsonb, timestamptz, cordon.people, jsonb),
	cordon.import_history(text, uuid, jsonb, timestamptz, uuid, jsonb)
to cordon_keeper;
