/**
 * Cases of the exercise: one at every step, told relative to today, and inspections of what stands
 * on the list, most of them in time. Places, people's findings and notes are invented; the notes
 * say what such a note may say, and no more.
 */
import type { EstablishmentRow } from './establishments.ts';
import { draw, line, listIssues, listPlace } from './history.ts';

/** Who did it, by the name of the demo's account; how many days before today. */
type Act = {
	by: 'analyst' | 'focal.point' | 'head.of.mission';
	daysAgo: number;
	act: string;
	note?: string;
	[word: string]: unknown;
};
export type DemoCase = {
	id: string;
	/** Null when a publication opened it. */
	row: { kind: string; establishment_id?: string; name?: object; [word: string]: unknown } | null;
	acts: Act[];
};

const nominated = (
	by: Act['by'],
	daysAgo: number,
	reason: string,
	...indicators: string[]
): Act => ({ by, daysAgo, act: 'nominated', reason, indicators });
const assessed = (
	by: Act['by'],
	daysAgo: number,
	finding: 'grounds' | 'observe' | 'no_grounds',
	indicators: string[],
	note?: string
): Act => ({ by, daysAgo, act: 'assessed', finding, indicators, ...(note ? { note } : {}) });
const notice = (daysAgo: number, daysToReply: number): Act => ({
	...{ by: 'focal.point', daysAgo, act: 'notice_sent', daysToReply }
});
const omitted = (daysAgo: number, omission: string): Act => ({
	...{ by: 'focal.point', daysAgo, act: 'notice_omitted', omission }
});
const recommended = (daysAgo: number, recommendation = 'designate'): Act => ({
	...{ by: 'focal.point', daysAgo, act: 'recommended', recommendation }
});
const inspected = (daysAgo: number, result: string): Act => ({
	...{ by: 'analyst', daysAgo, act: 'inspected', result }
});

const SEEN =
	'Two patrols, on different nights, saw the side door bolted from outside during opening hours. (Exercise.)';
const BY_DAY =
	'Visited by day with the municipal inspector; rooms above are let by the night. (Exercise.)';

export function listCases(places: EstablishmentRow[]): DemoCase[] {
	const never = (region: string, nth = 0) =>
		places.filter(({ part, region: of }) => part === 'never' && of === region)[nth]!;
	const of = (place: EstablishmentRow, ...acts: Act[]): DemoCase => ({
		id: listPlace(place).id,
		row: { kind: 'establishment', establishment_id: place.id },
		acts
	});
	const heard = [
		nominated('analyst', 64, 'exploitation', 'guarded', 'members_seen'),
		assessed('focal.point', 57, 'grounds', ['guarded', 'lives_on_premises'], SEEN)
	];
	const zone = line('zone sheds', {
		kind: 'zone',
		name: { en: 'Sheds by the river, Gnjilane (exercise)', ar: 'مستودعات النهر، غنيلاني (تمرين)' },
		geometry: draw('Gnjilane', 700, 450, 260),
		reason: 'crime'
	});
	const salons = line('class salons', {
		kind: 'class',
		name: { en: 'All massage parlours', ar: 'جميع صالونات التدليك' },
		establishmentKind: 'massage_parlour',
		reason: 'exploitation'
	});
	const station = listPlace(never('Urosevac'), true);

	return [
		// The three that the draft on the desk proposes.
		...[0, 1, 2].map((nth) =>
			of(
				never('Prizren', nth),
				...heard,
				nth === 0 ? omitted(50, 'endangers_someone') : notice(50, 21),
				recommended(20 - nth)
			)
		),
		of(never('Pec'), nominated('analyst', 6, 'exploitation', 'papers_withheld', 'members_seen')),
		of(never('Pec', 1), nominated('focal.point', 3, 'drugs', 'drugs', 'disorder')),
		of(
			never('Pec', 2),
			nominated('head.of.mission', 41, 'health_safety', 'unsanitary'),
			assessed('analyst', 30, 'no_grounds', [], 'Mended since, as the municipal inspector wrote. (Exercise.)')
		),
		of(never('Pristina'), ...heard),
		of(never('Pristina', 1), ...heard, notice(9, 21)),
		of(never('Pristina', 2), ...heard, notice(30, 21), {
			...{ by: 'focal.point', daysAgo: 15, act: 'replied' },
			note: 'Says that the door opens from inside since last month, and asks for a visit. (Exercise.)'
		}),
		of(
			never('Pristina', 3),
			nominated('focal.point', 120, 'exploitation', 'lives_on_premises'),
			assessed('analyst', 84, 'observe', ['lives_on_premises'], BY_DAY)
		),
		of(never('Pristina', 4), ...heard, omitted(40, 'warns_offenders'), recommended(12)),
		of(never('Kosovska Mitrovica'), nominated('analyst', 15, 'crime', 'weapons'), {
			...{ by: 'analyst', daysAgo: 14, act: 'withdrawn' }
		}),
		{
			id: zone.id,
			row: { kind: 'zone', name: zone.name, geometry: zone.geometry },
			acts: [nominated('analyst', 8, 'crime', 'weapons', 'armed_groups')]
		},
		{
			id: salons.id,
			row: { kind: 'class', name: salons.name, establishment_kind: 'massage_parlour' },
			acts: [
				nominated('head.of.mission', 33, 'exploitation', 'sex_sold', 'members_seen'),
				assessed('analyst', 21, 'grounds', ['sex_sold'], BY_DAY)
			]
		},
		// The emergency that binds since three days ago.
		{
			id: station.id,
			row: null,
			acts: [
				nominated('focal.point', 2, 'crime', 'violence', 'armed_groups'),
				assessed('analyst', 1, 'grounds', ['violence'], 'Reported by two patrols. (Exercise.)')
			]
		},
		...listInspections(places)
	];
}

/** Of what is listed: seven in eight inspected within the interval, some of them closed or changed. */
function listInspections(places: EstablishmentRow[]): DemoCase[] {
	return listIssues(places).now.map((place, i) => {
		const daysAgo = i % 8 === 0 ? 96 + (i % 40) : 4 + ((i * 37) % 78);
		const result =
			place.status === 'closed_down'
				? 'closed_down'
				: place.status === 'unknown'
					? 'not_found'
					: i % 16 === 3
						? 'changed_owner'
						: 'unchanged';
		const acts = [inspected(daysAgo, result)];
		if (i === 20) {
			acts.push({ by: 'focal.point', daysAgo: 3, act: 'petitioned' });
		} else if (result === 'closed_down' && i % 3 === 0) {
			acts.push(recommended(2, 'lift'));
		}
		return { id: listPlace(place).id, row: null, acts };
	});
}
