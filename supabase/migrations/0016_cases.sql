-- 16. Cases
--
-- How a place comes on the list, and how it comes off again. Somebody nominates it by what can be
-- observed; somebody else assesses it; the proprietor is heard, unless that would endanger someone;
-- it is recommended; and the Head of Mission decides, by publishing a directive and in no other way.
-- While it is listed it is inspected, and what is found there changes the register, never the
-- restriction.
--
-- A case is one line of the list before, while and after it stands there: its id is the id of that
-- line in every version. What was done in it is written down, one act after the other, and never
-- changed. Its state is stored nowhere. It follows from the acts and the publications, so nothing
-- can say "in force" of what no Head of Mission published, and an emergency that nobody confirmed
-- has lapsed without anybody's doing.

grant create on schema cordon, api to cordon_keeper;

-- src/lib/core/case.ts has the same words in the same order.

create type cordon.indicator as enum (
	'not_free_to_leave', 'guarded', 'rehearsed_answers', 'threats', 'violence', 'papers_withheld',
	'unpaid', 'long_hours', 'lives_on_premises', 'journey_arranged', 'sex_sold', 'minors',
	'members_seen', 'drugs', 'weapons', 'armed_groups', 'disorder', 'unsanitary');
create type cordon.case_act as enum (
	'nominated', 'assessed', 'notice_sent', 'notice_omitted', 'replied', 'petitioned', 'inspected',
	'answered', 'recommended', 'withdrawn');
create type cordon.case_state as enum (
	'nominated', 'assessed', 'recommended', 'scheduled', 'emergency', 'in_force', 'closed_down',
	'lapsed', 'lifted', 'dismissed', 'withdrawn');
create type cordon.finding as enum ('grounds', 'observe', 'no_grounds');
create type cordon.recommendation as enum ('designate', 'keep', 'lift');
create type cordon.omission as enum ('endangers_someone', 'warns_offenders', 'proprietor_unknown');
create type cordon.outcome as enum ('accepted', 'refused');
create type cordon.inspection_result as enum (
	'unchanged', 'corrected', 'changed_name', 'changed_owner', 'closed_down', 'not_found');

create table cordon.cases (
	-- The id of the line in every version that carries it.
	id uuid primary key,
	mission_id uuid not null references cordon.missions,
	kind cordon.designation_kind not null,
	establishment_id uuid references cordon.establishments,
	name jsonb not null default '{}' check (cordon.is_text(name, 300)),
	-- For a class rule.
	establishment_kind cordon.establishment_kind,
	-- For a zone or curfew, as it was when the case opened.
	geometry extensions.geometry,
	opened_at timestamptz not null default now(),

	unique (id, mission_id),
	constraint a_case_says_what_it_is_about
		check (case kind
			when 'establishment' then establishment_id is not null
				and num_nonnulls(establishment_kind, geometry) = 0
			when 'class' then establishment_kind is not null
				and num_nonnulls(establishment_id, geometry) = 0 and name <> '{}'
			else geometry is not null
				and num_nonnulls(establishment_id, establishment_kind) = 0 and name <> '{}'
		end),
	constraint areas_of_cases_are_shapes
		check (cordon.is_shape(geometry, '{ST_Point,ST_Polygon,ST_MultiPolygon}'))
);

create index cases_by_mission on cordon.cases (mission_id);
-- "Is there a case of this place?"
create index cases_by_establishment on cordon.cases (establishment_id);

-- No line without its case.
alter table cordon.designations
	add foreign key (id, mission_id) references cordon.cases (id, mission_id);

create table cordon.case_acts (
	case_id uuid,
	-- 1, 2, 3 ... in the case, without gaps.
	position int check (position >= 1),
	mission_id uuid not null,
	act cordon.case_act not null,
	-- The day on which it happened; it may be written down later.
	happened_on date not null,
	reason cordon.reason,
	indicators cordon.indicator[] not null default '{}',
	finding cordon.finding,
	reply_by date,
	omission cordon.omission,
	outcome cordon.outcome,
	result cordon.inspection_result,
	recommendation cordon.recommendation,
	recorded_by uuid not null references cordon.people,
	-- The name as it was then: people do not read each other's rows.
	recorded_by_name text not null,
	recorded_at timestamptz not null default clock_timestamp(),

	primary key (case_id, position),
	foreign key (case_id, mission_id) references cordon.cases (id, mission_id),
	constraint each_act_has_the_words_that_are_its_own
		check ((reason is not null) = (act = 'nominated')
			and (finding is not null) = (act = 'assessed')
			and (reply_by is not null) = (act = 'notice_sent')
			and (omission is not null) = (act = 'notice_omitted')
			and (outcome is not null) = (act = 'answered')
			and (result is not null) = (act = 'inspected')
			and (recommendation is not null) = (act = 'recommended')),
	constraint only_who_looked_names_indicators
		check (act in ('nominated', 'assessed') or indicators = '{}'),
	constraint whoever_nominates_says_what_was_observed
		check (act <> 'nominated' or indicators <> '{}'),
	constraint a_proprietor_has_time_to_reply
		check (reply_by between happened_on + 1 and happened_on + 366),
	-- The year of the first peace operation.
	constraint nothing_happened_before_there_were_missions
		check (happened_on >= '1948-01-01')
);

create unique index a_case_is_nominated_once on cordon.case_acts (case_id)
	where act = 'nominated';
create index case_acts_by_mission on cordon.case_acts (mission_id);

-- The only free text of a case. It is restricted, its readers are recorded, and it has a day on
-- which it is erased: the act stands, the words are gone.
create table cordon.case_notes (
	case_id uuid,
	position int,
	mission_id uuid not null references cordon.missions,
	note text check (char_length(note) between 1 and 2000),
	-- Not kept on this day any more.
	retained_until date not null,
	erased_at timestamptz,

	primary key (case_id, position),
	foreign key (case_id, position) references cordon.case_acts (case_id, position),
	constraint what_is_erased_is_gone check ((note is null) = (erased_at is not null))
);

-- What is to be erased today.
create index case_notes_by_retention on cordon.case_notes (retained_until)
	where erased_at is null;

create trigger cases_are_never_changed
	before update or delete on cordon.cases
	for each row execute function cordon.refuse_change();
create trigger cases_are_never_emptied
	before truncate on cordon.cases
	for each statement execute function cordon.refuse_change();
create trigger case_acts_are_never_changed
	before update or delete on cordon.case_acts
	for each row execute function cordon.refuse_change();
create trigger case_acts_are_never_emptied
	before truncate on cordon.case_acts
	for each statement execute function cordon.refuse_change();

-- Where a case stands ----------------------------------------------------------------------------

-- The cases that the caller may see. An analyst sees what was nominated or is published: a case
-- that a scheduled version opened would betray it.
create function cordon.my_cases() returns setof uuid
language sql stable security definer
set search_path = ''
begin atomic
	select c.id from cordon.cases c
	where c.mission_id in (select cordon.my_missions_as('focal_point', 'head_of_mission'))
	union
	select a.case_id from cordon.case_acts a
	where a.mission_id in (select cordon.my_missions_as('analyst')) and a.act = 'nominated'
	union
	select l.id from cordon.designations l
	where l.mission_id in (select cordon.my_missions_as('analyst'))
		and l.version_id in (select cordon.my_versions());
