/**
 * What a draft may hold: gaps, but nothing that whoever opens it later cannot read. Each refusal has
 * its own word, and what is refused leaves no trace.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completeness, diffVersions } from '$lib/core/directive';
import type { Draft, DraftDesignation, Establishment, Mission } from '$lib/core/domain';
import type { DraftContent } from '$lib/data/api';
import { makeI18n } from '$lib/i18n/i18n';
import { loadMessages } from '$lib/i18n/load';
import { bufferCircles, listedAreas, listedPlaces } from '$lib/map/features';
import { curfewInWords, headingOf } from '$lib/ui/directive/designation-words';
import { toLocalInput } from '$lib/ui/directive/mission-clock';
import { showDraft } from '$lib/ui/directive/shown';
import { contentOf, sameContent } from '../../src/routes/missions/[mission]/drafts/draft-content';
import { toDraftRecords } from '../../src/routes/missions/[mission]/map/records';
import { aLine, aZone, someContent, SQUARE } from './contents';
import { describeOnBothEngines, outcomeOf, type Stage } from './stage';

const mission = 'kosovo';
const MALFORMED = 'PT422 draftMalformed';

const emptyDraft = (stage: Stage) =>
	stage.call('focal_point', 'create_draft', { mission, directive_id: null });

/** How saving this content ends. */
async function saving(stage: Stage, content: unknown): Promise<string> {
	const { id, revision } = await emptyDraft(stage);
	const save = { draft_id: id, revision, content: content as DraftContent };
	const outcome = await outcomeOf(stage.call('focal_point', 'save_draft', save));
	await stage.look('delete from cordon.drafts where id = $1::text::uuid', [id]);
	return outcome;
}
const savingLine = (stage: Stage, line: unknown) =>
	saving(stage, { ...someContent(), designations: [line] });
const savingShape = (stage: Stage, geometry: unknown) =>
	savingLine(stage, { ...aZone(), geometry });

const ring = (...corners: number[][]) => ({ type: 'Polygon', coordinates: [corners] });

