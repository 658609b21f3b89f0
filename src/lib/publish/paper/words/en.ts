/** What a directive on paper says in the mission's name. English defines the type (words.ts). */
import type { ComparedField, OrderWord } from '$lib/core/directive';
import { pluralOf } from '$lib/i18n/plural';

const plural = pluralOf('en');
type Numbered = { number: string; version: string };

export const words = {
	kind: 'Off-Limits directive',
	numbered: ({ number, version }: Numbered) => `Directive ${number}, version ${version}`,
	/** Between the members of a list. */
	comma: ', ',
	directive: 'Directive',
	version: 'Version',
	pageOf: ({ page, pages }: { page: string; pages: string }) => `Page ${page} of ${pages}`,
	exercise: 'Exercise data',
	exerciseNote: 'Every place named in this document is invented.',
	/** The mission did not write everything in the document's language. */
	onlyIn: ({ mark, language }: { mark: string; language: string }) =>
		`What is marked ${mark} was published in ${language} only.`,

	facts: {
		issued: 'Issued',
		effective: 'In force from',
		supersedes: 'Supersedes',
		supersedesNone: 'None. This is the first version.',
		versionOf: ({ version }: { version: string }) => `Version ${version}`,
		appliesTo: 'Applies to',
		everybody:
			'All personnel of the mission: military, police, observers, civilian staff, contractors',
		exempt: 'Exempt on duty',
		legalBasis: 'Authority and legal basis',
		reviewOn: 'Review due'
	},

	order: 'Order',
	lifted:
		'This version ends the directive. Nothing that earlier versions listed is prohibited by it any more.',
	listFollows: 'The places are listed in annex A and drawn in annex B.',
	consequences: 'Consequences of a breach',
	breach: 'Entering a listed place is a breach of this directive and constitutes misconduct.',
	reporting: 'Reporting',
	reportingText:
		'Suspected sexual exploitation or abuse, and breaches of this directive, must be reported at once and in good faith. Do not investigate and do not question anybody. Report to any of these:',
	standing: 'Validity and review',
	standingText:
		'This directive has no end date: it holds until a later version takes its place or lifts it. A change of the name, owner or management of a place does not end a prohibition. The standards of conduct hold everywhere, also where nothing is listed.',
	reviewBy: ({ date }: { date: string }) => `It is due for review on ${date}.`,
	contest:
		'Proposals for a new entry and objections to an entry are made in writing to the focal point or the conduct and discipline team.',
	distribution: 'Distribution',
	forAction: 'For action',
	forInformation: 'For information',
	forDisplay: 'For display',
	forDisplayText:
		'Notice boards in all premises of the mission. To be brought to the attention of every newcomer on arrival.',

	signature: {
		issuedBy: 'Issued on the authority of the Head of Mission',
		sign: 'Signature',
		name: 'Name',
		date: 'Date',
		stamp: 'Stamp'
	},
	verification: 'Verification',
	verificationText: ({ sequence }: { sequence: string }) =>
		`This paper is a view of list no. ${sequence} of the mission, which was published with this version. The fingerprint identifies that list; the code carries mission, number, version and fingerprint.`,
	fingerprint: 'Fingerprint of the list (SHA-256)',
	keyFingerprint: 'Fingerprint of the signing key',

	annex: ({ letter, title }: { letter: string; title: string }) => `Annex ${letter}. ${title}`,
	letters: ['A', 'B', 'C'],

	list: {
		title: 'Places that may not be entered',
		count: ({ count }: { count: number }) => plural(count, { one: '# entry', other: '# entries' }),
		intro:
			'Names are given as on the sign, each in its own script. Positions are in MGRS (WGS 84), below them latitude and longitude in degrees, with no more digits than the accuracy carries.',
		columns: {
			number: 'No.',
			name: 'Name',
			place: 'Place',
			position: 'Position',
			reason: 'Reason'
		},
		everywhere: 'Everywhere in the mission area',
		areas: 'Zones and curfews',
		noTown: 'Without a town',
		reasonCodes: 'Reason codes',
		since: ({ date }: { date: string }) => `listed since ${date}`,
		lapses: ({ date }: { date: string }) => `lapses on ${date} unless confirmed`,
		buffer: ({ distance }: { distance: string }) => `and ${distance} around it`,
		accuracy: ({ distance }: { distance: string }) => `known to ${distance}`,
		middle: 'middle of the area',
		except: ({ text }: { text: string }) => `Except: ${text}`,
		formerly: ({ names }: { names: string }) => `formerly ${names}`,
		namedClass: ({ kind }: { kind: string }) => `Every establishment of this kind: ${kind}`,
		unnamed: 'Without a name',
		curfew: ({ from, until, days }: { from: string; until: string; days: string }) =>
			`from ${from} to ${until}, ${days}`,
		everyDay: 'every day',
		onDays: ({ days }: { days: string }) => `on ${days}`,
		none: 'This version lists nothing.'
	},

	map: {
		title: 'Maps',
		numbered: ({ number, title }: { number: string; title: string }) => `Map ${number}. ${title}`,
		overview: 'Mission area',
		describe: ({ count }: { count: number }) =>
			plural(count, {
				one: 'Map with # listed place, numbered as in annex A.',
				other: 'Map with # listed places, numbered as in annex A.'
			}),
		seeMap: ({ number }: { number: string }) => `Map ${number}`,
		legend: 'Legend',
		number: 'Number in the list of annex A',
		extent: 'Shown on a map of its own',
		zone: 'Zone',
		curfew: 'Curfew area',
		buffer: 'Distance around a place that is also prohibited',
		accuracy: 'The place lies within this circle',
		missionArea: 'Edge of the mission area',
		boundary: {
			country: 'Boundary',
			disputed: 'Boundary that is not settled',
			control: 'Line of control',
			region: 'Region',
			municipality: 'Municipality'
		},
		graticule: 'Latitude and longitude',
		grid: 'Kilometre grid (MGRS)',
		north: 'N',
		ratio: ({ ratio }: { ratio: string }) => `1 : ${ratio} when printed at full size`,
		dataOf: ({ date }: { date: string }) => `Places as published on ${date}`,
		basemap: ({ source }: { source: string }) => `Base map: ${source}`,
		none: 'Nothing that this version lists can be drawn on a map.'
	},

	changes: {
		title: 'Changes',
		against: ({ version }: { version: string }) => `Against version ${version}.`,
		first: 'This is the first version. Everything in it is new.',
		none: 'The list of places is the same.',
		everythingEnds: 'The directive ends. It lists nothing any more.',
		added: ({ count }: { count: number }) =>
			plural(count, { one: '# entry added', other: '# entries added' }),
		removed: ({ count }: { count: number }) =>
			plural(count, { one: '# entry removed', other: '# entries removed' }),
		changed: ({ count }: { count: number }) =>
			plural(count, { one: '# entry changed', other: '# entries changed' }),
		movedBy: ({ distance }: { distance: string }) => `moved by ${distance}`,
		nowBefore: ({ what, now, before }: { what: string; now: string; before: string }) =>
			`${what}: ${now}, before ${before}`,
		emergencyMade: 'made an emergency measure',
		emergencyConfirmed: 'emergency measure confirmed as standing',
		alsoChanged: ({ what }: { what: string }) => `Also changed: ${what}.`,
		field: {
			name: 'name',
			geometry: 'place or outline',
			bufferMetres: 'distance around it',
			reason: 'reason',
			emergency: 'emergency',
			curfew: 'hours',
			exceptions: 'exceptions',
			title: 'title',
			text: 'order',
			legalBasis: 'legal basis',
			applicability: 'whom it binds',
			exemptDuties: 'exempt duties',
			reviewOn: 'review date'
		} satisfies Record<ComparedField | OrderWord, string>
	},

	poster: {
		scan: 'Read the list',
		scanText:
			'Scan the code, or open Cordon on your phone. A check works without a network and tells nobody where you are.',
		count: ({ count }: { count: number }) =>
			plural(count, {
				one: '# entry may not be entered or visited',
				other: '# entries may not be entered or visited'
			}),
		byTown: 'By town',
		moreTowns: ({ count }: { count: number }) =>
			plural(count, { one: '# more town', other: '# more towns' }),
		fullText: 'The full text is in the directive.',
		noDefence: 'Not knowing the list is no defence.',
		replace: 'To be taken down when a later version is posted.'
	}
};