end;

-- State and standing of the cases of a mission, or of one, as far as the caller may know: rows come
-- from under row-level security, so an embargo is kept here too.
create function cordon.case_states(of_mission uuid, only_id uuid default null)
returns table (
	case_id uuid,
	state cordon.case_state,
	nominated_at timestamptz,
	nominated_by uuid,
	nominated_by_name text,
	nominated_reason cordon.reason,
	finding cordon.finding,
	assessed_on date,
	notice text,
	reply_by date,
	unanswered boolean,
	recommendation cordon.recommendation,
	inspected_on date,
	inspection cordon.inspection_result,
	-- The version that carries it now; else the next to; else the last that did.
	version_id uuid,
	directive_id uuid,
	listed_since timestamptz,
	lapses_at timestamptz
)
language sql stable
begin atomic
	with intervals as materialized (
		select i.*, row_number() over (order by i.binds_from) as nth
		from cordon.version_intervals(of_mission) i
		where i.binds_until is null or i.binds_until > i.binds_from
	),
	-- Of the versions that carry a line the one that matters: what binds now goes before what will
	-- next, and that before what did last. Told by a number, so that a list of many versions is read
	-- once and not sorted.
	chosen as (
		select l.id,
			max(case
				when i.binds_from > now() then 2000000 - i.nth
				when i.binds_until <= now() or l.lapses_at <= now() then i.nth
				else 2000000 + i.nth
			end) as best,
			min(i.binds_from) as since
		from cordon.designations l
		join intervals i on i.version_id = l.version_id
		where l.mission_id = of_mission and (only_id is null or l.id = only_id)
		group by l.id
	),
	lines as materialized (
		select l.id, l.version_id, i.directive_id, l.emergency, l.lapses_at, i.binds_from,
			least(i.binds_until, l.lapses_at) as binds_until,
			coalesce(l.lapses_at < coalesce(i.binds_until, 'infinity'), false) as lapses,
			c.best > 2000000 as binds,
			c.since
		from chosen c
		join intervals i on i.nth = case
			when c.best > 2000000 then c.best - 2000000
			when c.best > 1000000 then 2000000 - c.best
			else c.best end
		join cordon.designations l on l.version_id = i.version_id and l.id = c.id
	),
	-- The last act of each kind; of inspections the last that happened, whenever it was written down.
	acts as materialized (
		select a.case_id,
			max(a.recorded_at) filter (
				where a.act in ('nominated', 'assessed', 'recommended')) as moved_at,
			(array_agg(a order by a.position desc) filter (
				where a.act = 'nominated'))[1] as nominated,
			(array_agg(a order by a.position desc) filter (
				where a.act = 'assessed'))[1] as assessed,
			(array_agg(a order by a.position desc) filter (
				where a.act in ('notice_sent', 'notice_omitted')))[1] as notice,
			(array_agg(a order by a.happened_on desc, a.position desc) filter (
				where a.act = 'inspected'))[1] as inspected,
			(array_agg(a order by a.position desc) filter (
				where a.act = 'recommended'))[1] as recommended,
			max(a.position) filter (where a.act = 'withdrawn') as withdrawn,
			max(a.position) filter (where a.act = 'replied') as replied,
			max(a.position) filter (where a.act in ('replied', 'petitioned')) as heard,
			max(a.position) filter (where a.act = 'answered') as answered
		from cordon.case_acts a
		where a.mission_id = of_mission and (only_id is null or a.case_id = only_id)
		group by a.case_id
	)
	select
		c.id,
		(case
			when l.binds and l.emergency then 'emergency'
			when l.binds and e.status = 'closed_down' then 'closed_down'
			when l.binds then 'in_force'
			when l.binds_from > now() then 'scheduled'
			when not l.lapses then 'lifted'
			when l.binds_until >= coalesce(a.moved_at, '-infinity') then 'lapsed'
			when a.withdrawn is not null then 'withdrawn'
			when (a.recommended).position > (a.assessed).position then 'recommended'
			when (a.assessed).finding = 'no_grounds' then 'dismissed'
			when (a.assessed).position is not null then 'assessed'
			when (a.nominated).position is not null then 'nominated'
			-- Signed for later, and superseded before it took effect.
			else 'withdrawn'
		end)::cordon.case_state,
		(a.nominated).recorded_at,
		(a.nominated).recorded_by,
		(a.nominated).recorded_by_name,
		(a.nominated).reason,
		(a.assessed).finding,
		(a.assessed).happened_on,
		case
			when (a.notice).act is null then 'none'
			when (a.notice).act = 'notice_omitted' then 'omitted'
			when (a.notice).reply_by >= cordon.today(m.time_zone)
				and coalesce(a.replied, 0) < (a.notice).position then 'running'
			else 'given'
		end,
		(a.notice).reply_by,
		coalesce(a.heard > coalesce(a.answered, 0), false),
		case when (a.recommended).position > coalesce((a.assessed).position, 0)
			and case (a.recommended).recommendation
				when 'designate' then coalesce(case when l.binds then l.emergency
					else l.binds_from <= now() and l.lapses end, true)
				else coalesce(l.binds, false)
			end then (a.recommended).recommendation end,
		(a.inspected).happened_on,
		(a.inspected).result,
		l.version_id,
		l.directive_id,
		l.since,
		case when l.binds then l.lapses_at end
	from cordon.cases c
	join cordon.missions m on m.id = c.mission_id
	left join cordon.establishments e on e.id = c.establishment_id
	left join lines l on l.id = c.id
	left join acts a on a.case_id = c.id
	where c.mission_id = of_mission and (only_id is null or c.id = only_id);
end;

-- The order of things, for whoever writes an act: the functions below, an import, a seed.
create function cordon.check_case_act() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
	c cordon.cases;
	s record;
	listed boolean;
