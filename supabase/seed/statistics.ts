/** Published figures and the missions of the world, as the facts give them. */
import facts from './facts.json' with { type: 'json' };
import { uuidOf } from './deterministic.ts';
import { wasLookedUp, type Sources } from './sources.ts';

export type StatisticRow = {
	id: string;
	subject: string;
	organization: string;
	mission: string | null;
	period: string;
	value: number | null;
	unit: string;
	note: string | null;
	verified: boolean;
	source_id: string;
	position: number;
};

type Figure = Omit<StatisticRow, 'id' | 'position' | 'source_id' | 'verified' | 'mission' | 'note'> & {
	mission?: string | null;
	note?: (string | null | undefined)[];
	source: string;
};

export function listStatistics(sources: Sources): StatisticRow[] {
	const figures: Figure[] = [
		...listAllegationFigures(),
		...facts.personnel.map(
			(fact): Figure => ({
				// A part of the personnel is another figure: a rate must not be divided by it.
				subject: fact.what?.startsWith('women') ? 'women_deployed' : 'personnel',
				organization: fact.org,
				period: String(fact.year),
				value: fact.n ?? null,
				unit: 'people',
				note: [
					fact.what,
					fact.missions && `${fact.missions} missions`,
					fact.approx && 'approximate',
					fact.check,
					fact.note
				].map((part) => (part ? String(part) : null)),
				source: fact.source
			})
		).filter(({ value, note }) => value !== null || note!.some((part) => part?.includes('report'))),
		...facts.kfor_strength.map(
			(fact): Figure => ({
				subject: 'kfor_strength',
				organization: 'NATO',
				mission: 'KFOR',
				period: fact.date,
				value: fact.n,
				unit: 'people',
				note: [fact.note, fact.in_kosovo && `${fact.in_kosovo} of them in Kosovo`].map((part) =>
					part ? String(part) : null
				),
				source: fact.source
			})
		),
		...facts.off_limits_kosovo.series.map(
			(fact): Figure => ({
				subject: 'off_limits',
				organization: 'UN',
				mission: 'UNMIK',
				period: fact.date,
				value: fact.n,
				unit: 'premises',
				note: [
					fact.what,
					fact.approx && (fact.approx === true ? 'approximate' : String(fact.approx)),
					fact.note
				].map((part) => (part ? String(part) : null)),
				source: fact.source
			})
		),
		...Object.entries(facts.off_limits_kosovo.by_region_2005_2006).map(
			([region, n]): Figure => ({
				subject: 'off_limits_by_region',
				organization: 'UN',
				mission: 'UNMIK',
				period: '2005-2006',
				value: n,
				unit: 'premises',
				note: [region],
				source: facts.off_limits_kosovo.by_region_source
			})
		)
	];
	return figures.map(({ note, source, mission, ...figure }, i) => ({
		...figure,
		id: uuidOf(`statistic ${i}`),
		mission: mission ?? null,
		note: note?.filter(Boolean).join('; ') || null,
		verified: wasLookedUp(source),
		source_id: sources.cite(source),
		position: i
	}));
}

/** A year's figures: the total, and each part that the same source gives. */
function listAllegationFigures(): Figure[] {
	return facts.allegations.flatMap((fact): Figure[] => {
		const base = {
			organization: fact.org,
			period: String(fact.year),
			source: fact.source
		};
		const part = (subject: string, value: number | undefined, unit: string, note?: string) =>
			value === undefined ? [] : [{ ...base, subject, value, unit, note: [note] }];
		return [
			...('total' in fact
				? [
						{
							...base,
							subject: 'allegations',
							value: fact.total ?? null,
							unit: 'reports received',
							note: [fact.note]
						}
					]
				: []),
			...part('allegations_involving_children', fact.involving_children, 'reports received'),
			...part('investigations_completed', fact.investigations_completed, 'investigations'),
			...part('allegations_found_credible', fact.found_credible, 'reports received'),
			...part('alleged_perpetrators', fact.alleged_perpetrators, 'people'),
			...part('victims', fact.victims, 'people', 'as published; never a sum of allegations'),
			...part('child_victims', fact.child_victims, 'people'),
			...(fact.share_minors === undefined
				? []
				: part('share_of_minors', fact.share_minors, 'share', fact.note)),
			...Object.entries(fact.by_category ?? {}).flatMap(([category, n]) =>
				part('allegations_by_category', n, 'reports received', category)
			),
			...(fact.by_country ?? []).map(({ country, mission, n }) => ({
				...base,
				subject: 'allegations_by_mission',
				mission,
				value: n,
				unit: 'reports received',
				note: [country, fact.mission_names && 'the source names the country']
			}))
		];
	});
}

export type ReferenceMissionRow = {
	id: string;
	organization: string;
	acronym: string;
	place: string;
	headquarters_name: string;
	headquarters: { type: 'Point'; coordinates: [number, number] };
	accuracy_metres: number;
	from_year: number | null;
	until_year: number | null;
	verified: boolean;
	source_id: string;
};

export function listReferenceMissions(sources: Sources): ReferenceMissionRow[] {
	return facts.missions.map((mission) => ({
		id: uuidOf(`reference mission ${mission.acronym}`),
		organization: mission.org,
		acronym: mission.acronym,
		place: mission.place,
		headquarters_name: mission.hq,
		headquarters: { type: 'Point', coordinates: [mission.lon, mission.lat] },
		// "City or known compound, +-5 km": none of these coordinates was looked up.
		accuracy_metres: 5000,
		from_year: mission.from_year,
		until_year: mission.to === null ? null : Number(mission.to.slice(0, 4)),
		verified: wasLookedUp(mission.from_source),
		source_id: sources.cite(
			mission.from_source,
			'Years as in the source; the position is that of the city, not looked up.'
		)
	}));
}
