-- 8. Allegations
--
-- The public profile of a report as the United Nations publishes it, counted by reports received,
-- plus the H3 cell of a coarse place. No victim, no informant, no narrative, no point: Cordon is
-- not a case file. "Unknown" is a value; null means that it was not published for that year.
--
-- Nobody reads a row of this table. What leaves are counts, by one function of this chapter, under
-- one rule that is safe against differencing because of how it is built and not because filters are
-- watched. The atom is (cell, year received), for years that are over. An atom's count is released
-- only when it reaches the mission's minimum. Its counts by type are released only when every one
-- of them is zero or reaches the minimum. What leaves are the released atoms, and every span of years
-- and every type is a sum of them. So whatever two sums are subtracted, what remains is again a sum
-- of released atoms: never 1 to minimum - 1. The year that is running is left out, because a count
-- seen in March and again in June would give away the reports in between.

create table cordon.allegations (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references cordon.missions,
	-- The date to which this row is true; revisions are new as-of dates.
	as_of date not null,
	received_year int not null check (received_year between 1990 and 2200),
	received_quarter int check (received_quarter between 1 and 4),
	incident_from date,
	incident_until date,
	incident_precision text check (incident_precision in ('day', 'month', 'quarter', 'year', 'unknown')),
	category text not null check (category in ('civilian', 'military_contingent',
		'military_observer_or_staff_officer', 'police', 'formed_police_unit', 'contractor', 'unknown')),
	type cordon.allegation_type not null,
	alleged_perpetrators int check (alleged_perpetrators between 0 and 1000),
	victims_adult int check (victims_adult between 0 and 1000),
	victims_child int check (victims_child between 0 and 1000),
	victims_age_unknown int check (victims_age_unknown between 0 and 1000),
	paternity_claim boolean,
	investigating_body text check (investigating_body in ('oios', 'national', 'mission', 'unknown')),
	status text not null check (status in ('preliminary_assessment', 'under_investigation',
		'pending_member_state', 'closed')),
	finding text check (finding in ('substantiated', 'not_substantiated', 'for_information')),
	interim_action text check (interim_action in ('payment_suspended', 'confined', 'repatriated',
		'none')),
	-- Null: no place on record. At the mission's one resolution, set by whoever imports.
	cell text check (cell ~ '^8[3-7][0-9a-f]{13}$'),
	exercise boolean not null,

	constraint an_incident_ends_after_it_begins
		check (incident_until > incident_from),
	constraint only_a_closed_investigation_has_a_finding
		check (finding is null or status = 'closed'),
	constraint invented_allegations_stay_in_exercise_missions
		foreign key (mission_id, exercise) references cordon.missions (id, exercise)
);

-- The one query: counts of a mission by cell and year.
create index allegations_by_cell_and_year
	on cordon.allegations (mission_id, received_year, cell, type);

-- The second digit of an H3 index is its resolution. Cells of another resolution would make a
-- second, overlapping set of atoms.
create function cordon.require_the_missions_resolution() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	if new.cell is not null and substr(new.cell, 2, 1)::int <>
		(select heat_resolution from cordon.missions where id = new.mission_id) then
		perform cordon.refuse(422, 'wrongResolution',
			'An allegation is placed in a cell of its mission''s one resolution.');
	end if;
	return new;
end
$$;

create trigger allegations_are_placed_at_one_resolution
	before insert or update on cordon.allegations
	for each row execute function cordon.require_the_missions_resolution();

-- The released atoms of a mission: the rule above, and nothing else in Cordon counts allegations.
-- `by_type` is null where the types are withheld.
create function cordon.released_atoms(of_mission uuid)
returns table (cell text, received_year int, reports int, by_type jsonb)
language sql stable security definer
set search_path = ''
begin atomic
	with mission as (
		select m.id, m.minimum_cell,
			extract(year from cordon.today(m.time_zone))::int as running_year
		from cordon.missions m
		where m.id = of_mission
	),
	types as (
		select a.cell, a.received_year, a.type, count(*)::int as reports
		from cordon.allegations a
		join mission on mission.id = a.mission_id
		where a.cell is not null and a.received_year < mission.running_year
		group by a.cell, a.received_year, a.type
	)
	select t.cell, t.received_year, sum(t.reports)::int,
		case when min(t.reports) >= mission.minimum_cell
			then jsonb_object_agg(t.type, t.reports) end
	from types t, mission
	group by t.cell, t.received_year, mission.minimum_cell
	having sum(t.reports) >= mission.minimum_cell;
end;

-- Years with any report, and whether a count of that year is withheld: never how many, never where.
create function cordon.allegation_years(of_mission uuid)
returns table (received_year int, withheld boolean)
language sql stable security definer
set search_path = ''
begin atomic
	select a.received_year, bool_or(a.cell is not null and atom.cell is null)
	from cordon.allegations a
	join cordon.missions m on m.id = a.mission_id
	left join cordon.released_atoms(of_mission) atom
		on atom.cell = a.cell and atom.received_year = a.received_year
	where a.mission_id = of_mission
		and a.received_year < extract(year from cordon.today(m.time_zone))
	group by a.received_year;
end;

alter table cordon.allegations enable row level security, force row level security;

create policy "The keeper keeps allegations" on cordon.allegations to cordon_keeper
	using (true) with check (true);

grant select, insert on cordon.allegations to cordon_keeper;

alter function cordon.require_the_missions_resolution() owner to cordon_keeper;
alter function cordon.released_atoms(uuid) owner to cordon_keeper;
alter function cordon.allegation_years(uuid) owner to cordon_keeper;
grant execute on function
	cordon.released_atoms(uuid),
	cordon.allegation_years(uuid)
to cordon_keeper;

-- Not granted: anything on this table, or these functions, to whoever signed in. There is no policy
-- for them either: a grant given by mistake would still show no row.