begin
	select cases.* into c from cordon.cases where cases.id = new.case_id;
	select states.* into s from cordon.case_states(new.mission_id, new.case_id) states;
	listed := s.state in ('emergency', 'in_force', 'closed_down');

	if new.happened_on > (
		select cordon.today(m.time_zone) from cordon.missions m where m.id = new.mission_id) then
		perform cordon.refuse(422, 'dateInFuture', 'What is recorded has happened: the day is in the future.');
	elsif s.state = 'lifted' or new.act <> 'nominated' and s.state in ('dismissed', 'withdrawn') then
		perform cordon.refuse(409, 'caseClosed', 'This case is closed. Nominate the place anew.');
	end if;

	case new.act
		when 'nominated' then
			if s.state in ('in_force', 'closed_down') then
				perform cordon.refuse(409, 'alreadyListed', 'This is on the list already.');
			elsif s.nominated_at is not null then
				perform cordon.refuse(409, 'caseOpen', 'A case of this place is open already.');
			end if;
		when 'assessed' then
			if s.nominated_at is null then
				perform cordon.refuse(409, 'notNominated', 'Only what was nominated is assessed.');
			elsif s.state in ('in_force', 'closed_down') then
				perform cordon.refuse(409, 'alreadyListed', 'This is on the list already.');
			elsif new.recorded_by = s.nominated_by then
				perform cordon.refuse(409, 'secondPersonNeeded',
					'Whoever nominated a place cannot assess it: a second person must.');
			end if;
		when 'notice_sent', 'notice_omitted' then
			if c.kind <> 'establishment' then
				perform cordon.refuse(409, 'noProprietor', 'Only an establishment has a proprietor.');
			elsif not listed and s.finding is distinct from 'grounds' then
				perform cordon.refuse(409, 'notAssessed',
					'First an assessment must find grounds to designate.');
			end if;
		when 'replied' then
			if s.notice not in ('running', 'given') then
				perform cordon.refuse(409, 'noticeMissing', 'No notice was sent to the proprietor.');
			end if;
		when 'petitioned' then
			if c.kind <> 'establishment' then
				perform cordon.refuse(409, 'noProprietor', 'Only an establishment has a proprietor.');
			elsif not listed then
				perform cordon.refuse(409, 'notListed', 'This is not on the list.');
			end if;
		when 'answered' then
			if not s.unanswered then
				perform cordon.refuse(409, 'nothingToAnswer', 'No reply or petition waits for an answer.');
			end if;
		when 'inspected' then
			if c.kind not in ('establishment', 'zone') then
				perform cordon.refuse(409, 'notAPlace', 'A rule or a curfew cannot be inspected.');
			elsif c.kind = 'zone' and new.result in ('changed_name', 'changed_owner', 'closed_down') then
				perform cordon.refuse(422, 'caseWordsInvalid', 'A zone has no sign, owner or door.');
			end if;
		when 'recommended' then
			if new.recommendation <> 'designate' then
				if not listed then
					perform cordon.refuse(409, 'notListed', 'This is not on the list.');
				elsif new.recommendation = 'lift' and c.kind in ('establishment', 'zone')
					and s.inspected_on is null then
					perform cordon.refuse(409, 'inspectionMissing',
						'Somebody must have inspected the place before it is taken off the list.');
				end if;
			elsif s.state in ('in_force', 'closed_down', 'scheduled') then
				perform cordon.refuse(409, 'alreadyListed', 'This is on the list already.');
			elsif s.finding is distinct from 'grounds' then
				perform cordon.refuse(409, 'notAssessed',
					'First an assessment must find grounds to designate.');
			elsif c.kind = 'establishment' and s.notice = 'none' then
				perform cordon.refuse(409, 'noticeMissing',
					'The proprietor must have notice first, or a reason must say why not.');
			elsif s.notice = 'running' then
				perform cordon.refuse(409, 'noticeRunning', 'The proprietor still has time to reply.');
			elsif s.unanswered then
				perform cordon.refuse(409, 'replyUnanswered', 'The proprietor''s words wait for an answer.');
			end if;
		when 'withdrawn' then
			if s.state not in ('nominated', 'assessed') then
				perform cordon.refuse(409, 'caseDecided',
					'A nomination is withdrawn before it is recommended or listed, not later.');
			end if;
	end case;
	return new;
end
$$;

create trigger acts_follow_one_another
	before insert on cordon.case_acts
	for each row execute function cordon.check_case_act();

-- Words ------------------------------------------------------------------------------------------

-- Cases of a mission, or the one asked for, as CaseSummary.
create function cordon.to_cases(of_mission uuid, only_id uuid default null) returns jsonb
language sql stable
begin atomic
	with drafted as materialized (
		select d.id as draft_id, line ->> 'id' as line_id, line ->> 'establishmentId' as place_id
		from cordon.drafts d
		cross join jsonb_array_elements(d.content -> 'designations') as held (line)
		where d.mission_id = of_mission and d.version_id is null
	)
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', c.id,
		'kind', c.kind,
		'state', s.state,
		'establishmentId', c.establishment_id,
		-- Not cordon.to_names: the policy of names would be worked out anew for every case.
		'names', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'text', n.text, 'language', n.language, 'status', n.status) order by n.position), '[]')
			from cordon.establishment_names n
			where n.establishment_id = e.id),
		'name', coalesce(l.name, c.name),
		'establishmentKind', coalesce(e.kind, c.establishment_kind),
		'town', e.town,
		'region', e.region,
		'geometry', cordon.to_geojson(case when e.id is null then coalesce(l.geometry, c.geometry) end),
		'placeStatus', e.status,
		'reason', coalesce(l.reason, s.nominated_reason),
		'nominatedAt', cordon.to_instant(s.nominated_at),
		'nominatedBy', s.nominated_by_name,
		'nominatedByMe', coalesce(s.nominated_by = cordon.my_id(), false),
		'finding', s.finding,
		'assessedOn', s.assessed_on,
		'notice', s.notice,
		'replyBy', s.reply_by,
		'unanswered', s.unanswered,
		'recommendation', s.recommendation,
		'lastInspection', case when s.inspected_on is not null then jsonb_build_object(
			'on', s.inspected_on, 'result', s.inspection) end,
		'inspectionDueOn', case
			when s.state in ('emergency', 'in_force', 'closed_down')
				and c.kind in ('establishment', 'zone') then
				greatest(s.inspected_on, (s.listed_since at time zone m.time_zone)::date)
					+ m.review_interval_days end,
		'directive', case when v.id is not null then jsonb_build_object(
			'id', v.directive_id, 'number', d.number, 'version', v.version, 'versionId', v.id) end,
		'lapsesAt', cordon.to_instant(s.lapses_at),
		'draftId', case when s.state in ('nominated', 'assessed', 'recommended', 'lapsed')
			then coalesce(by_line.draft_id, by_place.draft_id) end
	) order by coalesce(s.nominated_at, c.opened_at) desc, c.id), '[]')
	from cordon.case_states(of_mission, only_id) s
	join cordon.cases c on c.id = s.case_id
	join cordon.missions m on m.id = c.mission_id
	left join cordon.establishments e on e.id = c.establishment_id
	left join cordon.designations l on l.version_id = s.version_id and l.id = c.id
	left join cordon.directive_versions v on v.id = s.version_id
	left join cordon.directives d on d.id = v.directive_id
	left join (
		select drafted.line_id, min(drafted.draft_id::text) as draft_id
		from drafted group by drafted.line_id
	) by_line on by_line.line_id = c.id::text
	left join (
		select drafted.place_id, min(drafted.draft_id::text) as draft_id
		from drafted group by drafted.place_id
	) by_place on by_place.place_id = e.id::text
	-- What was only signed for later, and superseded before it took effect, never was a case.
	where s.nominated_at is not null or v.id is not null;
end;

