/**
 * A version of a directive as the data of a document: every word chosen, every map drawn, nothing left
 * to the typesetter (templates/) but to set it. The same facts make the same paper.
 */
import type { MultiPolygon } from 'geojson';
import { PERSONNEL_CATEGORIES } from '$lib/core/domain';
import { ATTRIBUTION } from '$lib/map/basemap/attribution';
import { directionOf, type Direction } from '$lib/i18n/tags';
import { tellChanges, type ChangeGroup } from './changes';
import { cleanText, isolate, isolateLtr } from './clean';
import { numberEntries, type PaperFacts, type PaperOptions } from './facts';
import { listTable, type TableGroup } from './table';
import { legendOf, type LegendItem } from './map/legend';
import type { MapPlan } from './map/plan';
import { drawMap, type MapPicture } from './map/picture';
import type { Ground } from './map/ground';
import { qrSvg, qrText } from './qr';
import { speakerOf, REASON_CODES, type Said, type Speaker } from './say';

export type Fact = { label: string; said: Said };
export type ContactLine = { name: Said; kind: string; reach: string[]; where: Said | null };

export type Paper = {
	locale: string;
	dir: Direction;
	size: 'a4' | 'us-letter';
	/** Title in the file's metadata. */
	title: string;
	author: string;
	issuedAt: string;
	/** Stands on every page of an exercise. */
	exercise: { mark: string; note: string } | null;
	running: string;
	pageOf: string;
	head: {
		kind: string;
		acronym: string;
		mission: Said;
		number: [label: string, value: string];
		version: [label: string, value: string];
		title: Said;
		facts: Fact[];
	};
	/** Which texts are in another language than the document's. */
	notes: string[];
	order: { heading: string; text: Said; lifted: string | null; follows: string | null };
	consequences: { heading: string; breach: string; byCategory: { who: string; said: Said }[] };
	reporting: { heading: string; text: string; contacts: ContactLine[] };
	standing: { heading: string; paragraphs: string[] };
	distribution: { heading: string; lines: { label: string; text: string }[] };
	signature: { issuedBy: string; rows: [label: string, value: string][]; stamp: string };
	verification: {
		heading: string;
		text: string;
		prints: [label: string, value: string][];
		qr: string;
		describe: string;
	};
	list: {
		heading: string;
		count: string;
		intro: string;
		columns: string[];
		groups: TableGroup[];
		reasons: { heading: string; codes: [code: string, label: string][] };
		none: string | null;
	};
	maps: {
		heading: string;
		pictures: (MapPicture & {
			caption: string;
			describe: string;
			scale: string;
			ratioText: string;
		})[];
		north: string;
		legend: { heading: string; items: LegendItem[] };
		notes: string[];
		none: string | null;
	} | null;
	changes: { heading: string; lead: string; groups: ChangeGroup[]; also: string | null };
	poster: {
		title: string;
		count: string;
		byTown: { heading: string; towns: [town: string, count: string][]; more: string | null };
		scan: string;
		scanText: string;
		fullText: string;
		lines: string[];
	};
};

export type DrawnMaps = { plans: readonly MapPlan[]; grounds: readonly Ground[] };

