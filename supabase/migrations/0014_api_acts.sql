-- 14. What may be done
--
-- Nobody writes a table as oneself. Each act here is a function of the keeper: it checks who asks,
-- does the whole of it in one transaction, records it, and answers with the result in the words of
-- the interface. What is refused changes nothing.

-- The person who acts.
create function cordon.me() returns cordon.people
language sql stable
begin atomic
	select p from cordon.people p where p.id = cordon.my_id();
end;

-- Drafts -----------------------------------------------------------------------------------------

-- The draft, locked, once the caller may touch it.
create function cordon.take_draft(draft_id uuid, variadic roles cordon.mission_role[])
returns cordon.drafts
language plpgsql
set search_path = ''
as $$
declare
	draft cordon.drafts;
	slug text;
begin
	select m.slug into slug from cordon.drafts d join cordon.missions m on m.id = d.mission_id
		where d.id = draft_id and m.id in (select cordon.my_missions());
	if slug is null then
		perform cordon.refuse(404, 'draftUnknown', 'There is no such draft, or it was published.');
	end if;
	perform cordon.enter_mission(slug, variadic roles);
	select d.* into draft from cordon.drafts d where d.id = draft_id for update;
	if draft.id is null then
		perform cordon.refuse(404, 'draftUnknown', 'There is no such draft, or it was published.');
	end if;
	return draft;
end
$$;

create function cordon.require_revision(draft cordon.drafts, revision int) returns void
language plpgsql
set search_path = ''
as $$
begin
	if draft.version_id is not null then
		perform cordon.refuse(409, 'draftPublished', 'This draft has been published.');
	elsif draft.revision is distinct from require_revision.revision then
		perform cordon.refuse(409, 'draftChanged',
			'This draft was changed elsewhere meanwhile. Open it again; your text is not lost.');
	end if;
end
$$;

-- An empty draft, or one that starts from the newest version of a directive; lines that lapsed stay
-- behind. Words of `content` take the place of those.
create function api.create_draft(
	mission text, directive_id uuid default null, content text default null
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'focal_point', 'head_of_mission');
	me cordon.people := cordon.me();
	newest cordon.directive_versions;
	begun jsonb;
	created uuid;
begin
	if (select count(*) from cordon.drafts d where d.mission_id = here.id and d.version_id is null)
		>= 200 then
		perform cordon.refuse(409, 'tooManyDrafts',
			'This mission has 200 drafts. Publish or discard some first.');
	end if;
	if create_draft.directive_id is not null then
		select v.* into newest from cordon.directive_versions v
			where v.directive_id = create_draft.directive_id and v.mission_id = here.id
			order by v.version desc limit 1;
		if newest.id is null then
			perform cordon.refuse(404, 'directiveUnknown', 'There is no such directive.');
		end if;
		begun := cordon.to_versions(here.id, newest.id) -> 0;
		begun := begun || jsonb_build_object(
			'effectiveFrom', null,
			'lifts', false,
			'designations', (
				select coalesce(jsonb_agg(line order by position), '[]')
				from jsonb_array_elements(begun -> 'designations')
					with ordinality as carried (line, position)
				where line ->> 'lapsesAt' is null or (line ->> 'lapsesAt')::timestamptz > now()));
	else
		begun := jsonb_build_object(
			'applicability', enum_range(null::cordon.personnel_category));
	end if;
	begun := begun || jsonb_build_object(
		'reviewOn', cordon.today(here.time_zone) + here.review_interval_days)
		|| coalesce(cordon.read_json(create_draft.content), '{}');

	insert into cordon.drafts
		(mission_id, directive_id, based_on_version, content, updated_by, updated_by_name)
	values (here.id, create_draft.directive_id, newest.version, cordon.tidy_content(begun),
		me.id, me.display_name)
	returning id into created;
	return cordon.to_drafts(here.id, created) -> 0;
end
$$;

