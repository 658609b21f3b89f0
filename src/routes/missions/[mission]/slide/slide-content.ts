/**
 * What the slide says, in the reader's words: one content for the page, for print and for the
 * picture, so that they cannot differ.
 */
import type { DatedDesignation, Day, Deployment, Instant, Mission, Text } from '$lib/core/domain';
import { hasLapsed } from '$lib/core/directive';
import { summarizeProximity, type ProximitySummary } from '$lib/core/exposure-summary';
import { isInForce, isValidOn } from '$lib/core/period';
import { measureProximity, type Count } from '$lib/core/proximity';
import { roundToUncertainty } from '$lib/core/uncertainty';
import type { I18n } from '$lib/i18n/i18n';
import { ATTRIBUTION } from '$lib/map/basemap/attribution';
import type { SymbolId } from '$lib/map/symbols/draw';

export type SlideData = {
	mission: Mission;
	designations: DatedDesignation[];
	deployments: Deployment[];
	list: { sequence: number; effectiveFrom: Instant } | null;
	now: Instant;
};

export type SlideTable = { caption: string; columns: string[]; rows: string[][]; empty: string };

export type SlideContent = {
	title: string;
	subtitle: string;
	headline: string;
	/** Under the headline, smaller. */
	details: string[];
	tables: SlideTable[];
	legendTitle: string;
	legend: { mark: SymbolId | 'place' | 'zone' | 'curfew' | 'ring'; label: string }[];
	notes: string[];
	/** Set when establishments are invented. */
	exercise: string | null;
	/** What the map draws. */
	drawn: {
		designations: DatedDesignation[];
		deployments: Deployment[];
		/** The most exposed, first first: numbered on the map as in the table. */
		ranked: Deployment[];
		ringMetres: number;
	};
};

/** The ring by which the slide ranks: a kilometre where the mission measures it. */
const RANKED_BY_METRES = 1000;
const ALWAYS = { from: null, until: null };

export function toSlideContent(data: SlideData, day: Day, at: Instant, i18n: I18n): SlideContent {
	const { m, format, say } = i18n;
	const { mission } = data;
	const words = (text: Text) => say(text, mission.languages);
	const designations = data.designations.filter(
		(each) => isInForce(each, at) && !hasLapsed(each, at)
	);
	const deployments = data.deployments.filter(({ period }) => isValidOn(period, day));
	const ringMetres = mission.ringsMetres.includes(RANKED_BY_METRES)
		? RANKED_BY_METRES
		: (mission.ringsMetres[0] ?? RANKED_BY_METRES);
	const summary = summarize(mission, designations, deployments, day, ringMetres);
	const ring = format.distance(ringMetres);
	const ranked = summary.mostExposed
		.map(({ id }) => deployments.find((deployment) => deployment.id === id))
		.filter((deployment) => deployment !== undefined);
	return {
		title: m.slide.heading,
		subtitle: m.slide.subtitle({ mission: words(mission.name), day: format.date(day) }),
		...sayHeadline(summary, ringMetres, i18n),
		tables: [
			ringTable(summary, i18n),
			baseTable(summary, deployments, ringMetres, i18n),
			regionTable(summary, ringMetres, i18n)
		],
		legendTitle: m.slide.legend,
		legend: [
			{ mark: 'place', label: m.slide.place },
			...(designations.some(({ kind }) => kind === 'zone')
				? [{ mark: 'zone' as const, label: m.slide.zone }]
				: []),
			...(designations.some(({ kind }) => kind === 'curfew')
				? [{ mark: 'curfew' as const, label: m.slide.curfew }]
				: []),
			{ mark: 'ring', label: m.slide.ringAround({ ring }) },
			...listKinds(deployments).map((kind) => ({
				mark: `deployment-${kind}` as SymbolId,
				label: m.domain.deploymentKind[kind]
			}))
		],
		notes: sayNotes(data, designations, deployments, i18n),
		exercise: mission.exercise ? `${m.shell.exercise.mark}. ${m.shell.exercise.explanation}` : null,
		drawn: { designations, deployments, ranked, ringMetres }
	};
}

function summarize(
	mission: Mission,
	designations: DatedDesignation[],
	deployments: Deployment[],
	day: Day,
	rankedByMetres: number
): ProximitySummary {
	// A curfew binds at hours, in whole towns: it is drawn, but is no location to be near to.
	const places = designations.flatMap(({ id, kind, geometry, accuracyMetres }) =>
		geometry && kind !== 'curfew' ? [{ id, geometry, accuracyMetres, period: ALWAYS }] : []
	);
	const regions = new Map(designations.map(({ id, region }) => [id, region]));
	const proximity = measureProximity(places, deployments, {
		ringsMetres: mission.ringsMetres,
		when: { at: day }
	});
	return summarizeProximity(proximity, {
		rankedByMetres,
		regionOf: (id) => regions.get(id) ?? null
	});
}

