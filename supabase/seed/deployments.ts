/**
 * The deployment sites of Kosovo: facts with their sources and accuracy. Years are those of the
 * sources; a site without a year stands open on that side, because nobody knows.
 */
import facts from './facts.json' with { type: 'json' };
import { uuidOf } from './deterministic.ts';
import type { Sources } from './sources.ts';

type Site = (typeof facts.kosovo_sites)[number];

/** The kind in Cordon's words, where the words of the fact do not say it by themselves. */
const KINDS: Record<string, string> = {
	'film-city': 'headquarters',
	'villaggio-italia': 'headquarters',
	'de-lattre': 'headquarters',
	prizren: 'headquarters',
	'unmik-hq': 'headquarters',
	'osce-hq': 'headquarters',
	'eulex-hq': 'headquarters',
	'nothing-hill': 'patrol_base',
	polukrbat: 'patrol_base',
	'msu-bridge': 'patrol_base',
	cabra: 'patrol_base',
	osojane: 'patrol_base',
	'gjilan-lmt': 'staff_housing'
};

/** Two sites no source places: drawn as wide as the ignorance is. */
const WHEREABOUTS: Record<string, { lng: number; lat: number; accuracyMetres: number }> = {
	bifrost: { lng: 21.15, lat: 42.9, accuracyMetres: 25000 },
	gazala: { lng: 21.1931, lat: 42.9108, accuracyMetres: 15000 }
};

/** Nobody was deployed before Security Council resolution 1244. */
const MISSION_BEGAN = '1999-06-10';
/** Days the sources give within the year. */
const LAST_DAYS: Record<string, string> = {
	slatina: '2003-07-02',
	sajkovac: '2011-10-27',
	plana: '2009-11-30',
	victoria: '2011-06-16'
};

/** UNMIK's list counts by these six regions; some facts shorten the name. */
export const regionOf = (name: string): string =>
	name === 'Mitrovica' ? 'Kosovska Mitrovica' : name;

export type DeploymentRow = {
	id: string;
	name: string;
	alternate_names: string[];
	force: string;
	unit: string | null;
	kind: string;
	town: string;
	region: string;
	geometry: { type: 'Point'; coordinates: [number, number] };
	accuracy_metres: number;
	valid_from: string | null;
	valid_until: string | null;
	strengths: StrengthRow[];
	sources: string[];
};

type StrengthRow = {
	valid_from: string | null;
	valid_until: string | null;
	category: string;
	personnel: number;
	source: string;
};

export function listDeployments(sources: Sources): DeploymentRow[] {
	return facts.kosovo_sites.map((site) => {
		const place = WHEREABOUTS[site.id];
		const lng = site.lon ?? place!.lng;
		const lat = site.lat ?? place!.lat;
		const from =
			site.year_from === null
				? null
				: site.year_from <= 1999
					? MISSION_BEGAN
					: `${site.year_from}-01-01`;
		const until =
			LAST_DAYS[site.id] ?? (site.year_to === null ? null : `${site.year_to + 1}-01-01`);
		const coordinates = site.coordinate_source
			? `Coordinates: ${site.coordinate_source}`
			: `No source gives coordinates; drawn as a circle of ${place!.accuracyMetres / 1000} km`;
		return {
			id: uuidOf(`deployment ${site.id}`),
			name: site.name,
			alternate_names: site.alt_names,
			force: site.force,
			unit: site.lead_nation === site.force ? null : site.lead_nation,
			kind:
				KINDS[site.id] ?? (/office|centre/.test(site.kind) ? 'staff_office' : 'base'),
			town: site.town,
			region: regionOf(site.region),
			geometry: { type: 'Point', coordinates: [lng, lat] },
			accuracy_metres: site.accuracy_m ?? place!.accuracyMetres,
			valid_from: from,
			valid_until: until,
			strengths: listStrengths(site, from, until),
			sources: [...site.sources.map((words) => sources.cite(words)), sources.cite(coordinates)]
		};
	});
}

/** Figures that say how many could be or should have been there, not how many were. */
const NOT_STRENGTHS = new Set(['capacity', 'design', 'planned', 'undated ceiling', 'establishment']);

/**
 * A dated figure holds from its day until the next one, or until the site closed; an undated one is
 * used only where there is no dated one, for the whole period, and says that it is undated.
 */
function listStrengths(site: Site, from: string | null, until: string | null): StrengthRow[] {
	const category = site.force === 'KFOR' ? 'military' : 'civilian';
	const figures = site.strength
		.map((figure, i, all) => (figure.src === 'same' ? { ...figure, src: all[i - 1]!.src } : figure))
		.filter(({ date }) => !NOT_STRENGTHS.has(date));
	const dated = figures
		.map((figure) => ({ ...figure, day: dayOf(figure.date) }))
		.filter((figure) => figure.day !== null)
		.sort((a, b) => a.day!.localeCompare(b.day!));
	if (dated.length === 0) {
		return figures
			.slice(0, 1)
			.map(({ date, n, src }) => ({
				valid_from: from,
				valid_until: until,
				category,
				personnel: n,
				source: `${date}: ${src}`
			}));
	}
	return dated.map(({ day, date, n, src }, i) => ({
		valid_from: from !== null && day! < from ? from : day,
		valid_until: dated[i + 1]?.day ?? until,
		category,
		personnel: n,
		source: `${date}: ${src}`
	}));
}

/** First day of "2003-01", "2007", "c.2009"; null for a word. */
function dayOf(date: string): string | null {
	const [, year, month] = /^(?:c\.)?(\d{4})(?:-(\d\d))?$/.exec(date) ?? [];
	return year ? `${year}-${month ?? '01'}-01` : null;
}
