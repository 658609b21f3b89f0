-- 9. Reference statistics and missions of the world
--
-- Published figures, as published: each with what was counted, its unit, its source and the day to
-- which it is true. A figure that was not published is null, which is not zero. Figures of different
-- rows are never added up: sources count different things.

create table cordon.reference_statistics (
	id uuid primary key default gen_random_uuid(),
	subject text not null check (subject ~ '^[a-z_]+$'),
	organization text not null,
	mission text,
	-- Year or period in the words of the source.
	period text not null,
	value numeric,
	unit text not null,
	note text,
	-- False for what nobody looked up; the page says so beside the figure.
	verified boolean not null,
	as_of date,
	source_id uuid not null references cordon.sources,
	position int not null
);

create index reference_statistics_by_subject
	on cordon.reference_statistics (subject, position);

-- Where missions of the world have or had their headquarters, for the map of the world.
create table cordon.reference_missions (
	id uuid primary key default gen_random_uuid(),
	organization text not null,
	acronym text not null,
	place text not null,
	headquarters_name text not null,
	headquarters extensions.geometry not null
		check (cordon.is_shape(headquarters, '{ST_Point}')),
	accuracy_metres int not null check (accuracy_metres > 0),
	from_year int,
	-- Null: still there, as far as the source says.
	until_year int,
	verified boolean not null,
	source_id uuid not null references cordon.sources
);

alter table cordon.reference_statistics enable row level security, force row level security;
alter table cordon.reference_missions enable row level security, force row level security;

create policy "Published figures are public to whoever signed in"
	on cordon.reference_statistics for select to authenticated using (true);
create policy "Published places are public to whoever signed in"
	on cordon.reference_missions for select to authenticated using (true);
create policy "The keeper keeps figures" on cordon.reference_statistics to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps published places" on cordon.reference_missions to cordon_keeper
	using (true) with check (true);

grant select on cordon.reference_statistics, cordon.reference_missions to authenticated;
grant select, insert on cordon.reference_statistics, cordon.reference_missions to cordon_keeper;

-- Not granted: changing a figure. A revised figure is a new row with its own as-of date.