-- The history of a case, oldest first, as CaseEvent: what people did, what publications did, what
-- time did, and what became of the place.
create function cordon.to_case_events(of_case cordon.cases) returns jsonb
language sql stable
begin atomic
	with stretches as (
		select l.*, v.version, v.published_by_name, d.number, i.binds_from,
			least(i.binds_until, l.lapses_at) as binds_until,
			coalesce(l.lapses_at < coalesce(i.binds_until, 'infinity'), false) as lapses,
			row(l.name, l.names, extensions.st_asbinary(l.geometry), l.buffer_metres, l.reason,
				l.curfew, l.exceptions)::text as words
		from cordon.designations l
		join cordon.version_intervals((of_case).mission_id) i on i.version_id = l.version_id
		join cordon.directive_versions v on v.id = l.version_id
		join cordon.directives d on d.id = v.directive_id
		where l.id = (of_case).id
			and (i.binds_until is null or i.binds_until > i.binds_from)
	),
	runs as (
		select stretches.*,
			binds_from = lag(binds_until) over through_time as goes_on,
			lag(emergency) over through_time as was_emergency,
			lag(words) over through_time as words_before,
			lead(binds_from) over through_time as next_from
		from stretches
		window through_time as (order by binds_from)
	),
	events as (
		select a.recorded_at as at, a.position, jsonb_build_object(
			'what', a.act,
			'by', a.recorded_by_name,
			'on', a.happened_on,
			'position', a.position,
			'note', case when n.case_id is not null then jsonb_build_object(
				'retainedUntil', n.retained_until,
				'erasedAt', cordon.to_instant(n.erased_at)) end,
			'reason', a.reason,
			'indicators', case when a.act in ('nominated', 'assessed') then to_jsonb(a.indicators) end,
			'finding', a.finding,
			'omission', a.omission,
			'replyBy', a.reply_by,
			'outcome', a.outcome,
			'result', a.result,
			'recommendation', a.recommendation) as words
		from cordon.case_acts a
		left join cordon.case_notes n on n.case_id = a.case_id and n.position = a.position
		where a.case_id = (of_case).id
		union all
		select r.binds_from, null, jsonb_build_object(
			'what', case
				when not coalesce(r.goes_on, false) then 'designated'
				when r.was_emergency and not r.emergency then 'confirmed'
				else 'altered' end,
			'by', r.published_by_name,
			'reason', r.reason,
			'versionId', r.version_id,
			'number', r.number,
			'version', r.version,
			'emergency', r.emergency,
			'lapsesAt', cordon.to_instant(r.lapses_at))
		from runs r
		where not coalesce(r.goes_on, false)
			or r.was_emergency <> r.emergency or r.words <> r.words_before
		union all
		select r.binds_until, null, case when r.lapses then jsonb_build_object('what', 'lapsed')
			else jsonb_build_object(
				'what', 'taken_off',
				'by', later.published_by_name,
				'versionId', later.id,
				'number', r.number,
				'version', later.version) end
		from runs r
		join cordon.directive_versions v on v.id = r.version_id
		left join lateral (
			select ending.* from cordon.directive_versions ending
			where ending.directive_id = v.directive_id and ending.effective_from = r.binds_until
			order by ending.version desc
			limit 1
		) later on true
		where r.next_from is distinct from r.binds_until
			and r.binds_until is not null
			-- Time has not done yet what somebody may still prevent.
			and (not r.lapses or r.binds_until <= now())
		union all
		select changed.at, null, jsonb_build_object('what', 'status_changed', 'status', changed.status)
		from (
			select h.at, h.status, row_number() over (order by h.at) as nth
			from cordon.establishment_status_changes h
			where h.establishment_id = (of_case).establishment_id
		) changed
		where changed.nth > 1
	)
	select coalesce(jsonb_agg(
		jsonb_strip_nulls(e.words || jsonb_build_object('at', cordon.to_instant(e.at)))
		order by e.at, e.position nulls last), '[]')
	from events e;
end;

alter table cordon.cases enable row level security, force row level security;
alter table cordon.case_acts enable row level security, force row level security;
alter table cordon.case_notes enable row level security, force row level security;

create policy "Analysts, focal points and Heads of Mission read the cases that are theirs to see"
	on cordon.cases for select to authenticated
	using (id in (select cordon.my_cases()));
create policy "Whoever reads a case reads what was done in it"
	on cordon.case_acts for select to authenticated
	using (case_id in (select cordon.my_cases()));

create policy "Whoever reads a case knows of its notes"
	on cordon.case_notes for select to authenticated
	using (case_id in (select cordon.my_cases()));

create policy "The keeper keeps cases" on cordon.cases to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps what was done in cases" on cordon.case_acts to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps and erases notes" on cordon.case_notes to cordon_keeper
	using (true) with check (true);

grant select on cordon.cases, cordon.case_acts to authenticated;
-- That there is a note, and until when; its words leave through api.read_case_notes only.
grant select (case_id, position, mission_id, retained_until, erased_at) on cordon.case_notes
to authenticated;
grant select, insert on cordon.cases, cordon.case_acts, cordon.case_notes to cordon_keeper;
grant update (note, erased_at) on cordon.case_notes to cordon_keeper;

-- What may be asked ------------------------------------------------------------------------------

create function api.list_cases(mission text) returns jsonb
language sql stable
return cordon.to_cases((cordon.enter_mission(
	mission, 'analyst', 'focal_point', 'head_of_mission')).id);

create function api.get_case(case_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	c cordon.cases;
	summary jsonb;
begin
	select cases.* into c from cordon.cases where cases.id = get_case.case_id;
	summary := cordon.to_cases(c.mission_id, c.id) -> 0;
	if summary is null then
		perform cordon.refuse(404, 'caseUnknown', 'There is no such case.');
	end if;
	return summary || jsonb_build_object('events', cordon.to_case_events(c));
end
$$;

-- "Not visit or reside in": where members of the mission are housed is held against the list in
-- force as the caller may know it. Inside a shape the distance to its edge counts as negative; what
-- the two accuracies leave open is said to be open.
create function api.check_premises(mission text) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'deploymentId', found.deployment_id,
			'deploymentName', found.deployment,
			'designationId', found.line_id,
			'number', found.number,
			'distanceMetres', greatest(round(found.metres), 0),
			'accuracyMetres', found.accuracy,
			'verdict', case
				when found.metres + found.accuracy <= 0 then 'inside'
				when found.metres > found.accuracy
					and found.metres + found.accuracy <= here.near_metres then 'near'
				else 'cannot_tell' end
		) order by found.metres, found.deployment), '[]')
		from (
			select p.id as deployment_id, p.name as deployment, l.id as line_id, d.number,
				p.accuracy_metres + l.accuracy_metres as accuracy,
				case when extensions.st_intersects(p.geometry, l.geometry)
					then -extensions.st_distance(
						extensions.st_pointonsurface(p.geometry)::extensions.geography,
						extensions.st_boundary(l.geometry)::extensions.geography, false)
					else extensions.st_distance(p.geometry::extensions.geography,
						l.geometry::extensions.geography, false)
				end - l.buffer_metres as metres
			from cordon.deployments p
			cross join cordon.versions_in_force(here.id, now()) v
			join cordon.directives d on d.id = v.directive_id
			join cordon.designations l
				on l.version_id = v.id and l.kind in ('establishment', 'zone')
				and (l.lapses_at is null or l.lapses_at > now())
			where p.mission_id = here.id
				and p.kind in ('staff_housing', 'leased_premises')
				and (p.valid_from is null or p.valid_from <= cordon.today(here.time_zone))
				and (p.valid_until is null or p.valid_until > cordon.today(here.time_zone))
		) found
		where found.metres - found.accuracy <= here.near_metres);
