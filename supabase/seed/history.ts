/**
 * What the Kosovo exercise had published before the demo begins. The sizes of the list follow
 * UNMIK's (18 in 1999, 75 and 100 in 2001, over 200 in 2003, 151 in 2005); every place on it is
 * invented. The last months are told relative to today, so that something is always due, lapsing
 * and scheduled.
 */
import facts from './facts.json' with { type: 'json' };
import { uuidOf } from './deterministic.ts';
import type { EstablishmentRow, Name } from './establishments.ts';

type Text = { en: string; ar: string };
export type Line = {
	id: string;
	kind: 'establishment' | 'zone' | 'class' | 'curfew';
	establishmentId: string | null;
	name: Partial<Text>;
	establishmentKind: string | null;
	geometry: { type: 'Polygon'; coordinates: [number, number][][] } | null;
	bufferMetres: number;
	reason: string;
	emergency: boolean;
	curfew: { from: string; until: string; days: number[] } | null;
	exceptions: Partial<Text>;
};
export type Content = {
	title: Text;
	text: Text;
	legalBasis: string;
	applicability: string[];
	exemptDuties: Partial<Text>;
	effectiveFrom: string | null;
	reviewOn: string | null;
	lifts: boolean;
	designations: Line[];
};
/** `directive` names a directive across its versions. */
export type Publication = {
	directive: string;
	published: string;
	content: Content;
	formerNames: Record<string, Name[]>;
};

const EVERYBODY = ['military', 'police', 'observer', 'civilian', 'contractor'];
const LEGAL_BASIS =
	'Authority of the Head of Mission; Security Council resolution 1244 (1999); ST/SGB/2003/13 (exercise)';
const DAY = 86_400_000;

const towns = new Map(
	facts.towns_kosovo.map(({ name, lon, lat }) => [name, [lon, lat] as [number, number]])
);

/** A rounded block around a point some way from the centre of a town. */
export function draw(town: string, eastMetres: number, northMetres: number, radiusMetres: number) {
	const [lng, lat] = towns.get(town)!;
	const narrowing = Math.cos((lat * Math.PI) / 180);
	const ring = [0, 1, 2, 3, 4, 5, 6, 7].map((i): [number, number] => {
		const angle = (i / 8) * 2 * Math.PI;
		const reach = radiusMetres * (i % 2 ? 1 : 0.82);
		return [
			Number((lng + (eastMetres + reach * Math.cos(angle)) / (111_195 * narrowing)).toFixed(5)),
			Number((lat + (northMetres + reach * Math.sin(angle)) / 111_195).toFixed(5))
		];
	});
	return { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] };
}

export function line(words: string, fields: Partial<Line> & Pick<Line, 'kind' | 'reason'>): Line {
	return {
		id: uuidOf(`line ${words}`),
		establishmentId: null,
		name: {},
		establishmentKind: null,
		geometry: null,
		bufferMetres: 0,
		emergency: false,
		curfew: null,
		exceptions: {},
		...fields
	};
}

const REASONS = ['exploitation', 'exploitation', 'exploitation', 'exploitation', 'crime', 'drugs'];

/** The line of an establishment is the same in every version of the list. */
export const listPlace = (place: EstablishmentRow, emergency = false): Line =>
	line(`${emergency ? 'emergency ' : ''}place ${place.id}`, {
		kind: 'establishment',
		establishmentId: place.id,
		bufferMetres: place.kind === 'night_club' ? 50 : 0,
		reason: REASONS[Number.parseInt(place.id.slice(0, 4), 16) % REASONS.length]!,
		emergency
	});

const LIST_TITLE = {
	en: 'Off-Limits establishments in the mission area',
	ar: 'المنشآت الممنوع ارتيادها في منطقة البعثة'
};
const LIST_TEXT = {
	en: 'No member of the mission shall enter, visit or reside in an establishment named in this directive, on or off duty, in uniform or not. Presence there supports the exploitation of women and children. Not knowing the list is no defence. A change of the name or owner of an establishment does not lift the prohibition. (Exercise: every establishment named is invented.)',
	ar: 'يُحظر على جميع أفراد البعثة دخول أي منشأة مسماة في هذا التوجيه أو زيارتها أو الإقامة فيها، أثناء الخدمة أو خارجها، بالزي الرسمي أو بدونه. فالوجود فيها يدعم استغلال النساء والأطفال. ولا يُقبل الجهل بالقائمة عذراً. ولا يؤدي تغيير اسم المنشأة أو مالكها إلى رفع الحظر. (تمرين: جميع المنشآت المسماة متخيَّلة.)'
};
export const LAW_ENFORCEMENT = {
	en: 'Police and investigators on a duty ordered in writing.',
	ar: 'أفراد الشرطة والمحققون في مهمة صدر بها أمر كتابي.'
};

