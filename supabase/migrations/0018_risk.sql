-- 18. Risk
--
-- The register of risk by base, in the form of the United Nations' toolkit for managing the risk of
-- sexual exploitation and abuse: likelihood and consequence from 1 to 5, before controls (inherent)
-- and with them (residual); the controls and how far each is in place; who answers for the base, as
-- a post and never as a person; when the next step and the next review are due; and who went there.
--
-- What was assessed is never changed: a later assessment is a new row with the next number, and the
-- register at any day past is the rows written by then. What nobody stated is null, and null is not
-- zero. There is no narrative: whatever needs one belongs into the mission's own files.
--
-- How indicators become a suggestion is src/lib/core/risk.ts, and the weights are the mission's. What
-- is stored here is what people decided.

grant create on schema cordon, api to cordon_keeper;

-- src/lib/core/risk.ts has the same words in the same order.

create type cordon.risk_indicator as enum (
	'places', 'exposure', 'allegations', 'women', 'turnover', 'remoteness',
	'visit', 'curfew', 'off_limits_zone', 'hotline', 'uniform_rule', 'patrols', 'training');
create type cordon.control_state as enum ('in_place', 'partial', 'planned', 'absent');
create type cordon.visit_kind as enum ('assessment', 'follow_up', 'patrol', 'training');

create table cordon.risk_assessments (
	deployment_id uuid,
	-- 1, 2, 3 ... of the base, without gaps.
	number int check (number >= 1),
	mission_id uuid not null,
	assessed_on date not null check (assessed_on >= '1948-01-01'),

	inherent_likelihood int not null check (inherent_likelihood between 1 and 5),
	inherent_consequence int not null check (inherent_consequence between 1 and 5),
	residual_likelihood int not null check (residual_likelihood between 1 and 5),
	residual_consequence int not null check (residual_consequence between 1 and 5),

	-- Controls, and what no record of ours can tell. Null: not stated.
	curfew cordon.control_state,
	off_limits_zone cordon.control_state,
	hotline cordon.control_state,
	uniform_rule cordon.control_state,
	patrols cordon.control_state,
	-- Of those deployed, who had the training in force.
	training_percent int check (training_percent between 0 and 100),
	women_percent int check (women_percent between 0 and 100),
	-- Length of a tour.
	tour_months int check (tour_months between 1 and 120),
	-- By road, to the headquarters that supervises the base.
	travel_hours numeric(4, 1) check (travel_hours between 0 and 240),

	owner_post text not null check (char_length(btrim(owner_post)) between 2 and 120),
	due_on date,
	review_on date not null,

	recorded_by uuid not null references cordon.people,
	-- The name as it was then: people do not read each other's rows.
	recorded_by_name text not null,
	recorded_at timestamptz not null default clock_timestamp(),

	primary key (deployment_id, number),
	foreign key (deployment_id, mission_id) references cordon.deployments (id, mission_id),
	constraint controls_do_not_raise_a_risk
		check (residual_likelihood <= inherent_likelihood
			and residual_consequence <= inherent_consequence),
	-- Nor a text that breaks its line, or turns what stands beside it in a table or on paper.
	constraint an_owner_is_a_post_and_no_address
		check (owner_post !~ '[@\uff20[:cntrl:]\u202a-\u202e\u2066-\u2069]'),
	constraint what_is_due_comes_after_the_assessment
		check (due_on >= assessed_on and review_on > assessed_on)
);

create index risk_assessments_by_mission on cordon.risk_assessments (mission_id);

-- Somebody was there. A visit entered by mistake is struck by a row of its own, which says who did
-- it and when; both stay.
create table cordon.risk_visits (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	deployment_id uuid not null,
	strikes uuid unique references cordon.risk_visits,
	visited_on date check (visited_on >= '1948-01-01'),
	kind cordon.visit_kind,
	recorded_by uuid not null references cordon.people,
	recorded_by_name text not null,
	recorded_at timestamptz not null default clock_timestamp(),

	foreign key (deployment_id, mission_id) references cordon.deployments (id, mission_id),
	constraint a_row_is_a_visit_or_strikes_one
		check (num_nonnulls(visited_on, kind) = case when strikes is null then 2 else 0 end)
);

create index risk_visits_by_mission on cordon.risk_visits (mission_id);

-- A whole number from 0 to 10 for every indicator, at least one above 0.
create function cordon.is_weights(value jsonb) returns boolean
language sql immutable
return case when jsonb_typeof(value) = 'object' then
	(select count(*) = cardinality(enum_range(null::cordon.risk_indicator))
		and bool_and(key = any (enum_range(null::cordon.risk_indicator)::text[])
			and weight::text ~ '^([0-9]|10)$')
		and bool_or(weight::text <> '0')
	from jsonb_each(value) as weights (key, weight)) else false end;