create function api.save_draft(draft_id uuid, revision int, content text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	draft cordon.drafts := cordon.take_draft(draft_id, 'focal_point', 'head_of_mission');
	me cordon.people := cordon.me();
begin
	perform cordon.require_revision(draft, save_draft.revision);
	update cordon.drafts d
	set content = cordon.tidy_content(cordon.read_json(save_draft.content)),
		revision = d.revision + 1,
		updated_at = now(),
		updated_by = me.id,
		updated_by_name = me.display_name
	where d.id = draft.id;
	return cordon.to_drafts(draft.mission_id, draft.id) -> 0;
end
$$;

create function api.discard_draft(draft_id uuid, revision int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	draft cordon.drafts := cordon.take_draft(draft_id, 'focal_point', 'head_of_mission');
begin
	perform cordon.require_revision(draft, discard_draft.revision);
	delete from cordon.drafts d where d.id = draft.id;
	perform cordon.record_act(draft.mission_id, 'draft_discarded', draft.id::text,
		jsonb_build_object('title', draft.content -> 'title'));
	return null;
end
$$;

-- The one act that binds people. The pen is held from the first look at the draft to the end, so
-- that two who publish at once come one after the other, and the same draft twice is one version.
create function api.publish_draft(draft_id uuid, revision int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions;
	draft cordon.drafts;
	newest int;
	enacted uuid;
begin
	select m.* into here from cordon.drafts d join cordon.missions m on m.id = d.mission_id
		where d.id = draft_id;
	if here.id is not null then
		perform cordon.hold_the_pen(here.id);
	end if;
	draft := cordon.take_draft(draft_id, 'head_of_mission');

	if draft.version_id is null then
		perform cordon.require_revision(draft, publish_draft.revision);
		select max(v.version) into newest from cordon.directive_versions v
			where v.directive_id = draft.directive_id;
		if newest is distinct from draft.based_on_version then
			perform cordon.refuse(409, 'directiveMovedOn',
				'This directive got a newer version meanwhile. Start a new draft from it.');
		end if;
		enacted := cordon.enact(here, draft.directive_id, draft.content,
			date_trunc('milliseconds', clock_timestamp()), cordon.me());
		update cordon.drafts d set version_id = enacted where d.id = draft.id;
	else
		enacted := draft.version_id;
	end if;

	return (cordon.to_versions(here.id, enacted) -> 0) || jsonb_build_object('listSequence', (
		select min(b.sequence)
		from cordon.bundles b
		join cordon.directive_versions v on v.id = b.version_id
		where b.version_id = enacted and b.effective_from = v.effective_from));
end
$$;

-- The register and the deployments ---------------------------------------------------------------

-- A record as it is sent: an object in which these words are texts, if they are there, with a period.
create function cordon.is_record(value jsonb, variadic texts text[]) returns boolean
language sql immutable
return coalesce(jsonb_typeof(value), 'null') = 'object'
	and coalesce(jsonb_typeof(value -> 'period'), 'null') in ('object', 'null')
	and not exists (
		select from unnest(texts) as word
		where jsonb_typeof(value -> word) not in ('string', 'null'));

-- Adds or changes one place. Constraints refuse what is wrong; the caller learns it as one sentence.
create function cordon.keep_establishment(here cordon.missions, value jsonb) returns uuid
language plpgsql
set search_path = ''
as $$
declare
	kept uuid;
begin
	if not cordon.is_record(value, 'address', 'town', 'region') then
		raise data_exception using message = 'a field is of the wrong kind';
	elsif jsonb_typeof(value -> 'names') is distinct from 'array'
		or jsonb_array_length(value -> 'names') not between 1 and 30
		or not cordon.is_names(value -> 'names') then
		perform cordon.refuse(422, 'namesMissing',
			'An establishment needs one to thirty names, each with its language.');
	end if;
	kept := (value ->> 'id')::uuid;
	if kept is null then
		insert into cordon.establishments (mission_id, kind, geometry, accuracy_metres, address,
			town, region, status, valid_from, valid_until, exercise)
		values (here.id, (value ->> 'kind')::cordon.establishment_kind,
			cordon.to_shape(value -> 'geometry'), (value ->> 'accuracyMetres')::int,
			value ->> 'address', value ->> 'town', value ->> 'region',
			coalesce(value ->> 'status', 'unknown')::cordon.establishment_status,
			cordon.read_day(value -> 'period' ->> 'from'),
			cordon.read_day(value -> 'period' ->> 'until'), here.exercise)
		returning id into kept;
	else
		update cordon.establishments e
		set kind = (value ->> 'kind')::cordon.establishment_kind,
			geometry = cordon.to_shape(value -> 'geometry'),
			accuracy_metres = (value ->> 'accuracyMetres')::int,
			address = value ->> 'address',
			town = value ->> 'town',
			region = value ->> 'region',
			status = coalesce(value ->> 'status', 'unknown')::cordon.establishment_status,
			valid_from = cordon.read_day(value -> 'period' ->> 'from'),
			valid_until = cordon.read_day(value -> 'period' ->> 'until'),
			updated_at = now()
		where e.id = kept and e.mission_id = here.id;
		if not found then
			perform cordon.refuse(404, 'establishmentUnknown',
				'There is no such place in the register of the mission.');
		end if;
		delete from cordon.establishment_names n where n.establishment_id = kept;
	end if;
	insert into cordon.establishment_names (establishment_id, position, text, language, status)
	select kept, given.position, name ->> 'text', name ->> 'language',
		(name ->> 'status')::cordon.name_status
	from jsonb_array_elements(value -> 'names') with ordinality as given (name, position);
	return kept;
exception when check_violation or not_null_violation or data_exception then
	perform cordon.refuse(422, 'establishmentInvalid',
		'This place cannot be stored: ' || sqlerrm || '.');
	return null;
end
$$;

create function cordon.keep_deployment(here cordon.missions, value jsonb) returns uuid
language plpgsql
set search_path = ''
as $$
declare
	other_names jsonb := coalesce(value -> 'alternateNames', '[]');
	strengths jsonb := coalesce(value -> 'strengths', '[]');
	kept uuid;
	origin uuid;
begin
	if not cordon.is_record(value, 'name', 'force', 'unit', 'town', 'region', 'source')
		or exists (
			select from jsonb_array_elements(other_names) as names (name)
			where jsonb_typeof(name) <> 'string' or char_length(name #>> '{}') not between 1 and 200)
		or exists (
			select from jsonb_array_elements(strengths) as given (strength)
			where not cordon.is_record(strength, 'source')) then
		raise data_exception using message = 'a field is of the wrong kind';
	end if;
	kept := (value ->> 'id')::uuid;
	if kept is null then
		insert into cordon.deployments (mission_id, name, alternate_names, force, unit, kind, town,
			region, geometry, accuracy_metres, valid_from, valid_until)
		values (here.id, value ->> 'name',
			array(select jsonb_array_elements_text(other_names)),
			value ->> 'force', value ->> 'unit', (value ->> 'kind')::cordon.deployment_kind,
			value ->> 'town', value ->> 'region', cordon.to_shape(value -> 'geometry'),
			(value ->> 'accuracyMetres')::int,
			cordon.read_day(value -> 'period' ->> 'from'),
			cordon.read_day(value -> 'period' ->> 'until'))
		returning id into kept;
	else
		update cordon.deployments d
		set name = value ->> 'name',
			alternate_names = array(select jsonb_array_elements_text(other_names)),
			force = value ->> 'force',
			unit = value ->> 'unit',
			kind = (value ->> 'kind')::cordon.deployment_kind,
			town = value ->> 'town',
			region = value ->> 'region',
			geometry = cordon.to_shape(value -> 'geometry'),
			accuracy_metres = (value ->> 'accuracyMetres')::int,
			valid_from = cordon.read_day(value -> 'period' ->> 'from'),
			valid_until = cordon.read_day(value -> 'period' ->> 'until'),
			updated_at = now()
		where d.id = kept and d.mission_id = here.id;
		if not found then
			perform cordon.refuse(404, 'deploymentUnknown',
				'There is no such deployment in the mission.');
		end if;
		delete from cordon.deployment_strengths s where s.deployment_id = kept;
	end if;
	insert into cordon.deployment_strengths
		(deployment_id, valid_from, valid_until, category, personnel, source)
	select kept, cordon.read_day(strength -> 'period' ->> 'from'),
		cordon.read_day(strength -> 'period' ->> 'until'),
		(strength ->> 'category')::cordon.personnel_category,
		(strength ->> 'personnel')::int, strength ->> 'source'
	from jsonb_array_elements(strengths) as given (strength);
	if btrim(coalesce(value ->> 'source', '')) <> '' then
		select s.id into origin from cordon.sources s
			where s.mission_id = here.id and s.title = btrim(value ->> 'source') limit 1;
		if origin is null then
			insert into cordon.sources (mission_id, title)
			values (here.id, btrim(value ->> 'source'))
			returning id into origin;
		end if;
		insert into cordon.deployment_sources (deployment_id, source_id, position)
		select kept, origin, coalesce(max(l.position), 0) + 1
		from cordon.deployment_sources l where l.deployment_id = kept
		on conflict do nothing;
	end if;
	return kept;
exception when check_violation or not_null_violation or data_exception or exclusion_violation then
	perform cordon.refuse(422, 'deploymentInvalid',
		'This deployment cannot be stored: ' || sqlerrm || '.');
	return null;
end
$$;

create function api.save_establishment(mission text, establishment text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'focal_point', 'head_of_mission');
	kept uuid := cordon.keep_establishment(here, cordon.read_json(establishment));
begin
	perform cordon.record_act(here.id, 'establishment_saved', kept::text);
	return cordon.to_establishments(here.id, kept) -> 0;
end
$$;

create function api.save_deployment(mission text, deployment text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'head_of_mission', 'administrator');
	kept uuid := cordon.keep_deployment(here, cordon.read_json(deployment));
begin
	perform cordon.record_act(here.id, 'deployment_saved', kept::text);
	return cordon.to_deployments(here.id, kept) -> 0;
end
$$;

-- Rows of an import: an array of at most 5,000, each a new one; how many there were. One that is
-- refused refuses them all, and says which it is.
create function cordon.keep_rows(here cordon.missions, written text, what text) returns int
language plpgsql
set search_path = ''
as $$
declare
	given jsonb := cordon.read_json(written);
	number int := 0;
	entry jsonb;
begin
	if jsonb_typeof(given) is distinct from 'array'
		or jsonb_array_length(given) not between 1 and 5000 then
		perform cordon.refuse(422, 'rowsInvalid', 'An import holds 1 to 5,000 rows. Divide the file.');
	end if;
	for entry in select value || '{"id": null}' from jsonb_array_elements(given) loop
		number := number + 1;
		begin
			case what
				when 'establishments' then perform cordon.keep_establishment(here, entry);
				when 'deployments' then perform cordon.keep_deployment(here, entry);
				when 'nominations' then perform cordon.nominate_one(here, entry);
			end case;
		exception when sqlstate 'PT422' or sqlstate 'PT409' or sqlstate 'PT404' then
			perform cordon.refuse(422, 'rowInvalid', format('Row %s: %s', number, sqlerrm));
		end;
	end loop;
	return number;
end
$$;

create function api.import_establishments(mission text, establishments text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'focal_point', 'head_of_mission');
	number int := cordon.keep_rows(here, establishments, 'establishments');
begin
	perform cordon.record_act(here.id, 'establishments_imported', null,
		jsonb_build_object('rows', number));
	return jsonb_build_object('added', number);
end
$$;

create function api.import_deployments(mission text, deployments text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'head_of_mission', 'administrator');
	number int := cordon.keep_rows(here, deployments, 'deployments');
begin
	perform cordon.record_act(here.id, 'deployments_imported', null,
		jsonb_build_object('rows', number));
	return jsonb_build_object('added', number);
end
$$;

-- Members ----------------------------------------------------------------------------------------

-- Who may give or end a membership: an administrator all but a Head of Mission's, a Head of Mission
-- all, a delegate none of a Head of Mission's, and nobody one's own.
create function cordon.require_say(
	here cordon.missions, over_person uuid, over_role cordon.mission_role
) returns void
language plpgsql stable
set search_path = ''
as $$
declare
	mine cordon.memberships;
begin
	select m.* into mine from cordon.my_memberships() m where m.mission_id = here.id;
	if over_person = mine.person_id then
		perform cordon.refuse(403, 'notYourself', 'Nobody changes their own membership.');
	elsif over_role = 'head_of_mission' and mine.role <> 'head_of_mission' then
		perform cordon.refuse(403, 'onlyHeadOfMission',
			'Only a Head of Mission gives or ends that authority.');
	elsif over_role = 'head_of_mission' and mine.delegated_by is not null then
		perform cordon.refuse(403, 'delegatesDoNotDelegate',
			'A delegate does not pass the authority on.');
	end if;
end
$$;

create function api.save_membership(
	mission text,
	email text,
	role cordon.mission_role,
	category cordon.personnel_category,
	unit text,
	base_id uuid,
	period text
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'head_of_mission', 'administrator');
	span jsonb := cordon.read_json(period);
	today date := cordon.today(here.time_zone);
	since date := coalesce(cordon.read_day(span ->> 'from'), today);
	until date := cordon.read_day(span ->> 'until');
	person cordon.people;
	earlier cordon.memberships;
	created uuid;
begin
	if save_membership.role is null or save_membership.category is null
		or jsonb_typeof(span) is distinct from 'object' then
		perform cordon.refuse(422, 'membershipInvalid', 'A membership needs a role and a category.');
	end if;
	select p.* into person from cordon.people p where lower(p.email) = lower(btrim(save_membership.email));
	if person.id is null then
		perform cordon.refuse(404, 'personUnknown',
			'Nobody has an account with this address. The account must be created first.');
	end if;
	perform cordon.require_say(here, person.id, save_membership.role);
	if until <= greatest(since, today) then
		perform cordon.refuse(422, 'periodInvalid', 'A membership must end after today and after it begins.');
	elsif save_membership.role = 'head_of_mission' and until is null then
		perform cordon.refuse(422, 'delegationNeedsEnd',
			'The authority of a Head of Mission is delegated for a stated period.');
	elsif base_id is not null and not exists (select from cordon.deployments d
		where d.id = save_membership.base_id and d.mission_id = here.id) then
		perform cordon.refuse(404, 'deploymentUnknown',
			'There is no such deployment in the mission.');
	end if;

	-- One role at a time. Of what would stand for the same time, a membership that is running goes on
	-- until a later one begins; everything else ends now.
	for earlier in
		select m.* from cordon.memberships m
		where m.mission_id = here.id and m.person_id = person.id and m.ended_at is null
			and daterange(m.valid_from, m.valid_until) && daterange(since, until)
	loop
		perform cordon.require_say(here, person.id, earlier.role);
		if since > today and coalesce(earlier.valid_from <= today, true) then
			update cordon.memberships m set valid_until = since where m.id = earlier.id;
		else
			update cordon.memberships m set ended_at = now() where m.id = earlier.id;
		end if;
	end loop;
	insert into cordon.memberships (mission_id, person_id, role, category, unit, base_id,
		delegated_by, valid_from, valid_until)
	values (here.id, person.id, save_membership.role, save_membership.category,
		nullif(btrim(save_membership.unit), ''), save_membership.base_id,
		case when save_membership.role = 'head_of_mission' then cordon.my_id() end, since, until)
	returning id into created;
	perform cordon.record_act(here.id, 'membership_saved', person.id::text, jsonb_build_object(
		'role', save_membership.role, 'category', save_membership.category,
		'from', since, 'until', until));
	return cordon.to_member(created);
exception
	when exclusion_violation then
		perform cordon.refuse(409, 'membershipChanged',
			'Somebody changed this person''s membership meanwhile. Look again.');
		return null;
	when check_violation then
		perform cordon.refuse(422, 'membershipInvalid', 'This membership cannot be stored: ' || sqlerrm || '.');
		return null;
end
$$;

create function api.end_membership(membership_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	membership cordon.memberships;
	here cordon.missions;
begin
	select m.* into membership from cordon.memberships m
		where m.id = membership_id and m.mission_id in (select cordon.my_missions())
		for update;
	if membership.id is null then
		perform cordon.refuse(404, 'membershipUnknown', 'There is no such membership.');
	end if;
	select m.* into here from cordon.missions m where m.id = membership.mission_id;
	perform cordon.enter_mission(here.slug, 'head_of_mission', 'administrator');
	perform cordon.require_say(here, membership.person_id, membership.role);
	if membership.ended_at is null then
		update cordon.memberships m set ended_at = now() where m.id = membership.id;
		perform cordon.record_act(here.id, 'membership_ended', membership.person_id::text,
			jsonb_build_object('role', membership.role));
	end if;
	return null;
end
$$;

-- Who may call what ------------------------------------------------------------------------------

grant execute on function
	cordon.me(),
	cordon.take_draft(uuid, cordon.mission_role[]),
	cordon.require_revision(cordon.drafts, int),
	cordon.is_record(jsonb, text[]),
	cordon.keep_establishment(cordon.missions, jsonb),
	cordon.keep_deployment(cordon.missions, jsonb),
	cordon.keep_rows(cordon.missions, text, text),
	cordon.require_say(cordon.missions, uuid, cordon.mission_role)
to cordon_keeper;

grant execute on function
	api.create_draft(text, uuid, text),
	api.save_draft(uuid, int, text),
	api.discard_draft(uuid, int),
	api.publish_draft(uuid, int),
	api.save_establishment(text, text),
	api.save_deployment(text, text),
	api.import_establishments(text, text),
	api.import_deployments(text, text),
	api.save_membership(
		text, text, cordon.mission_role, cordon.personnel_category, text, uuid, text),
	api.end_membership(uuid)
to authenticated;

alter function api.create_draft(text, uuid, text) owner to cordon_keeper;
alter function api.save_draft(uuid, int, text) owner to cordon_keeper;
alter function api.discard_draft(uuid, int) owner to cordon_keeper;
alter function api.publish_draft(uuid, int) owner to cordon_keeper;
alter function api.save_establishment(text, text) owner to cordon_keeper;
alter function api.save_deployment(text, text) owner to cordon_keeper;
alter function api.import_establishments(text, text) owner to cordon_keeper;
alter function api.import_deployments(text, text) owner to cordon_keeper;
alter function api.save_membership(
	text, text, cordon.mission_role, cordon.personnel_category, text, uuid, text) owner to cordon_keeper;
alter function api.end_membership(uuid) owner to cordon_keeper;

revoke create on schema cordon, api from cordon_keeper;

-- Not granted: anything to anon, anything to service_role. A key that bypasses row-level security
-- opens nothing here, because it holds no grant.