export function composePaper(facts: PaperFacts, maps: DrawnMaps, options: PaperOptions): Paper {
	const { version, list } = facts;
	const { mission } = list;
	const speaker = speakerOf(options.locale, mission.languages, mission.timeZone);
	const { words, labels, said, format } = speaker;
	const numbered = {
		number: format.number(version.number, { useGrouping: false }),
		version: format.number(version.version, { useGrouping: false })
	};
	const acronym = cleanText(mission.acronym);
	const running = `${isolate(acronym)} · ${words.numbered(numbered)}`;
	const entries = numberEntries(version.designations);
	const paper: Omit<Paper, 'notes'> = {
		locale: options.locale,
		dir: directionOf(options.locale),
		size: options.size === 'letter' ? 'us-letter' : 'a4',
		title: `${acronym} · ${words.numbered(numbered)}: ${speaker.say(version.title)}`,
		author: acronym,
		issuedAt: version.publishedAt,
		exercise: mission.exercise ? { mark: words.exercise, note: words.exerciseNote } : null,
		running,
		pageOf: words.pageOf({ page: '{page}', pages: '{pages}' }),
		head: {
			kind: words.kind,
			acronym,
			mission: said(mission.name),
			number: [words.directive, numbered.number],
			version: [words.version, numbered.version],
			title: said(version.title),
			facts: listFacts(facts, speaker)
		},
		order: {
			heading: words.order,
			text: said(version.text),
			lifted: version.lifts ? words.lifted : null,
			follows: entries.length > 0 ? words.listFollows : null
		},
		consequences: listConsequences(facts, speaker),
		reporting: {
			heading: words.reporting,
			text: words.reportingText,
			contacts: listContacts(facts, speaker)
		},
		standing: {
			heading: words.standing,
			paragraphs: [
				words.standingText,
				version.reviewOn ? words.reviewBy({ date: speaker.day(version.reviewOn) }) : '',
				words.contest
			].filter(Boolean)
		},
		distribution: {
			heading: words.distribution,
			lines: [
				{ label: words.forAction, text: bound(facts, speaker) },
				{
					label: words.forInformation,
					text: speaker.joined(
						list.contacts
							.filter(({ kind }) => kind === 'conduct_team' || kind === 'focal_point')
							.map(({ name }) => speaker.say(name))
					)
				},
				{ label: words.forDisplay, text: words.forDisplayText }
			].filter(({ text }) => text)
		},
		signature: {
			issuedBy: words.signature.issuedBy,
			rows: [
				[words.signature.sign, ''],
				[
					words.signature.name,
					`${isolate(cleanText(version.publishedBy))}${words.comma}${labels.role.head_of_mission}`
				],
				[words.signature.date, '']
			],
			stamp: words.signature.stamp
		},
		verification: {
			heading: words.verification,
			text: words.verificationText({ sequence: format.number(list.sequence) }),
			prints: [
				[words.fingerprint, inGroups(list.sha256)],
				...(list.key ? [[words.keyFingerprint, inGroups(list.key)] as [string, string]] : [])
			],
			qr: qrSvg(qrText(facts)),
			describe: qrText(facts)
		},
		list: {
			heading: words.annex({ letter: words.letters[0]!, title: words.list.title }),
			count: words.list.count({ count: entries.length }),
			intro: words.list.intro,
			columns: Object.values(words.list.columns),
			groups: listTable(entries, speaker),
			reasons: {
				heading: words.list.reasonCodes,
				codes: Object.entries(REASON_CODES)
					.filter(([reason]) => entries.some(({ entry }) => entry.reason === reason))
					.map(([reason, code]) => [code, labels.reason[reason as keyof typeof REASON_CODES]])
			},
			none: entries.length === 0 ? words.list.none : null
		},
		maps: version.lifts || options.kind === 'poster' ? null : listMaps(facts, maps, speaker),
		changes: {
			heading: words.annex({
				letter: words.letters[version.lifts ? 1 : 2]!,
				title: words.changes.title
			}),
			...tellChanges(facts, entries, speaker)
		},
		poster: makePoster(facts, speaker)
	};
	return { ...paper, notes: speaker.notes() };
}

/** A hash as people compare it. */
const inGroups = (hex: string) => isolateLtr(hex.match(/.{8}/g)!.join(' '));

function bound({ version }: PaperFacts, { words, labels }: Speaker): string {
	return version.applicability.length === PERSONNEL_CATEGORIES.length
		? words.facts.everybody
		: version.applicability.map((category) => labels.category[category]).join(' · ');
}

function listFacts(facts: PaperFacts, speaker: Speaker): Fact[] {
	const { version, previous } = facts;
	const { words, own, said, when, day, format } = speaker;
	const fact = (label: string, value: string | Said | null): Fact[] =>
		value === null ? [] : [{ label, said: typeof value === 'string' ? own(value) : value }];
	const exempt = said(version.exemptDuties);
	return [
		...fact(words.facts.issued, when(version.publishedAt)),
		...fact(words.facts.effective, when(version.effectiveFrom)),
		...fact(
			words.facts.supersedes,
			previous
				? words.facts.versionOf({ version: format.number(previous.version) })
				: words.facts.supersedesNone
		),
		...fact(words.facts.reviewOn, version.reviewOn && day(version.reviewOn)),
		...fact(words.facts.appliesTo, bound(facts, speaker)),
		...fact(words.facts.exempt, exempt.text ? exempt : null),
		// Written once, in whatever language the authority is named.
		...fact(words.facts.legalBasis, speaker.foreign(version.legalBasis, 'en'))
	];
}