create table cordon.risk_weights (
	mission_id uuid references cordon.missions,
	number int check (number >= 1),
	weights jsonb not null check (cordon.is_weights(weights)),
	reason text not null check (char_length(btrim(reason)) between 3 and 300),
	set_by uuid not null references cordon.people,
	set_by_name text not null,
	set_at timestamptz not null default clock_timestamp(),

	primary key (mission_id, number)
);

create trigger risk_assessments_are_never_changed
	before update or delete on cordon.risk_assessments
	for each row execute function cordon.refuse_change();
create trigger risk_assessments_are_never_emptied
	before truncate on cordon.risk_assessments
	for each statement execute function cordon.refuse_change();
create trigger risk_visits_are_never_changed
	before update or delete on cordon.risk_visits
	for each row execute function cordon.refuse_change();
create trigger risk_visits_are_never_emptied
	before truncate on cordon.risk_visits
	for each statement execute function cordon.refuse_change();
create trigger risk_weights_are_never_changed
	before update or delete on cordon.risk_weights
	for each row execute function cordon.refuse_change();
create trigger risk_weights_are_never_emptied
	before truncate on cordon.risk_weights
	for each statement execute function cordon.refuse_change();

alter table cordon.risk_assessments enable row level security, force row level security;
alter table cordon.risk_visits enable row level security, force row level security;
alter table cordon.risk_weights enable row level security, force row level security;

-- Those who read deployments and released counts both: an administrator sees no counts.
create policy "Analysts, focal points and Heads of Mission read assessments of their own mission"
	on cordon.risk_assessments for select to authenticated
	using (mission_id in (select cordon.my_missions_as('analyst', 'focal_point', 'head_of_mission')));
create policy "Analysts, focal points and Heads of Mission read visits of their own mission"
	on cordon.risk_visits for select to authenticated
	using (mission_id in (select cordon.my_missions_as('analyst', 'focal_point', 'head_of_mission')));
create policy "Analysts, focal points and Heads of Mission read weights of their own mission"
	on cordon.risk_weights for select to authenticated
	using (mission_id in (select cordon.my_missions_as('analyst', 'focal_point', 'head_of_mission')));

create policy "The keeper keeps assessments" on cordon.risk_assessments to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps visits" on cordon.risk_visits to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps weights" on cordon.risk_weights to cordon_keeper
	using (true) with check (true);

grant select on cordon.risk_assessments, cordon.risk_visits, cordon.risk_weights to authenticated;
grant select, insert on cordon.risk_assessments, cordon.risk_visits, cordon.risk_weights
to cordon_keeper;

-- Rows in the words of src/lib/core/risk.ts -----------------------------------------------------

create function cordon.to_risk_assessment(a cordon.risk_assessments) returns jsonb
language sql immutable
return jsonb_build_object(
	'deploymentId', a.deployment_id,
	'number', a.number,
	'assessedOn', a.assessed_on,
	'inherent', jsonb_build_object(
		'likelihood', a.inherent_likelihood, 'consequence', a.inherent_consequence),
	'residual', jsonb_build_object(
		'likelihood', a.residual_likelihood, 'consequence', a.residual_consequence),
	'stated', jsonb_build_object(
		'curfew', a.curfew,
		'off_limits_zone', a.off_limits_zone,
		'hotline', a.hotline,
		'uniform_rule', a.uniform_rule,
		'patrols', a.patrols,
		'trainingPercent', a.training_percent,
		'womenPercent', a.women_percent,
		'tourMonths', a.tour_months,
		'travelHours', a.travel_hours),
	'ownerPost', a.owner_post,
	'dueOn', a.due_on,
	'reviewOn', a.review_on,
	'recordedBy', a.recorded_by_name,
	'recordedAt', cordon.to_instant(a.recorded_at));

create function cordon.to_risk_visit(v cordon.risk_visits, struck cordon.risk_visits) returns jsonb
language sql immutable
return jsonb_build_object(
	'id', v.id,
	'deploymentId', v.deployment_id,
	'visitedOn', v.visited_on,
	'kind', v.kind,
	'recordedBy', v.recorded_by_name,
	'recordedAt', cordon.to_instant(v.recorded_at),
	'struckBy', struck.recorded_by_name,
	'struckAt', cordon.to_instant(struck.recorded_at));

create function cordon.to_risk_weights(w cordon.risk_weights) returns jsonb
language sql immutable
return jsonb_build_object(
	'number', w.number,
	'weights', w.weights,
	'reason', w.reason,
	'setBy', w.set_by_name,
	'setAt', cordon.to_instant(w.set_at));