export const listContent = (places: EstablishmentRow[], reviewOn: string): Content => ({
	title: LIST_TITLE,
	text: LIST_TEXT,
	legalBasis: LEGAL_BASIS,
	applicability: EVERYBODY,
	exemptDuties: LAW_ENFORCEMENT,
	effectiveFrom: null,
	reviewOn,
	lifts: false,
	designations: places.map((place) => listPlace(place))
});

const short = (
	title: Text,
	text: Text,
	designations: Line[],
	rest: Partial<Content> = {}
): Content => ({
	title,
	text,
	legalBasis: LEGAL_BASIS,
	applicability: EVERYBODY,
	exemptDuties: LAW_ENFORCEMENT,
	effectiveFrom: null,
	reviewOn: null,
	lifts: false,
	designations,
	...rest
});

/** The places on the list at each of its issues. */
export function listIssues(places: EstablishmentRow[]) {
	const byId = [...places].sort((a, b) => a.id.localeCompare(b.id));
	const standing = byId.filter(({ part }) => part === 'list2005');
	const earlier = byId.filter(({ part }) => part === 'earlier');
	const recent = byId.filter(({ part }) => part === 'recent');
	const openBy = (day: string) =>
		[...standing, ...earlier]
			.filter(({ valid_from }) => valid_from <= day)
			.sort((a, b) => a.valid_from.localeCompare(b.valid_from) || a.id.localeCompare(b.id));
	// In 2013 each region loses as many as it gains this year, those that closed down first.
	const taken = new Set(
		Object.keys(facts.off_limits_kosovo.by_region_2005_2006).flatMap((region) =>
			standing
				.filter((place) => place.region === region)
				.sort((a, b) => Number(b.status === 'closed_down') - Number(a.status === 'closed_down'))
				.slice(0, recent.filter((place) => place.region === region).length)
		)
	);
	const kept = standing.filter((place) => !taken.has(place));
	return {
		'1999': openBy('1999-11-15').slice(0, 18),
		'2001-01': openBy('2001-01-22').slice(0, 75),
		'2001-09': openBy('2001-09-17').slice(0, 100),
		'2003': [...standing, ...earlier],
		'2005': standing,
		'2013': kept,
		now: [...kept, ...recent]
	};
}