describeOnBothEngines('A draft', (stage) => {
	it('is refused when it has a word of the wrong kind', async () => {
		const content = someContent();
		for (const wrong of [
			{ title: { xx: 'no such language' } },
			{ title: 'text' },
			{ legalBasis: {} },
			{ legalBasis: 5 },
			{ applicability: ['tourists'] },
			{ lifts: 'yes' },
			{ designations: [{}] },
			{ designations: [null] },
			{ designations: [aLine({ bufferMetres: 1e9 })] }
		]) {
			expect(await saving(stage(), { ...content, ...wrong }), JSON.stringify(wrong)).toBe(
				MALFORMED
			);
		}
		const lines = Array.from({ length: 2001 }, () => aLine());
		expect(await saving(stage(), { ...content, designations: lines })).toBe(
			'PT422 tooManyDesignations'
		);
	});

	it('is refused when two of its lines have one id', async () => {
		const line = aLine();
		expect(await saving(stage(), someContent({ designations: [line, line] }))).toBe(MALFORMED);
	});

	it('is refused when its effect is no instant of the years 1 to 9999', async () => {
		for (const effectiveFrom of [
			'infinity',
			'10000-01-01T00:00Z',
			'9999-12-31T23:00-08:00',
			'9999-12-31T23:59:60Z',
			'0001-01-01T00:00+01:00',
			'0000-06-01T00:00Z'
		]) {
			expect(await saving(stage(), { ...someContent(), effectiveFrom }), effectiveFrom).toBe(
				'PT422 dateInvalid'
			);
		}
		expect(await saving(stage(), { ...someContent(), reviewOn: '2026-02-30' })).toBe(
			'PT422 dateInvalid'
		);
		expect(await saving(stage(), { ...someContent(), effectiveFrom: '9999-12-31T00:00Z' })).toBe(
			'done'
		);
	});

	it('is refused with a shape that cannot be drawn, and saved without one', async () => {
		for (const geometry of [
			{},
			[],
			'POINT(21 42)',
			{ type: 'Point' },
			{ type: 'Point', coordinates: [null, 42] },
			{ type: 'Point', coordinates: [[21], [42]] },
			{ type: 'Point', coordinates: ['21', '42'] },
			{ type: 'Point', coordinates: [21] },
			{ type: 'Point', coordinates: [] },
			{ type: 'Point', coordinates: [421, 42] },
			{ type: 'LineString', coordinates: SQUARE.coordinates[0] },
			{ type: 'Polygon', coordinates: [] },
			{ type: 'Polygon', coordinates: [[]] },
			{ type: 'MultiPolygon', coordinates: SQUARE.coordinates },
			ring([21, 42], [21.1, 42]),
			ring([21, 42], [21.1, 42], [21, 42]),
			ring([21, 42], [21.1, 42], [21.1, 42.1], [21, 42.1]),
			ring([21, 42], [21.1, 42.1], [21.1, 42], [21, 42.1], [21, 42]),
			// Narrower than the seven decimals that are kept.
			ring([21, 42], [21.00000001, 42], [21.00000001, 42.1], [21, 42])
		]) {
			expect(await savingShape(stage(), geometry), JSON.stringify(geometry)).toBe(
				'PT422 geometryInvalid'
			);
		}
		for (const geometry of [null, undefined, SQUARE, { type: 'Point', coordinates: [21, 42, 600] }])
			expect(await savingShape(stage(), geometry)).toBe('done');
	});

	it('is told by its own word that a shape is too large, or in another reference system', async () => {
		const corners = Array.from({ length: 5001 }, (_, i) => [
			21 + 0.1 * Math.cos((i / 5001) * 2 * Math.PI),
			42.5 + 0.1 * Math.sin((i / 5001) * 2 * Math.PI)
		]);
		expect(await savingShape(stage(), ring(...corners, corners[0]!))).toBe(
			'PT422 geometryTooLarge'
		);
		const named = (name: unknown) => ({ ...SQUARE, crs: { type: 'name', properties: { name } } });
		for (const foreign of [named('EPSG:3857'), named('urn:ogc:def:crs:EPSG::32634'), named(5)])
			expect(await savingShape(stage(), foreign)).toBe('PT422 crsForeign');
		expect(await savingShape(stage(), { ...SQUARE, crs: {} })).toBe('PT422 crsForeign');
		const wgs84 = ['EPSG:4326', 'urn:ogc:def:crs:EPSG::4326', 'urn:ogc:def:crs:OGC:1.3:CRS84'];
		for (const shape of [...wgs84.map(named), { ...SQUARE, crs: null }])
			expect(await savingShape(stage(), shape)).toBe('done');
	});

	it('may leave the hours and days of a curfew open, and nothing else in their place', async () => {
		const window = { from: '23:00', until: '05:00', days: [1, 5] };
		const savingCurfew = (curfew: unknown) =>
			savingLine(stage(), { ...aZone(), kind: 'curfew', curfew });
		for (const curfew of [null, window, { from: '', until: '', days: [] }])
			expect(await savingCurfew(curfew), JSON.stringify(curfew)).toBe('done');
		for (const curfew of [
			{},
			[],
			'23:00',
			{ ...window, from: '25:00' },
			{ ...window, until: null },
			{ from: '23:00', until: '05:00' },
			{ ...window, days: 1 },
			{ ...window, days: { 1: true } },
			{ ...window, days: [0] },
			{ ...window, days: ['monday'] },
			{ ...window, days: [1, 1] },
			{ ...window, days: [1.5] },
			{ ...window, days: ['1', '5'] }
		]) {
			expect(await savingCurfew(curfew), JSON.stringify(curfew)).toBe(MALFORMED);
		}
	});

	it('keeps of what was sent the known words only', async () => {
		const { id: draft_id, revision } = await emptyDraft(stage());
		const extra = { owner: 'a person', price: 3 };
		const draft = await stage().call('focal_point', 'save_draft', {
			draft_id,
			revision,
			content: {
				...someContent(),
				designations: [
					{ ...aLine(), ...extra },
					{ ...aZone(), geometry: { ...SQUARE, ...extra } },
					{
						...aZone({ kind: 'curfew' }),
						curfew: { from: '23:00', until: '05:00', days: [1], ...extra }
					}
				] as DraftDesignation[],
				note: 'seen with'
			} as unknown as DraftContent
		});
		expect(draft.designations.map(({ geometry, curfew }) => [geometry, curfew])).toEqual([
			[null, null],
			[SQUARE, null],
			[SQUARE, { from: '23:00', until: '05:00', days: [1] }]
		]);
		expect(JSON.stringify(draft)).not.toMatch(/owner|a person|price|seen with/);
	});

	it('begins with the content that is given, or not at all', async () => {
		const count = async () =>
			(await stage().look<{ n: number }>('select count(*)::int as n from cordon.drafts'))[0]!.n;
		const begin = (directive_id: string | null, content: unknown) =>
			stage().call('focal_point', 'create_draft', {
				mission,
				directive_id,
				content: content as DraftContent
			});
		const copy = await begin(null, someContent());
		expect(copy).toMatchObject({
			...someContent(),
			designations: [{ kind: 'class' }],
			revision: 1
		});

		const before = await count();
		for (const wrong of [{ lifts: 3 }, { designations: [{}] }, [], ['title']])
			expect(await outcomeOf(begin(null, wrong))).toBe(MALFORMED);
		expect(await count()).toBe(before);

		const [version] = await stage().call('personnel', 'list_versions_in_force', {
			mission,
			at: new Date().toISOString()
		});
		const lifting = { lifts: true, designations: [], reviewOn: null };
		const { title, legalBasis, directiveId, version: basedOnVersion } = version!;
		expect(await begin(directiveId, lifting)).toMatchObject({
			...lifting,
			...{ title, legalBasis, directiveId, basedOnVersion }
		});
	});

	it('is refused, not answered with a fault, when it is deep, huge or no JSON', async () => {
		const { id, revision } = await emptyDraft(stage());
		const deep = '['.repeat(100_000) + ']'.repeat(100_000);
		for (const written of [
			// The door keeps this from the embedded engine (tests/server/door.test.ts).
			...(stage().engine.name === 'PostgreSQL' ? [deep, `{"designations":${deep}}`] : []),
			'{"bufferMetres":1e200000}',
			'{"title":{"en":"\\u0000"}}',
			'{"title":{"en":"\\ud800"}}',
			'{',
			'',
			`{"title":{"en":"${'x'.repeat(4_000_000)}"}}`
		]) {
			const act = stage().say(
				'focal_point',
				'select api.save_draft($1::text::uuid, $2::text::int, $3::text)',
				[id, String(revision), written]
			);
			expect(await outcomeOf(act), written.slice(0, 40)).toMatch(/^PT422 (unreadable|tooLarge)$/);
		}
	}, 120_000);

	it('that is saved with whatever content can be read by all who open it', async () => {
		const { id: draft_id } = await emptyDraft(stage());
		const here = await stage().call('focal_point', 'get_mission', { mission });
		const register = await stage().call('focal_point', 'list_establishments', { mission });
		const i18n = makeI18n('en', await loadMessages('en'));
		const outcomes = new Map<string, number>();
		await fc.assert(
			fc.asyncProperty(mutated(startOf(register[0]!.id)), async (content) => {
				const { revision } = await stage().call('focal_point', 'get_draft', { draft_id });
				const save = { draft_id, revision, content: JSON.stringify(content) as never };
				const outcome = await outcomeOf(stage().call('focal_point', 'save_draft', save));
				expect(outcome).toMatch(/^(done|PT422 \w+)$/);
				outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
				const draft = await stage().call('focal_point', 'get_draft', { draft_id });
				readAll(draft, here, register, i18n);
			}),
			{ numRuns: 400, seed: 1325 }
		);
		await stage().call('focal_point', 'list_drafts', { mission });
		expect(outcomes.get('done')).toBeGreaterThan(30);
		expect(outcomes.get(MALFORMED)).toBeGreaterThan(30);
	}, 240_000);
});