-- All that was ever assessed, visited and weighed: the register of any day follows from it.
create function api.get_risk_register(mission text) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
begin
	return jsonb_build_object(
		'assessments', (
			select coalesce(jsonb_agg(cordon.to_risk_assessment(a)
				order by a.deployment_id, a.number), '[]')
			from cordon.risk_assessments a where a.mission_id = here.id),
		'visits', (
			select coalesce(jsonb_agg(cordon.to_risk_visit(v, s) order by v.visited_on, v.id), '[]')
			from cordon.risk_visits v
			left join cordon.risk_visits s on s.strikes = v.id
			where v.mission_id = here.id and v.strikes is null),
		'weights', (
			select coalesce(jsonb_agg(cordon.to_risk_weights(w) order by w.number), '[]')
			from cordon.risk_weights w where w.mission_id = here.id));
end
$$;

-- Acts -------------------------------------------------------------------------------------------

create function cordon.require_deployment(here cordon.missions, deployment_id uuid) returns void
language plpgsql stable
set search_path = ''
as $$
begin
	if not exists (select from cordon.deployments d
		where d.mission_id = here.id and d.id = require_deployment.deployment_id) then
		perform cordon.refuse(404, 'deploymentUnknown', 'There is no such deployment in the mission.');
	end if;
end
$$;

