/** Facts of an invented version, small enough to read and with a case of everything that paper shows. */
import type { DirectiveVersion, LngLat, PublishedDesignation } from '$lib/core/domain';
import type { ListOfVersion } from '$lib/core/list';
import type { PaperFacts } from '$lib/publish/paper/facts';

const AREA: LngLat[] = [
	[20.1, 41.9],
	[21.7, 41.9],
	[21.7, 43.2],
	[20.1, 43.2],
	[20.1, 41.9]
];

export function designation(
	number: number,
	more: Partial<PublishedDesignation> = {}
): PublishedDesignation {
	return {
		id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
		kind: 'establishment',
		establishmentId: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
		name: {},
		establishmentKind: null,
		geometry: {
			type: 'Point',
			coordinates: [20.74 + (number % 40) * 0.01, 42.21 + number * 0.0003]
		},
		accuracyMetres: 10,
		bufferMetres: 0,
		reason: 'exploitation',
		emergency: false,
		lapsesAt: null,
		curfew: null,
		exceptions: {},
		addedOn: '2004-03-15',
		names: [{ text: `Bari Ushtrim ${number}`, language: 'sq', status: 'sign' }],
		kindOfEstablishment: 'bar',
		address: `Exercise street ${number}`,
		town: 'Prizren',
		region: 'Prizren',
		...more
	};
}

const areaAround = ([lng, lat]: LngLat, size: number) => ({
	type: 'Polygon' as const,
	coordinates: [
		[
			[lng - size, lat - size],
			[lng + size, lat - size],
			[lng + size, lat + size],
			[lng - size, lat + size],
			[lng - size, lat - size]
		]
	]
});

/** One of each kind, with names in four scripts, a former one, and every note that a line may carry. */
export const ONE_OF_EACH: PublishedDesignation[] = [
	designation(1, {
		names: [
			{ text: 'Bari Ushtrim Hëna', language: 'sq', status: 'sign' },
			{ text: 'Бар Вежба Месец', language: 'sr-Cyrl', status: 'sign' },
			{ text: 'Bar Vežba Mesec', language: 'sr-Latn', status: 'alias' },
			{ text: 'Klubi Ushtrim Ylli', language: 'sq', status: 'former' }
		],
		bufferMetres: 50
	}),
	designation(2, {
		names: [
			{ text: 'مقهى التمرين', language: 'ar', status: 'sign' },
			{ text: '演习酒吧', language: 'zh', status: 'alias' }
		],
		kindOfEstablishment: 'night_club',
		accuracyMetres: 500,
		reason: 'drugs',
		emergency: true,
		lapsesAt: '2004-04-01T08:00:00Z'
	}),
	designation(3, {
		kind: 'zone',
		establishmentId: null,
		names: [],
		name: { en: 'River bank', ar: 'ضفة النهر' },
		kindOfEstablishment: null,
		geometry: areaAround([21.16, 42.66], 0.002),
		address: null,
		town: null,
		region: null,
		exceptions: { en: 'Passing through by vehicle.', ar: 'المرور بالمركبة.' },
		reason: 'crime'
	}),
	designation(4, {
		kind: 'class',
		establishmentId: null,
		names: [],
		name: { en: 'All houses of prostitution', ar: 'جميع بيوت الدعارة' },
		establishmentKind: 'brothel',
		kindOfEstablishment: null,
		geometry: null,
		address: null,
		town: null,
		region: null
	}),
	designation(5, {
		kind: 'curfew',
		establishmentId: null,
		names: [],
		name: { en: 'Old town at night', ar: 'البلدة القديمة ليلًا' },
		kindOfEstablishment: null,
		geometry: areaAround([20.86, 42.88], 0.004),
		curfew: { from: '23:00', until: '05:00', days: [5, 6] },
		address: null,
		town: null,
		region: null,
		reason: 'disorder'
	})
];

export const LIST: ListOfVersion = {
	format: 'cordon-list/1',
	mission: {
		slug: 'exercise',
		acronym: 'EXMIS',
		name: { en: 'Exercise mission', ar: 'بعثة التمرين' },
		statusNote: {
			en: 'Boundaries shown are not an endorsement.',
			ar: 'لا تعني الحدود إقرارًا بها.'
		},
		timeZone: 'Europe/Belgrade',
		languages: ['en', 'ar'],
		exercise: true
	},
	sequence: 12,
	previousHash: 'b'.repeat(64),
	issuedAt: '2004-03-15T08:00:00Z',
	effectiveFrom: '2004-03-16T05:00:00Z',
	lifetimeHours: 168,
	nearMetres: 200,
	coverage: { type: 'MultiPolygon', coordinates: [[AREA]] },
	contacts: [
		{
			id: 'c1',
			kind: 'conduct_team',
			name: { en: 'Conduct team', ar: 'فريق السلوك' },
			phone: '000 0002',
			email: 'conduct@cordon.example',
			where: { en: 'Headquarters', ar: 'المقر' }
		},
		{
			id: 'c2',
			kind: 'hotline',
			name: { en: 'Hotline' },
			phone: '000 0003',
			email: null,
			where: {}
		}
	],
	consequences: {
		military: { en: 'Repatriation.', ar: 'الإعادة إلى الوطن.' },
		police: { en: 'Repatriation.', ar: 'الإعادة إلى الوطن.' },
		civilian: { en: 'Dismissal.' }
	},
	sha256: '0123456789abcdef'.repeat(4),
	key: 'fedcba9876543210'.repeat(4)
};

export function version(
	designations: PublishedDesignation[],
	more: Partial<DirectiveVersion> = {}
): DirectiveVersion {
	return {
		id: '20000000-0000-4000-8000-000000000002',
		directiveId: '30000000-0000-4000-8000-000000000001',
		number: 3,
		version: 2,
		supersedes: 1,
		title: { en: 'Off-Limits places', ar: 'الأماكن الممنوع ارتيادها' },
		text: {
			en: 'Nobody enters a place on this list.\nNot knowing it is no defence.',
			ar: 'يُحظر دخول أي مكان مدرج في هذه القائمة.\nولا يُقبل الجهل بها عذرًا.'
		},
		legalBasis: 'Authority of the Head of Mission (exercise)',
		applicability: ['military', 'police', 'civilian'],
		exemptDuties: { en: 'Police on a written order.' },
		effectiveFrom: '2004-03-16T05:00:00Z',
		reviewOn: '2004-06-15',
		lifts: false,
		publishedAt: '2004-03-15T08:00:00Z',
		publishedBy: 'Head of Mission (exercise)',
		inForce: { from: '2004-03-16T05:00:00Z', until: null },
		lines: designations.length,
		lapsesAt: null,
		designations,
		...more
	};
}

export function facts(
	designations: PublishedDesignation[] = ONE_OF_EACH,
	more: Partial<PaperFacts> = {}
): PaperFacts {
	const before = [designation(9), ...designations.slice(1)];
	return {
		version: version(designations),
		previous: version(before, { version: 1, supersedes: null, reviewOn: '2004-03-14' }),
		list: LIST,
		address: 'https://cordon.example/missions/exercise/directives/2',
		...more
	};
}