end
$$;

-- What waits for the caller. Every task follows from the facts, so that it goes away by being done.
create function api.list_my_queue(mission text) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission);
	today date := cordon.today(here.time_zone);
	-- How long before its day something begins to wait.
	soon constant int := 14;
	mine cordon.memberships;
begin
	select m.* into mine from cordon.my_memberships() m where m.mission_id = here.id;
	return (
		with in_force as (
			select v.*, d.number
			from cordon.versions_binding(here.id) v
			join cordon.directives d on d.id = v.directive_id
		),
		cases as materialized (
			select words, summary.id, state, summary.kind, notice, finding, recommendation, unanswered,
				"inspectionDueOn" as inspection_due,
				case when state = 'assessed' and finding = 'observe'
					then "assessedOn" + here.review_interval_days end as look_again,
				state in ('emergency', 'in_force', 'closed_down') as listed,
				mine.role in ('analyst', 'focal_point') and not "nominatedByMe"
					and "nominatedAt" is not null as may_assess,
				(directive ->> 'versionId')::uuid as version_id, published.names
			from jsonb_array_elements(case
				when mine.role in ('analyst', 'focal_point', 'head_of_mission')
				then cordon.to_cases(here.id) else '[]' end) as summaries (words)
			cross join jsonb_to_record(words) as summary (
				id uuid, state text, kind text, notice text, finding text, recommendation text,
				unanswered boolean, "nominatedAt" text, "nominatedByMe" boolean, "assessedOn" date,
				"inspectionDueOn" date, directive jsonb)
			left join cordon.designations published
				on published.version_id = (directive ->> 'versionId')::uuid
				and published.id = summary.id
		),
		tasks as (
			select task.name as task, task.due_on, c.words, null::text as person,
				case when task.name in ('confirm', 'reissue') then c.version_id end as version_id
			from cases c
			cross join lateral (values
				('assess', c.look_again, c.may_assess
					and (c.state = 'nominated' or c.look_again <= today + soon
						or c.finding is null and c.state in ('emergency', 'lapsed'))),
				('give_notice', null, mine.role = 'focal_point'
					and c.kind = 'establishment' and c.notice = 'none' and c.finding = 'grounds'
					and c.state in ('assessed', 'emergency', 'lapsed')),
				('recommend', null, mine.role = 'focal_point'
					and c.finding = 'grounds' and c.recommendation is null
					and c.state in ('assessed', 'emergency', 'lapsed')
					and (c.kind <> 'establishment' or c.notice in ('given', 'omitted'))
					and not c.unanswered),
				('answer', null, mine.role in ('focal_point', 'head_of_mission') and c.unanswered),
				('decide', null, mine.role = 'head_of_mission'
					and c.recommendation in ('designate', 'lift') and c.state <> 'emergency'),
				('confirm', ((c.words ->> 'lapsesAt')::timestamptz at time zone here.time_zone)::date,
					mine.role = 'head_of_mission' and c.state = 'emergency'),
				('inspect', c.inspection_due, mine.role in ('analyst', 'focal_point')
					and c.inspection_due <= today + soon),
				('reissue', null, mine.role in ('focal_point', 'head_of_mission')
					and c.kind = 'establishment' and c.listed
					and c.words -> 'names' <> c.names)
			) task (name, due_on, waits)
			where task.waits
			union all
			select 'review', v.review_on, jsonb_build_object('name', v.title), null, v.id
			from in_force v
			where mine.role in ('focal_point', 'head_of_mission') and v.review_on <= today + soon
			union all
			select 'acknowledge', null, jsonb_build_object('name', v.title), null, v.id
			from in_force v
			where mine.category = any (v.applicability)
				and not exists (select from cordon.acknowledgements a
					where a.version_id = v.id and a.person_id = mine.person_id)
			union all
			select 'renew', m.valid_until, '{}', p.display_name, null
			from cordon.memberships m
			join cordon.people p on p.id = m.person_id
			where m.mission_id = here.id
				and m.person_id <> mine.person_id
				and (mine.role = 'administrator'
					or mine.role = 'head_of_mission' and m.role = 'head_of_mission')
				and m.ended_at is null
				and m.valid_until > today and m.valid_until <= today + soon
		)
		select coalesce(jsonb_agg(jsonb_build_object(
			'task', t.task,
			'caseId', t.words -> 'id',
			'versionId', t.version_id,
			'number', v.number,
			'names', coalesce(t.words -> 'names', '[]'),
			'name', coalesce(t.words -> 'name', '{}'),
			'person', t.person,
			'town', t.words -> 'town',
			'dueOn', t.due_on,
			'overdue', coalesce(t.due_on < today, false)
		) order by t.due_on nulls last, t.task, t.words ->> 'town', t.words ->> 'id'), '[]')
		from tasks t
		left join in_force v on v.id = t.version_id);
end
$$;

-- What may be done -------------------------------------------------------------------------------

-- The case, once the caller may touch it, with the mission's pen in hand: what is done in cases and
-- what is published follow one another.
create function cordon.enter_case(case_id uuid, variadic roles cordon.mission_role[])
returns cordon.cases
language plpgsql
set search_path = ''
as $$
declare
	c cordon.cases;
begin
	select cases.* into c from cordon.cases
		where cases.id = enter_case.case_id and cases.id in (select cordon.my_cases());
	if c.id is null then
		perform cordon.refuse(404, 'caseUnknown', 'There is no such case.');
	end if;
	perform cordon.enter_mission(m.slug, variadic roles) from cordon.missions m where m.id = c.mission_id;
	perform cordon.hold_the_pen(c.mission_id);
	return c;
end
$$;

-- Erases what may be kept no longer: with every act of a mission, in all of them when the server
-- starts.
create function cordon.erase_expired_notes(only_mission uuid default null) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
	expired record;
	erased int := 0;
begin
	for expired in
		select n.mission_id, count(*)::int as notes, cordon.today(m.time_zone) as today
		from cordon.case_notes n
		join cordon.missions m on m.id = n.mission_id
		where n.erased_at is null and n.retained_until <= cordon.today(m.time_zone)
			and (only_mission is null or n.mission_id = only_mission)
		group by n.mission_id, m.time_zone
	loop
		update cordon.case_notes n set note = null, erased_at = now()
		where n.mission_id = expired.mission_id and n.erased_at is null
			and n.retained_until <= expired.today;
		perform cordon.record_act(expired.mission_id, 'case_notes_erased', null,
			jsonb_build_object('notes', expired.notes));
		erased := erased + expired.notes;
	end loop;
	return erased;
end
$$;

-- Writes one act down, with its note if it has one.
create function cordon.add_case_act(c cordon.cases, step cordon.case_acts, note text default null)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
	me cordon.people := cordon.me();
	today date := (select cordon.today(m.time_zone) from cordon.missions m where m.id = c.mission_id);
	kept jsonb := cordon.read_json(note);
	last_day date := cordon.read_day(kept ->> 'retainedUntil');
