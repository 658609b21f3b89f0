-- 4. Deployments
--
-- Where a mission's people are: a base, an office, a house, an area. The place is known to an
-- accuracy that every distance must respect; the period says when it stood there, and strengths say
-- how many served there when, by category, each with its source. No data is not zero: a deployment
-- without a strength has an unknown one.

create table cordon.deployments (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references cordon.missions,
	name text not null check (char_length(name) between 1 and 200),
	alternate_names text[] not null default '{}' check (cardinality(alternate_names) <= 20),
	force text not null check (char_length(force) between 1 and 60),
	unit text check (char_length(unit) <= 200),
	kind cordon.deployment_kind not null,
	town text check (char_length(town) <= 200),
	region text check (char_length(region) <= 200),
	geometry extensions.geometry not null,
	-- Radius in metres within which the true place very likely lies.
	accuracy_metres int not null check (accuracy_metres between 1 and 100000),
	valid_from date,
	valid_until date,
	updated_at timestamptz not null default now(),

	unique (id, mission_id),
	constraint deployments_stand_on_the_globe
		check (cordon.is_shape(geometry, '{ST_Point,ST_Polygon,ST_MultiPolygon}')),
	constraint a_deployment_ends_after_it_begins
		check (valid_until > valid_from)
);

-- The map and the table of a mission.
create index deployments_by_mission on cordon.deployments (mission_id);

alter table cordon.memberships add constraint members_serve_at_a_base_of_their_mission
	foreign key (base_id, mission_id) references cordon.deployments (id, mission_id);

create table cordon.deployment_sources (
	deployment_id uuid references cordon.deployments on delete cascade,
	source_id uuid references cordon.sources,
	position int not null,
	primary key (deployment_id, source_id)
);

create table cordon.deployment_strengths (
	id uuid primary key default gen_random_uuid(),
	deployment_id uuid not null references cordon.deployments on delete cascade,
	valid_from date,
	valid_until date,
	category cordon.personnel_category not null,
	personnel int not null check (personnel between 0 and 1000000),
	-- In words where the figure came from; the page shows it beside the number.
	source text check (char_length(source) <= 500),

	constraint a_strength_ends_after_it_begins
		check (valid_until > valid_from),
	constraint one_figure_at_a_time_for_a_category
		exclude using gist (
			deployment_id with =,
			category with =,
			daterange(valid_from, valid_until) with &&
		)
);

-- The strengths of a deployment.
create index deployment_strengths_by_deployment
	on cordon.deployment_strengths (deployment_id);

alter table cordon.deployments enable row level security, force row level security;
alter table cordon.deployment_sources enable row level security, force row level security;
alter table cordon.deployment_strengths enable row level security, force row level security;

create policy "All but personnel read deployments of their own mission"
	on cordon.deployments for select to authenticated
	using (mission_id in (select cordon.my_missions_as(
		'analyst', 'focal_point', 'head_of_mission', 'administrator')));
create policy "Whoever reads a deployment reads its sources"
	on cordon.deployment_sources for select to authenticated
	using (deployment_id in (select id from cordon.deployments));
create policy "Whoever reads a deployment reads its strengths"
	on cordon.deployment_strengths for select to authenticated
	using (deployment_id in (select id from cordon.deployments));

create policy "The keeper keeps deployments" on cordon.deployments to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps sources of deployments" on cordon.deployment_sources
	to cordon_keeper using (true) with check (true);
create policy "The keeper keeps strengths" on cordon.deployment_strengths to cordon_keeper
	using (true) with check (true);

grant select on cordon.deployments, cordon.deployment_sources, cordon.deployment_strengths
to authenticated;
grant select, insert, update on cordon.deployments to cordon_keeper;
grant select, insert, delete on cordon.deployment_sources, cordon.deployment_strengths
to cordon_keeper;

-- Not granted: deleting a deployment. One that closed has an end; where people were stays known.