/** One line of each kind. */
const startOf = (establishmentId: string) =>
	someContent({
		effectiveFrom: '2098-06-01T00:00:00.000Z',
		designations: [
			aLine(),
			aLine({ kind: 'establishment', establishmentId, name: {}, establishmentKind: null }),
			aZone(),
			aZone({ geometry: { type: 'Point', coordinates: [21, 42.5] }, bufferMetres: 50 }),
			aZone({ kind: 'curfew', curfew: { from: '23:00', until: '05:00', days: [1, 2] } })
		]
	});

/** The content with one to three of its parts replaced, left out or doubled. */
function mutated(content: DraftContent): fc.Arbitrary<unknown> {
	const junk = fc.oneof(
		fc.constantFrom<unknown>(
			...[null, {}, [], [null], '', 'x', 0, -1, 0.5, 1e9, 1e308, true, { en: 5 }, { en: '' }],
			...['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '2098-06-01', '24:00', 'zone', 'curfew'],
			...[{ type: 'Point', coordinates: [21, 42] }, { type: 'Point' }, SQUARE.coordinates, SQUARE]
		),
		fc.jsonValue()
	);
	const steps = fc.array(
		fc.tuple(
			fc.double({ min: 0, max: 0.999, noNaN: true }),
			fc.constantFrom('put', 'drop', 'double'),
			junk
		),
		{ minLength: 1, maxLength: 3 }
	);
	return steps.map((all) => {
		const whole = { content: structuredClone(content) as unknown };
		for (const [where, act, value] of all) {
			const places = listPlaces(whole);
			const [holder, key] = places[Math.floor(where * places.length)]!;
			if (act === 'put') holder[key] = structuredClone(value);
			else if (act === 'drop' && key !== 'content') delete holder[key];
			else if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
		}
		return whole.content;
	});
}

type Holder = Record<string, unknown>;
/** Every member of every object and array, as its holder and its key. */
function listPlaces(holder: object): [Holder, string][] {
	return Object.entries(holder).flatMap(([key, value]) => [
		[holder as Holder, key] as [Holder, string],
		...(value && typeof value === 'object' ? listPlaces(value) : [])
	]);
}

/** What the draft page, the desk and the map do with a draft. */
function readAll(
	draft: Draft,
	{ timeZone, languages, area }: Mission,
	register: Establishment[],
	i18n: ReturnType<typeof makeI18n>
): void {
	const at = '2026-06-01T00:00:00Z';
	const shown = showDraft(draft.designations, new Map(register.map((place) => [place.id, place])));
	completeness({ ...draft, designations: shown }, { at, timeZone, languages, area });
	diffVersions(showDraft(startOf(register[0]!.id).designations, new Map()), shown);
	for (const entry of shown) {
		expect(typeof headingOf(i18n, entry, languages)).toBe('string');
		if (entry.curfew) curfewInWords(i18n, entry.curfew);
	}
	expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
	const drawn = toDraftRecords([draft], register, i18n.say).map((record) => record.drawn);
	for (const features of [listedPlaces(drawn), listedAreas(drawn), bufferCircles(drawn)]) {
		expect(JSON.stringify(features)).not.toMatch(/null,|NaN/);
	}
	if (draft.effectiveFrom) {
		expect(toLocalInput(draft.effectiveFrom, timeZone)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
	}
	expect(draft.legalBasis.trim().length).toBeGreaterThanOrEqual(0);
	expect(sameContent(contentOf(draft), contentOf(draft))).toBe(true);
}