begin
	perform cordon.erase_expired_notes(c.mission_id);
	step.case_id := c.id;
	step.mission_id := c.mission_id;
	step.position := 1 + coalesce(
		(select max(a.position) from cordon.case_acts a where a.case_id = c.id), 0);
	step.happened_on := coalesce(step.happened_on, today);
	step.indicators := coalesce(step.indicators, '{}');
	step.recorded_by := me.id;
	step.recorded_by_name := me.display_name;
	step.recorded_at := date_trunc('milliseconds', clock_timestamp());
	insert into cordon.case_acts select step.*;
	if jsonb_typeof(kept) <> 'null' then
		if char_length(btrim(kept ->> 'text')) between 1 and 2000 is not true then
			perform cordon.refuse(422, 'noteInvalid', 'A note has 1 to 2,000 characters.');
		elsif last_day between today + 1 and today + 731 is not true then
			perform cordon.refuse(422, 'retentionInvalid',
				'A note needs a day on which it is erased, within two years.');
		end if;
		insert into cordon.case_notes (case_id, position, mission_id, note, retained_until)
		values (c.id, step.position, c.mission_id, btrim(kept ->> 'text'), last_day);
	end if;
	perform cordon.record_act(c.mission_id, 'case_' || step.act, c.id::text);
	return jsonb_build_object('caseId', c.id);
exception when check_violation or not_null_violation then
	perform cordon.refuse(422, 'caseWordsInvalid', 'Something is missing here, or does not belong to this step.');
	return null;
end
$$;

create function cordon.read_indicators(given jsonb) returns cordon.indicator[]
language plpgsql immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(given) is distinct from 'array'
		or not given <@ to_jsonb(enum_range(null::cordon.indicator)) then
		perform cordon.refuse(422, 'indicatorsInvalid', 'Choose what was observed from the list.');
	end if;
	return array(select distinct jsonb_array_elements_text(given)::cordon.indicator order by 1);
end
$$;