const at = (counts: readonly Count[], index: number): Count =>
	counts[index] ?? { measured: 0, definite: 0, possible: 0 };

function sayHeadline(
	summary: ProximitySummary,
	ringMetres: number,
	{ m, format }: I18n
): Pick<SlideContent, 'headline' | 'details'> {
	if (summary.places === 0) return { headline: m.slide.noPlaces, details: [] };
	const count = at(summary.rings, summary.ringsMetres.indexOf(ringMetres));
	const median = summary.medianNearestMetres;
	return {
		headline: m.slide.headline({
			near: format.number(count.measured),
			all: format.number(summary.places),
			// A number and its unit stay on one line.
			ring: format.distance(ringMetres).replaceAll(' ', '\u00a0')
		}),
		details: [
			m.slide.range({ least: format.number(count.definite), most: format.number(count.possible) }),
			...(median === null
				? []
				: [m.slide.median({ distance: format.distance(roundToUncertainty(median, 100)) })])
		]
	};
}

function ringTable(summary: ProximitySummary, { m, format }: I18n): SlideTable {
	return {
		caption: m.slide.ringsCaption,
		columns: [m.slide.distance, m.slide.measured, m.slide.certain, m.slide.possible],
		rows: summary.ringsMetres.map((radius, index) => {
			const { measured, definite, possible } = at(summary.rings, index);
			return [
				format.distance(radius),
				...[measured, definite, possible].map((n) => format.number(n))
			];
		}),
		empty: m.slide.noPlaces
	};
}

function baseTable(
	summary: ProximitySummary,
	deployments: Deployment[],
	ringMetres: number,
	{ m, format }: I18n
): SlideTable {
	const ring = summary.ringsMetres.indexOf(ringMetres);
	const byId = new Map(deployments.map((deployment) => [deployment.id, deployment]));
	return {
		caption: m.slide.basesCaption({ ring: format.distance(ringMetres) }),
		columns: [m.slide.deployment, m.slide.measured, m.slide.certain, m.slide.possible],
		rows: summary.mostExposed.map(({ id, rings }, index) => {
			const { measured, definite, possible } = at(rings, ring);
			const deployment = byId.get(id);
			return [
				`${format.number(index + 1)}. ${deployment?.name ?? ''} (${deployment?.force ?? ''})`,
				...[measured, definite, possible].map((n) => format.number(n))
			];
		}),
		empty: m.slide.noBases
	};
}

function regionTable(
	summary: ProximitySummary,
	ringMetres: number,
	{ m, format }: I18n
): SlideTable {
	const ring = summary.ringsMetres.indexOf(ringMetres);
	return {
		caption: m.slide.regionsCaption,
		columns: [m.slide.region, m.slide.places, m.slide.near({ ring: format.distance(ringMetres) })],
		rows: summary.regions.map(({ region, places, rings }) => [
			region ?? m.slide.noRegion,
			format.number(places),
			format.number(at(rings, ring).measured)
		]),
		empty: m.slide.noPlaces
	};
}

function listKinds(deployments: Deployment[]) {
	const kinds = deployments.map(({ kind }) => kind);
	return [...new Set(kinds)].filter((kind) => kind !== 'area_of_operations').sort();
}

/** Where a source is to be found, short enough for a slide; its page says the rest. */
function hostOf({ url }: Deployment['sources'][number]): string[] {
	return url && URL.canParse(url) ? [new URL(url).hostname.replace(/^www\./, '')] : [];
}

function sayNotes(
	{ mission, list }: SlideData,
	designations: DatedDesignation[],
	deployments: Deployment[],
	{ m, format, say }: I18n
): string[] {
	const rules = designations
		.filter(({ kind }) => kind === 'class')
		.map(({ name }) => say(name, mission.languages));
	const sources = [...new Set(deployments.flatMap((each) => each.sources.flatMap(hostOf)))].sort();
	return [
		...(rules.length ? [m.slide.classRules({ rules: format.list(rules) })] : []),
		say(mission.statusNote, mission.languages),
		m.slide.method,
		...(sources.length ? [m.slide.sources({ sources: sources.join(', ') })] : []),
		...(list
			? [
					m.slide.list({
						sequence: format.number(list.sequence),
						date: format.date(list.effectiveFrom)
					})
				]
			: []),
		m.slide.basemap({ attribution: ATTRIBUTION }),
		m.slide.origin
	].filter(Boolean);
}