function listConsequences({ version, list }: PaperFacts, speaker: Speaker): Paper['consequences'] {
	const { words, labels, said } = speaker;
	const byText = new Map<string, { categories: string[]; said: Said }>();
	for (const category of PERSONNEL_CATEGORIES) {
		const consequence = list.consequences[category];
		if (!consequence || !version.applicability.includes(category)) continue;
		const told = said(consequence);
		const same = byText.get(told.text);
		if (same) same.categories.push(labels.category[category]);
		else byText.set(told.text, { categories: [labels.category[category]], said: told });
	}
	return {
		heading: words.consequences,
		breach: words.breach,
		byCategory: [...byText.values()].map(({ categories, said }) => ({
			who: categories.join(' · '),
			said
		}))
	};
}

function listContacts({ list }: PaperFacts, { said, labels }: Speaker): ContactLine[] {
	return list.contacts.map(({ kind, name, phone, email, where }) => {
		const place = said(where);
		return {
			name: said(name),
			kind: labels.contactKind[kind],
			reach: [phone, email]
				.filter((each) => each !== null)
				.map((each) => isolateLtr(cleanText(each))),
			where: place.text ? place : null
		};
	});
}

function listMaps(
	facts: PaperFacts,
	{ plans, grounds }: DrawnMaps,
	speaker: Speaker
): Paper['maps'] {
	const { words, format } = speaker;
	const { list, version } = facts;
	const area = (list.coverage as MultiPolygon).coordinates;
	const mapWord = (number: number) => words.map.seeMap({ number: String(number) });
	const pictures = plans.map((plan, i) => {
		const picture = drawMap(plan, grounds[i]!, { area, locale: speaker.locale, mapWord });
		return {
			...picture,
			caption: words.map.numbered({
				number: String(plan.number),
				title: i === 0 ? words.map.overview : nameOfPart(plan, speaker)
			}),
			describe: words.map.describe({ count: plan.entries.length }),
			scale: isolate(format.distance(picture.scaleBar.metres)),
			ratioText: words.map.ratio({
				ratio: format.number(Number(picture.ratio.toPrecision(3)))
			})
		};
	});
	const status = speaker.say(list.mission.statusNote);
	return {
		heading: words.annex({ letter: words.letters[1]!, title: words.map.title }),
		pictures,
		north: words.map.north,
		legend: {
			heading: words.map.legend,
			items: legendOf(
				pictures.map(({ shown }) => shown),
				speaker
			)
		},
		notes: [
			status,
			words.map.dataOf({ date: speaker.day(version.publishedAt) }),
			words.map.basemap({ source: isolate(ATTRIBUTION) })
		].filter(Boolean),
		none: pictures.length === 0 ? words.map.none : null
	};
}

/** The towns of a part, most entries first; where there are none, what is drawn. */
function nameOfPart({ all }: MapPlan, speaker: Speaker): string {
	const counts = new Map<string, number>();
	for (const { entry } of all) {
		const town = cleanText(entry.town ?? entry.region ?? '');
		if (town) counts.set(town, (counts.get(town) ?? 0) + 1);
	}
	const towns = [...counts].sort(([, a], [, b]) => b - a).map(([town]) => town);
	return speaker.joined((towns.length > 0 ? towns : all.map(speaker.nameOf)).slice(0, 3));
}

const MOST_TOWNS = 24;

function makePoster({ version }: PaperFacts, speaker: Speaker): Paper['poster'] {
	const { words, labels, format } = speaker;
	const counts = new Map<string, number>();
	for (const { kind, town } of version.designations) {
		const where = cleanText((kind === 'establishment' && town) || words.list.areas);
		counts.set(where, (counts.get(where) ?? 0) + 1);
	}
	const towns = [...counts].sort(([a, m], [b, n]) => n - m || format.compare(a, b));
	const more = towns.length - MOST_TOWNS;
	return {
		title: labels.offLimits,
		count: words.poster.count({ count: version.designations.length }),
		byTown: {
			heading: words.poster.byTown,
			towns: towns
				.slice(0, MOST_TOWNS)
				.map(([town, count]) => [isolate(town), format.number(count)]),
			more: more > 0 ? words.poster.moreTowns({ count: more }) : null
		},
		scan: words.poster.scan,
		scanText: words.poster.scanText,
		fullText: words.poster.fullText,
		lines: [words.breach, words.poster.noDefence, words.poster.replace]
	};
}