-- Opens a case with its nomination, or gives its nomination to a case that a publication opened.
create function cordon.nominate_one(here cordon.missions, value jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
	c cordon.cases;
	step cordon.case_acts;
	known uuid;
begin
	if value ->> 'kind' in ('establishment', 'zone', 'class') is not true
		or value ->> 'reason' = any (enum_range(null::cordon.reason)::text[]) is not true
		or jsonb_typeof(value -> 'indicators') is distinct from 'array'
		or jsonb_array_length(value -> 'indicators') = 0 then
		perform cordon.refuse(422, 'nominationInvalid',
			'A nomination says what it is about, why, and what was observed.');
	end if;
	c.id := gen_random_uuid();
	c.mission_id := here.id;
	c.kind := (value ->> 'kind')::cordon.designation_kind;
	c.name := '{}';
	c.opened_at := now();
	step.act := 'nominated';
	step.reason := (value ->> 'reason')::cordon.reason;
	step.indicators := cordon.read_indicators(value -> 'indicators');

	if c.kind = 'establishment' then
		if value ->> 'establishmentId' is null then
			c.establishment_id := cordon.keep_establishment(here,
				case jsonb_typeof(value -> 'establishment')
					when 'object' then (value -> 'establishment') - 'id' else '{}' end);
		else
			c.establishment_id := (
				select e.id from cordon.establishments e
				where e.mission_id = here.id and e.id::text = value ->> 'establishmentId');
			if c.establishment_id is null then
				perform cordon.refuse(404, 'establishmentUnknown',
					'There is no such place in the register of the mission.');
			end if;
		end if;
		if not exists (select from cordon.establishments e where e.id = c.establishment_id
			and extensions.st_intersects(e.geometry, here.area)) then
			perform cordon.refuse(422, 'outsideMission', 'A place lies outside the mission area.');
		end if;
	else
		if not cordon.is_text(coalesce(value -> 'name', '{}'), 300)
			or not cordon.speaks_one_of(value -> 'name', here.languages) then
			perform cordon.refuse(422, 'designationNameMissing',
				'A zone, class or curfew needs a name in a language of the mission.');
		end if;
		c.name := value -> 'name';
		if c.kind = 'zone' then
			if jsonb_typeof(value -> 'geometry') = 'object' then
				c.geometry := cordon.to_shape(value -> 'geometry');
			end if;
			if c.geometry is null or extensions.st_geometrytype(c.geometry) = 'ST_Point' then
				perform cordon.refuse(422, 'geometryMissing', 'A zone or curfew must be drawn on the map.');
			elsif not extensions.st_intersects(c.geometry, here.area) then
				perform cordon.refuse(422, 'outsideMission', 'A zone lies outside the mission area.');
			end if;
		elsif value ->> 'establishmentKind' = any (enum_range(null::cordon.establishment_kind)::text[])
			is not true then
			perform cordon.refuse(422, 'classMissing',
				'A class rule must say which kind of establishment it forbids.');
		else
			c.establishment_kind := (value ->> 'establishmentKind')::cordon.establishment_kind;
		end if;
	end if;

	select other.id into known
	from cordon.cases other
	cross join lateral cordon.case_states(here.id, other.id) s
	where other.mission_id = here.id
		and (other.establishment_id = c.establishment_id
			or other.kind = 'class' and other.establishment_kind = c.establishment_kind)
		and s.state not in ('lifted', 'dismissed', 'withdrawn')
	-- Where one place stands in two directives, what binds without end decides.
	order by s.state in ('in_force', 'closed_down') desc, s.nominated_at
	limit 1;
	if known is not null then
		select cases.* into c from cordon.cases where cases.id = known;
	else
		insert into cordon.cases select c.*;
	end if;
	return cordon.add_case_act(c, step);
end
$$;

create function api.nominate(mission text, nomination text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
begin
	perform cordon.hold_the_pen(here.id);
	return cordon.nominate_one(here, cordon.read_json(nomination));
end
$$;

create function api.import_nominations(mission text, nominations text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
begin
	perform cordon.hold_the_pen(here.id);
	return jsonb_build_object('added', cordon.keep_rows(here, nominations, 'nominations'));
end
$$;

create function api.withdraw_nomination(case_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	c cordon.cases := cordon.enter_case(case_id, 'analyst', 'focal_point', 'head_of_mission');
	step cordon.case_acts;
begin
	if cordon.my_id() is distinct from (
			select s.nominated_by from cordon.case_states(c.mission_id, c.id) s)
		and c.mission_id not in (select cordon.my_missions_as('focal_point', 'head_of_mission')) then
		perform cordon.refuse(403, 'notYourNomination', 'Somebody else nominated this place.');
	end if;
	step.act := 'withdrawn';
	return cordon.add_case_act(c, step);
end
$$;

create function api.assess(case_id uuid, finding cordon.finding, indicators text, note text default null)
returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	c cordon.cases := cordon.enter_case(case_id, 'analyst', 'focal_point');
	step cordon.case_acts;
begin
	step.act := 'assessed';
	step.finding := assess.finding;
	step.indicators := cordon.read_indicators(cordon.read_json(assess.indicators));
	-- Nothing is designated on a hunch: what was seen is named, and why it is believed is written.
	if step.finding = 'grounds'
		and (step.indicators = '{}' or coalesce(cordon.read_json(note), 'null') = 'null') then
		perform cordon.refuse(422, 'evidenceMissing',
			'Grounds need what was observed, and a note on the evidence.');
	end if;
	return cordon.add_case_act(c, step, note);
end
$$;

create function api.record_proprietor_step(
	case_id uuid,
	step cordon.case_act,
	happened_on date,
	reply_by date default null,
	omission cordon.omission default null,
	outcome cordon.outcome default null,
	note text default null
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	c cordon.cases := cordon.enter_case(case_id, 'focal_point', 'head_of_mission');
	taken cordon.case_acts;
begin
	if step in ('notice_sent', 'notice_omitted', 'replied', 'petitioned', 'answered') is not true then
		perform cordon.refuse(422, 'caseWordsInvalid', 'This is no step of the proprietor''s record.');
	end if;
	taken.act := step;
	taken.happened_on := record_proprietor_step.happened_on;
	taken.reply_by := record_proprietor_step.reply_by;
	taken.omission := record_proprietor_step.omission;
	taken.outcome := record_proprietor_step.outcome;
	return cordon.add_case_act(c, taken, note);
end
$$;

-- What an inspection found, and what follows for the register. Nothing follows for the list: a
-- place that closed, moved to other hands or has another sign is forbidden as before.
create function api.record_inspection(
	case_id uuid,
	happened_on date,
	inspection_result cordon.inspection_result,
	new_name text default null,
	note text default null
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	c cordon.cases := cordon.enter_case(case_id, 'analyst', 'focal_point', 'head_of_mission');
	sign jsonb := cordon.read_json(new_name);
	names jsonb;
	step cordon.case_acts;
begin
	if (inspection_result = 'changed_name') <> (jsonb_typeof(sign) is not distinct from 'object') then
		perform cordon.refuse(422, 'newNameMissing', 'A changed name needs the new one, and nothing else does.');
	end if;
	step.act := 'inspected';
	step.happened_on := record_inspection.happened_on;
	step.result := inspection_result;
	perform cordon.add_case_act(c, step, note);

	if inspection_result = 'changed_name' then
		names := jsonb_build_array(sign || '{"status": "sign"}') || (
			select jsonb_agg(case when name ->> 'status' = 'sign'
				then name || '{"status": "former"}' else name end order by position)
			from jsonb_array_elements(cordon.to_names(c.establishment_id))
				with ordinality as known (name, position));
		if not cordon.is_names(names) or jsonb_array_length(names) > 30 then
			perform cordon.refuse(422, 'namesMissing',
				'An establishment needs one to thirty names, each with its language.');
		end if;
		delete from cordon.establishment_names n where n.establishment_id = c.establishment_id;
		insert into cordon.establishment_names (establishment_id, position, text, language, status)
		select c.establishment_id, known.position, name ->> 'text', name ->> 'language',
			(name ->> 'status')::cordon.name_status
		from jsonb_array_elements(names) with ordinality as known (name, position);
	end if;
	update cordon.establishments e
	set updated_at = now(),
		status = case inspection_result
			when 'changed_name' then 'renamed'
			when 'closed_down' then 'closed_down'
			when 'not_found' then 'unknown'
			else case when e.status = 'renamed' then e.status else 'open' end
		end::cordon.establishment_status
	where e.id = c.establishment_id
		-- What was found later stands, though this is written down after it.
		and not exists (
			select from cordon.case_acts a
			where a.case_id = c.id and a.act = 'inspected' and a.happened_on > step.happened_on);
	return jsonb_build_object('caseId', c.id);
end
$$;

create function api.recommend(
	case_id uuid, recommendation cordon.recommendation, note text default null
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	c cordon.cases := cordon.enter_case(case_id, 'focal_point');
	step cordon.case_acts;
begin
	step.act := 'recommended';
	step.recommendation := recommend.recommendation;
	return cordon.add_case_act(c, step, note);
end
$$;

-- Not with the caller's rights: nobody reads the words of a note in a table. That they were read is
-- recorded, and what is past its day is not returned even before it is erased.
create function api.read_case_notes(case_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	c cordon.cases := cordon.enter_case(case_id, 'focal_point', 'head_of_mission');
begin
	perform cordon.erase_expired_notes(c.mission_id);
	perform cordon.record_act(c.mission_id, 'case_notes_read', c.id::text);
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'position', n.position,
			'text', n.note,
			'retainedUntil', n.retained_until,
			'erasedAt', cordon.to_instant(n.erased_at)) order by n.position), '[]')
		from cordon.case_notes n
		where n.case_id = c.id);
end
$$;

-- From cases to the list -------------------------------------------------------------------------

create function cordon.read_ids(written text) returns uuid[]
language plpgsql immutable
set search_path = ''
as $$
declare
	given jsonb := cordon.read_json(written);
begin
	if jsonb_typeof(given) is distinct from 'array'
		or jsonb_array_length(given) not between 1 and 2000 then
		perform cordon.refuse(422, 'casesMissing', 'Choose at least one case.');
	end if;
	return array(select distinct jsonb_array_elements_text(given)::uuid);
exception when invalid_text_representation then
	perform cordon.refuse(404, 'caseUnknown', 'There is no such case.');
	return null;
end
$$;

-- Every line of a content belongs to its case. A place whose case is open is designated in that
-- case, wherever its line was typed; what has no case gets one, by being published.
create function cordon.open_cases(here cordon.missions, content jsonb, published timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
	lines jsonb;
begin
	select jsonb_agg(case when open_case.id is null then line
			else line || jsonb_build_object('id', open_case.id) end order by given.position)
		into lines
		from jsonb_array_elements(content -> 'designations') with ordinality as given (line, position)
		left join lateral (
			select c.id
			from cordon.cases c
			cross join lateral cordon.case_states(here.id, c.id) s
			where line ->> 'kind' = 'establishment'
				and c.establishment_id = (line ->> 'establishmentId')::uuid
				and s.state in ('nominated', 'assessed', 'recommended')
				and s.version_id is null
				and not exists (select from cordon.cases known where known.id = (line ->> 'id')::uuid)
			order by s.nominated_at
			limit 1
		) open_case on true;

	insert into cordon.cases
		(id, mission_id, kind, establishment_id, name, establishment_kind, geometry, opened_at)
	select (line ->> 'id')::uuid, here.id, kind,
		case when kind = 'establishment' then (line ->> 'establishmentId')::uuid end,
		case when kind = 'establishment' then '{}' else line -> 'name' end,
		case when kind = 'class' then (line ->> 'establishmentKind')::cordon.establishment_kind end,
		case when kind in ('zone', 'curfew') then cordon.to_shape(line -> 'geometry') end,
		published
	from jsonb_array_elements(lines) as given (line)
	cross join lateral (select (line ->> 'kind')::cordon.designation_kind as kind) of_line
	on conflict (id) do nothing;

	if exists (
		select from jsonb_array_elements(lines) as given (line)
		join cordon.cases c on c.id = (line ->> 'id')::uuid
		where c.mission_id <> here.id
			or c.kind::text <> line ->> 'kind'
			or c.establishment_id::text <> line ->> 'establishmentId'
	) then
		perform cordon.refuse(422, 'draftMalformed', 'A line belongs to another case.');
	end if;
	return content || jsonb_build_object('designations', lines);
end
$$;

create function api.draft_from_cases(
	mission text, case_ids text, directive_id uuid default null, draft_id uuid default null
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'focal_point', 'head_of_mission');
	draft jsonb;
	lines jsonb;
	standing jsonb;
	taken uuid;
	c cordon.cases;
	s record;
begin
	perform cordon.hold_the_pen(here.id);
	if draft_id is null then
		draft := api.create_draft(mission, directive_id);
	else
		perform cordon.take_draft(draft_id, 'focal_point', 'head_of_mission');
		draft := cordon.to_drafts(here.id, draft_id) -> 0;
		if draft is null then
			perform cordon.refuse(404, 'draftUnknown', 'There is no such draft, or it was published.');
		end if;
	end if;
	lines := draft -> 'designations';

	foreach taken in array cordon.read_ids(case_ids) loop
		c := cordon.enter_case(taken, 'focal_point', 'head_of_mission');
		select states.* into s from cordon.case_states(here.id, c.id) states;
		if c.mission_id <> here.id then
			perform cordon.refuse(404, 'caseUnknown', 'There is no such case.');
		elsif s.recommendation is null or s.recommendation = 'keep' then
			perform cordon.refuse(409, 'notRecommended',
				'Only a case recommended for it goes into a draft.');
		elsif s.directive_id::text is distinct from draft ->> 'directiveId'
			and s.directive_id is not null then
			perform cordon.refuse(409, 'otherDirective',
				'This stands, or stood, in another directive: amend that one.');
		end if;
		-- The line that stands there already loses its end; or the case brings its own, and whatever
		-- else was typed for the same place gives way.
		standing := (select line from jsonb_array_elements(lines) as kept (line)
			where line ->> 'id' = c.id::text);
		lines := (
			select coalesce(jsonb_agg(line order by position), '[]')
			from jsonb_array_elements(lines) with ordinality as kept (line, position)
			where line ->> 'id' <> c.id::text
				and (c.establishment_id is null
					or line ->> 'establishmentId' is distinct from c.establishment_id::text));
		if s.recommendation = 'designate' then
			lines := lines || (coalesce(standing, jsonb_build_object(
				'id', c.id,
				'kind', c.kind,
				'establishmentId', c.establishment_id,
				'name', c.name,
				'establishmentKind', c.establishment_kind,
				'geometry', cordon.to_geojson(c.geometry),
				'reason', s.nominated_reason)) || '{"emergency": false}');
		end if;
	end loop;
	return api.save_draft((draft ->> 'id')::uuid, (draft ->> 'revision')::int,
		(draft || jsonb_build_object(
			'designations', lines,
			'lifts', draft ->> 'directiveId' is not null and lines = '[]'))::text);
end
$$;

-- Confirming is publishing: a version in which the lines named stand without an end. Nothing else
-- changes, and what is scheduled is not brought forward by it.
create function api.confirm_emergency(case_ids text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	ids uuid[] := cordon.read_ids(case_ids);
	slug text;
	directive uuid;
	draft jsonb;
	taken uuid;
	c cordon.cases;
	s record;
begin
	foreach taken in array ids loop
		c := cordon.enter_case(taken, 'head_of_mission');
		select states.* into s from cordon.case_states(c.mission_id, c.id) states;
		if s.state <> 'emergency' then
			perform cordon.refuse(409, 'notEmergency', 'This is no emergency that could still be confirmed.');
		elsif s.directive_id <> directive then
			perform cordon.refuse(409, 'otherDirective',
				'This stands, or stood, in another directive: amend that one.');
		elsif s.version_id <> (
			select v.id from cordon.directive_versions v
			where v.directive_id = s.directive_id
			order by v.version desc limit 1
		) then
			perform cordon.refuse(409, 'versionScheduled',
				'A later version of this directive is scheduled. Confirm in a draft, so that it is not lost.');
		end if;
		directive := s.directive_id;
	end loop;
	select m.slug into slug from cordon.missions m where m.id = c.mission_id;
	draft := api.create_draft(slug, directive);
	draft := api.save_draft((draft ->> 'id')::uuid, (draft ->> 'revision')::int, (draft ||
		jsonb_build_object('designations', (
			select jsonb_agg(case when (line ->> 'id')::uuid = any (ids)
				then line || '{"emergency": false}' else line end order by position)
			from jsonb_array_elements(draft -> 'designations')
				with ordinality as carried (line, position))))::text);
	return api.publish_draft((draft ->> 'id')::uuid, (draft ->> 'revision')::int);
end
$$;

-- Who may call what ------------------------------------------------------------------------------

grant execute on function
	cordon.my_cases(),
	cordon.case_states(uuid, uuid),
	cordon.to_cases(uuid, uuid),
	cordon.to_case_events(cordon.cases)
to authenticated, cordon_keeper;

grant execute on function
	cordon.enter_case(uuid, cordon.mission_role[]),
	cordon.erase_expired_notes(uuid),
	cordon.add_case_act(cordon.cases, cordon.case_acts, text),
	cordon.read_indicators(jsonb),
	cordon.nominate_one(cordon.missions, jsonb),
	cordon.read_ids(text),
	cordon.open_cases(cordon.missions, jsonb, timestamptz)
to cordon_keeper;

grant execute on function
	api.list_cases(text),
	api.get_case(uuid),
	api.check_premises(text),
	api.list_my_queue(text),
	api.nominate(text, text),
	api.import_nominations(text, text),
	api.withdraw_nomination(uuid),
	api.assess(uuid, cordon.finding, text, text),
	api.record_proprietor_step(
		uuid, cordon.case_act, date, date, cordon.omission, cordon.outcome, text),
	api.record_inspection(uuid, date, cordon.inspection_result, text, text),
	api.recommend(uuid, cordon.recommendation, text),
	api.read_case_notes(uuid),
	api.draft_from_cases(text, text, uuid, uuid),
	api.confirm_emergency(text)
to authenticated;

alter function cordon.my_cases() owner to cordon_keeper;
alter function cordon.check_case_act() owner to cordon_keeper;
alter function cordon.erase_expired_notes(uuid) owner to cordon_keeper;
alter function api.nominate(text, text) owner to cordon_keeper;
alter function api.import_nominations(text, text) owner to cordon_keeper;
alter function api.withdraw_nomination(uuid) owner to cordon_keeper;
alter function api.assess(uuid, cordon.finding, text, text) owner to cordon_keeper;
alter function api.record_proprietor_step(
	uuid, cordon.case_act, date, date, cordon.omission, cordon.outcome, text) owner to cordon_keeper;
alter function api.record_inspection(uuid, date, cordon.inspection_result, text, text)
	owner to cordon_keeper;
alter function api.recommend(uuid, cordon.recommendation, text) owner to cordon_keeper;
alter function api.read_case_notes(uuid) owner to cordon_keeper;
alter function api.draft_from_cases(text, text, uuid, uuid) owner to cordon_keeper;
alter function api.confirm_emergency(text) owner to cordon_keeper;

revoke create on schema cordon, api from cordon_keeper;

-- Not granted: writing a case, an act or a note as oneself; changing an act; reading the words of a
-- note in a table. Nothing here puts a line on the list: only a publication does.