export function listHistory(places: EstablishmentRow[], now: Date): Publication[] {
	const issues = listIssues(places);
	const daysFromNow = (days: number) => new Date(now.getTime() + days * DAY).toISOString();
	const dayFromNow = (days: number) => daysFromNow(days).slice(0, 10);
	const emergencyPlace = places.find(
		({ part, region }) => part === 'never' && region === 'Urosevac'
	)!;

	const curfew = (from: string) => [
		line('curfew pristina', {
			kind: 'curfew',
			name: { en: 'Pristina at night', ar: 'بريشتينا ليلاً' },
			geometry: draw('Pristina', 0, 0, 2300),
			reason: 'force_protection',
			curfew: { from, until: '05:00', days: [1, 2, 3, 4, 5, 6, 7] },
			exceptions: {
				en: 'Movement to and from duty by the direct way.',
				ar: 'التنقل من مكان الخدمة وإليه من الطريق المباشر.'
			}
		})
	];
	const curfewWords = [
		{ en: 'Curfew in Pristina', ar: 'حظر التجول في بريشتينا' },
		{
			en: 'No member of the mission shall be outside quarters in the area shown during the hours stated, unless on duty.',
			ar: 'يُحظر على أفراد البعثة الوجود خارج أماكن إقامتهم في المنطقة المبيَّنة خلال الساعات المحددة، إلا أثناء الخدمة.'
		}
	] as const;

	const houses = [
		line('class houses', {
			kind: 'class',
			name: { en: 'All houses of prostitution', ar: 'جميع بيوت الدعارة' },
			establishmentKind: 'brothel',
			reason: 'exploitation'
		})
	];
	const housesWords = [
		{ en: 'Houses of prostitution, listed or not', ar: 'بيوت الدعارة، سواء أُدرجت في القائمة أم لم تُدرج' },
		{
			en: 'All houses of prostitution are Off-Limits, whether or not a list names them. When in doubt, do not enter, and ask your focal point.',
			ar: 'يُمنع ارتياد جميع بيوت الدعارة، سواء ورد اسمها في قائمة أم لم يرد. وعند الشك لا تدخل واسأل منسق الشؤون المختص.'
		}
	] as const;

	const zone = (words: string, name: Text, geometry: Line['geometry'], fields: Partial<Line> = {}) =>
		line(words, { kind: 'zone', name, geometry, reason: 'exploitation', ...fields });
	const zones = [
		zone(
			'zone pristina',
			{ en: 'Quarter south of the station, Pristina (exercise)', ar: 'الحي الواقع جنوب المحطة، بريشتينا (تمرين)' },
			draw('Pristina', -900, -700, 380)
		),
		zone(
			'zone prizren',
			{ en: 'Upper river bank, Prizren (exercise)', ar: 'الضفة العليا للنهر، بريزرن (تمرين)' },
			draw('Prizren', 800, 300, 320)
		),
		zone(
			'zone mitrovica',
			{ en: 'Warehouse road, Mitrovica (exercise)', ar: 'طريق المستودعات، ميتروفيتسا (تمرين)' },
			draw('Mitrovica', 1200, -900, 450),
			{ reason: 'crime', bufferMetres: 50 }
		)
	];
	const zoneWords = [
		{ en: 'Off-Limits zones', ar: 'المناطق الممنوع ارتيادها' },
		{
			en: 'The areas shown on the map are Off-Limits as a whole, streets included. Passing through by vehicle without stopping is permitted.',
			ar: 'يُمنع ارتياد المناطق المبيَّنة على الخريطة بأكملها، بما في ذلك شوارعها. ويُسمح بالعبور بالمركبات دون توقف.'
		}
	] as const;

	const bridge = short(
		{ en: 'Emergency: bridge area in Mitrovica', ar: 'حالة طارئة: منطقة الجسر في ميتروفيتسا' },
		{
			en: 'The area around the bridge is Off-Limits at once to all who have no duty there.',
			ar: 'يُمنع فوراً ارتياد المنطقة المحيطة بالجسر على كل من ليست له مهمة فيها.'
		},
		[
			zone(
				'zone bridge',
				{ en: 'Bridge area, Mitrovica (exercise)', ar: 'منطقة الجسر، ميتروفيتسا (تمرين)' },
				draw('Mitrovica', 60, 0, 300),
				{ reason: 'disorder', emergency: true }
			)
		],
		{ reviewOn: '2004-04-01' }
	);
	const market = short(
		{ en: 'Market ground in Gnjilane', ar: 'أرض السوق في غنيلاني' },
		{ en: 'The market ground is Off-Limits.', ar: 'يُمنع ارتياد أرض السوق.' },
		[
			zone(
				'zone market',
				{ en: 'Market ground, Gnjilane (exercise)', ar: 'أرض السوق، غنيلاني (تمرين)' },
				draw('Gnjilane', -600, 500, 260),
				{ reason: 'drugs' }
			)
		],
		{ reviewOn: '2006-06-01' }
	);
	const station = short(
		{ en: 'Emergency: bus station in Urosevac', ar: 'حالة طارئة: محطة الحافلات في أوروشيفاتس' },
		{
			en: 'The surroundings of the bus station, and one establishment beside it, are Off-Limits at once. This lapses unless it is confirmed.',
			ar: 'يُمنع فوراً ارتياد محيط محطة الحافلات ومنشأة واحدة بجوارها. ويسقط هذا الحظر ما لم يُؤكَّد.'
		},
		[
			zone(
				'zone station',
				{ en: 'Bus station, Urosevac (exercise)', ar: 'محطة الحافلات، أوروشيفاتس (تمرين)' },
				draw('Urosevac', 400, -300, 240),
				{ reason: 'crime', emergency: true, bufferMetres: 100 }
			),
			listPlace(emergencyPlace, true)
		],
		{ reviewOn: dayFromNow(11) }
	);
	const hillside = short(
		{ en: 'Hillside road in Pec', ar: 'طريق سفح التل في بيتش' },
		{
			en: 'The road on the hillside is Off-Limits from the day stated.',
			ar: 'يُمنع ارتياد طريق سفح التل ابتداءً من اليوم المحدد.'
		},
		[
			zone(
				'zone hillside',
				{ en: 'Hillside road, Pec (exercise)', ar: 'طريق سفح التل، بيتش (تمرين)' },
				draw('Pec', -900, 700, 350)
			)
		],
		{ effectiveFrom: daysFromNow(10), reviewOn: dayFromNow(100) }
	);

	const publish = (directive: string, published: string, content: Content): Publication => ({
		directive,
		published,
		content,
		formerNames: Object.fromEntries(
			places
				.filter(({ before }) => before && published.slice(0, 10) < before.until)
				.map(({ id, before }) => [id, before!.names])
		)
	});
	return [
		publish('list', '1999-11-15T09:00:00Z', listContent(issues['1999'], '2000-02-14')),
		publish('curfew', '2000-02-10T09:00:00Z', short(...curfewWords, curfew('22:00'), { reviewOn: '2000-05-10' })),
		publish('list', '2001-01-22T09:00:00Z', listContent(issues['2001-01'], '2001-04-23')),
		publish('houses', '2001-06-18T09:00:00Z', short(...housesWords, houses, { reviewOn: '2001-09-17' })),
		publish('list', '2001-09-17T09:00:00Z', listContent(issues['2001-09'], '2001-12-17')),
		publish('zones', '2002-05-20T09:00:00Z', short(...zoneWords, zones.slice(0, 2), { reviewOn: '2002-08-19' })),
		publish('list', '2003-11-10T09:00:00Z', listContent(issues['2003'], '2004-02-09')),
		publish('bridge', '2004-03-18T06:30:00Z', bridge),
		publish('list', '2005-09-12T09:00:00Z', listContent(issues['2005'], '2005-12-12')),
		publish('market', '2006-02-06T09:00:00Z', market),
		publish('zones', '2008-04-14T09:00:00Z', short(...zoneWords, zones, { reviewOn: '2008-07-14' })),
		publish('curfew', '2009-10-05T09:00:00Z', short(...curfewWords, curfew('23:00'), { reviewOn: '2010-01-04' })),
		publish('market', '2011-05-09T09:00:00Z', { ...market, lifts: true, reviewOn: null, designations: [] }),
		publish('list', '2013-06-03T09:00:00Z', listContent(issues['2013'], '2013-09-02')),
		publish('curfew', daysFromNow(-340), short(...curfewWords, curfew('23:00'), { reviewOn: dayFromNow(25) })),
		publish('houses', daysFromNow(-310), short(...housesWords, houses, { reviewOn: dayFromNow(8) })),
		publish('list', daysFromNow(-265), listContent(issues.now, dayFromNow(12))),
		publish('zones', daysFromNow(-190), short(...zoneWords, zones, { reviewOn: dayFromNow(-13) })),
		publish('station', daysFromNow(-3), station),
		publish('hillside', daysFromNow(-1), hillside)
	];
}

/** Two drafts on the desk: an amendment of the list that could be published, and one with gaps. */
export function listDrafts(places: EstablishmentRow[], now: Date) {
	const dayFromNow = (days: number) =>
		new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
	const current = listIssues(places).now;
	const proposed = places
		.filter(({ part, region }) => part === 'never' && region === 'Prizren')
		.slice(0, 3);
	return [
		{
			directive: 'list',
			content: listContent([...current.slice(1), ...proposed], dayFromNow(90))
		},
		{
			directive: null,
			content: short(
				{ en: 'Lake road in Gjakova', ar: 'طريق البحيرة في جاكوفا' },
				{ en: '', ar: '' },
				[
					line('zone lake', {
						kind: 'zone',
						name: { en: 'Lake road, Gjakova (exercise)', ar: 'طريق البحيرة، جاكوفا (تمرين)' },
						geometry: draw('Gjakova', 700, -600, 330),
						reason: 'exploitation'
					})
				],
				{ legalBasis: '' }
			)
		}
	];
}