-- `based_on` is the number of the assessment that was in view, 0 before the first: two people who
-- assess at once do not overwrite each other unseen.
create function api.save_risk_assessment(
	mission text, deployment_id uuid, based_on int, assessment text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
	me cordon.people := cordon.me();
	value jsonb := cordon.read_json(assessment);
	stated jsonb := value -> 'stated';
	kept cordon.risk_assessments;
	latest int;
begin
	perform cordon.require_deployment(here, deployment_id);
	perform cordon.hold_the_pen(here.id);
	latest := coalesce((select max(a.number) from cordon.risk_assessments a
		where a.deployment_id = save_risk_assessment.deployment_id), 0);
	if based_on is distinct from latest then
		perform cordon.refuse(409, 'assessmentConflict',
			'Somebody assessed this base meanwhile. Load it again.');
	end if;
	if not cordon.is_record(value, 'assessedOn', 'ownerPost', 'dueOn', 'reviewOn')
		or not cordon.is_record(stated, 'curfew', 'off_limits_zone', 'hotline', 'uniform_rule',
			'patrols') then
		raise data_exception using message = 'a field is of the wrong kind';
	end if;
	kept.deployment_id := save_risk_assessment.deployment_id;
	kept.number := latest + 1;
	kept.mission_id := here.id;
	kept.assessed_on := cordon.read_day(value ->> 'assessedOn');
	if kept.assessed_on > cordon.today(here.time_zone) then
		perform cordon.refuse(422, 'dateInFuture', 'What is recorded has happened: the day is in the future.');
	end if;
	kept.inherent_likelihood := value #>> '{inherent,likelihood}';
	kept.inherent_consequence := value #>> '{inherent,consequence}';
	kept.residual_likelihood := value #>> '{residual,likelihood}';
	kept.residual_consequence := value #>> '{residual,consequence}';
	kept.curfew := stated ->> 'curfew';
	kept.off_limits_zone := stated ->> 'off_limits_zone';
	kept.hotline := stated ->> 'hotline';
	kept.uniform_rule := stated ->> 'uniform_rule';
	kept.patrols := stated ->> 'patrols';
	kept.training_percent := stated ->> 'trainingPercent';
	kept.women_percent := stated ->> 'womenPercent';
	kept.tour_months := stated ->> 'tourMonths';
	kept.travel_hours := stated ->> 'travelHours';
	kept.owner_post := btrim(value ->> 'ownerPost');
	kept.due_on := cordon.read_day(value ->> 'dueOn');
	kept.review_on := cordon.read_day(value ->> 'reviewOn');
	kept.recorded_by := me.id;
	kept.recorded_by_name := me.display_name;
	kept.recorded_at := clock_timestamp();
	insert into cordon.risk_assessments select kept.*;
	perform cordon.record_act(here.id, 'risk_assessed', kept.deployment_id::text,
		jsonb_build_object('number', kept.number));
	return cordon.to_risk_assessment(kept);
exception when check_violation or not_null_violation or data_exception then
	perform cordon.refuse(422, 'assessmentInvalid',
		'This assessment cannot be stored: ' || sqlerrm || '.');
	return null;
end
$$;

create function api.record_risk_visit(
	mission text, deployment_id uuid, visited_on date, visit_kind cordon.visit_kind) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
	me cordon.people := cordon.me();
	kept cordon.risk_visits;
begin
	perform cordon.require_deployment(here, deployment_id);
	if visited_on is null or visit_kind is null or visited_on < '1948-01-01' then
		perform cordon.refuse(422, 'visitInvalid', 'A visit needs its day and its kind.');
	elsif visited_on > cordon.today(here.time_zone) then
		perform cordon.refuse(422, 'dateInFuture', 'What is recorded has happened: the day is in the future.');
	end if;
	insert into cordon.risk_visits
		(mission_id, deployment_id, visited_on, kind, recorded_by, recorded_by_name)
	values (here.id, record_risk_visit.deployment_id, record_risk_visit.visited_on,
		record_risk_visit.visit_kind, me.id, me.display_name)
	returning * into kept;
	perform cordon.record_act(here.id, 'risk_visit_recorded', kept.deployment_id::text,
		jsonb_build_object('kind', kept.kind, 'visitedOn', kept.visited_on));
	return cordon.to_risk_visit(kept, null);
end
$$;

create function api.strike_risk_visit(mission text, visit_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(
		mission, 'analyst', 'focal_point', 'head_of_mission');
	me cordon.people := cordon.me();
	struck cordon.risk_visits;
begin
	select v.* into struck from cordon.risk_visits v
		where v.mission_id = here.id and v.id = visit_id and v.strikes is null;
	if struck.id is null then
		perform cordon.refuse(404, 'visitUnknown', 'There is no such visit in the mission.');
	end if;
	-- Struck twice is struck: whoever clicks again, or second, is not told otherwise.
	insert into cordon.risk_visits
		(mission_id, deployment_id, strikes, recorded_by, recorded_by_name)
	values (here.id, struck.deployment_id, struck.id, me.id, me.display_name)
	on conflict (strikes) do nothing;
	if found then
		perform cordon.record_act(here.id, 'risk_visit_struck', struck.deployment_id::text,
			jsonb_build_object('kind', struck.kind, 'visitedOn', struck.visited_on));
	end if;
	return (
		select cordon.to_risk_visit(struck, s) from cordon.risk_visits s where s.strikes = struck.id);
end
$$;

-- What the mission weighs is for its Head to decide.
create function api.save_risk_weights(mission text, based_on int, weights text, reason text)
returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'head_of_mission');
	me cordon.people := cordon.me();
	given jsonb := cordon.read_json(weights);
	kept cordon.risk_weights;
	latest int;
begin
	perform cordon.hold_the_pen(here.id);
	latest := coalesce(
		(select max(w.number) from cordon.risk_weights w where w.mission_id = here.id), 0);
	if based_on is distinct from latest then
		perform cordon.refuse(409, 'weightsConflict',
			'Somebody changed the weights meanwhile. Load them again.');
	elsif not cordon.is_weights(given) then
		perform cordon.refuse(422, 'weightsInvalid',
			'Every weight is a whole number from 0 to 10, and one at least is above 0.');
	elsif coalesce(char_length(btrim(reason)) between 3 and 300, false) is not true then
		perform cordon.refuse(422, 'weightsReason', 'Say in a sentence why the weights change.');
	end if;
	insert into cordon.risk_weights (mission_id, number, weights, reason, set_by, set_by_name)
	values (here.id, latest + 1, given, btrim(save_risk_weights.reason), me.id, me.display_name)
	returning * into kept;
	perform cordon.record_act(here.id, 'risk_weights_saved', kept.number::text,
		jsonb_build_object('weights', kept.weights));
	return cordon.to_risk_weights(kept);
end
$$;

-- Who may call what ------------------------------------------------------------------------------

grant execute on function
	cordon.is_weights(jsonb),
	cordon.to_risk_assessment(cordon.risk_assessments),
	cordon.to_risk_visit(cordon.risk_visits, cordon.risk_visits),
	cordon.to_risk_weights(cordon.risk_weights)
to authenticated, cordon_keeper;

grant execute on function cordon.require_deployment(cordon.missions, uuid) to cordon_keeper;

grant execute on function
	api.get_risk_register(text),
	api.save_risk_assessment(text, uuid, int, text),
	api.record_risk_visit(text, uuid, date, cordon.visit_kind),
	api.strike_risk_visit(text, uuid),
	api.save_risk_weights(text, int, text, text)
to authenticated;

alter function api.save_risk_assessment(text, uuid, int, text) owner to cordon_keeper;
alter function api.record_risk_visit(text, uuid, date, cordon.visit_kind) owner to cordon_keeper;
alter function api.strike_risk_visit(text, uuid) owner to cordon_keeper;
alter function api.save_risk_weights(text, int, text, text) owner to cordon_keeper;

revoke create on schema cordon, api from cordon_keeper;

-- Not granted: writing any of these rows as oneself; changing or removing one, to anybody. Nothing
-- here reads an allegation: what the register says of them comes from released counts (chapter 8).
