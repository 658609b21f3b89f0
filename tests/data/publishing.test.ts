/**
 * Publication: what a draft must hold, numbers without gaps, versions that nobody changes, one
 * answer to "what was in force at t" for every t, and a list that says the same.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant, VersionSummary } from '$lib/core/domain';
import { listInForce } from '$lib/core/directive';
import { seededRandom } from '$lib/core/hotspots/random';
import { toListDirectives, type ListInForce } from '$lib/core/list';
import { dayAt } from '$lib/core/period';
import type { DraftContent } from '$lib/data/api';
import { aLine, aZone, someContent } from './contents';
import { describeOnBothEngines, outcomeOf, type Actor, type Stage } from './stage';

const mission = 'kosovo';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const fromNow = (ms: number): Instant => new Date(Date.now() + ms).toISOString();

async function draftWith(stage: Stage, content: DraftContent, directive_id: string | null = null) {
	const draft = await stage.call('focal_point', 'create_draft', { mission, directive_id });
	return stage.call('focal_point', 'save_draft', {
		draft_id: draft.id,
		revision: draft.revision,
		content
	});
}

async function publish(
	stage: Stage,
	content: DraftContent,
	directive_id: string | null = null,
	actor: Actor = 'head_of_mission'
) {
	const draft = await draftWith(stage, content, directive_id);
	return stage.call(actor, 'publish_draft', { draft_id: draft.id, revision: draft.revision });
}

/** Sizes of all that publishing writes. */
const countAll = async (stage: Stage) =>
	(
		await stage.look(
			`select (select count(*) from cordon.directives) as directives,
				(select count(*) from cordon.directive_versions) as versions,
				(select count(*) from cordon.designations) as designations,
				(select count(*) from cordon.bundles) as bundles,
				(select count(*) from cordon.audit_entries) as audit`
		)
	)[0];

const currentList = async (stage: Stage, actor: Actor = 'personnel') => {
	const list = await stage.call(actor, 'get_list', { mission });
	return { ...list!, document: JSON.parse(list!.text) as ListInForce };
};

describeOnBothEngines('Publishing', (stage) => {
	it('refuses an incomplete draft by name, and writes nothing', async () => {
		const place = (await stage().call('focal_point', 'list_establishments', { mission }))[0]!.id;
		const listed = aLine({
			kind: 'establishment',
			establishmentId: place,
			name: {},
			establishmentKind: null
		});
		const gaps: Record<string, Partial<DraftContent>> = {
			titleMissing: { title: { fr: 'Salons' } },
			textMissing: { text: { en: '  ' } },
			legalBasisMissing: { legalBasis: ' ' },
			applicabilityMissing: { applicability: [] },
			reviewMissing: { reviewOn: null },
			reviewBeforeEffective: { reviewOn: '2020-01-01' },
			designationsMissing: { designations: [] },
			designatedTwice: { designations: [listed, { ...listed, id: crypto.randomUUID() }] },
			establishmentUnknown: {
				designations: [{ ...listed, establishmentId: crypto.randomUUID() }]
			},
			designationNameMissing: { designations: [aZone({ name: {} })] },
			classMissing: { designations: [aLine({ establishmentKind: null })] },
			curfewInvalid: {
				designations: [aZone({ kind: 'curfew', curfew: { from: '', until: '05:00', days: [1] } })]
			},
			geometryMissing: { designations: [aZone({ geometry: null })] },
			bufferMissing: {
				designations: [aZone({ geometry: { type: 'Point', coordinates: [21.15, 42.65] } })]
			},
			outsideMission: {
				designations: [
					aZone({ geometry: { type: 'Point', coordinates: [2, 48] }, bufferMetres: 100 })
				]
			},
			effectiveInPast: { effectiveFrom: fromNow(-HOUR) },
			effectiveTooFar: { effectiveFrom: fromNow(1000 * DAY) },
			nothingToLift: { lifts: true }
		};
		for (const [key, gap] of Object.entries(gaps)) {
			const draft = await draftWith(stage(), someContent(gap));
			const before = await countAll(stage());
			const act = stage().call('head_of_mission', 'publish_draft', {
				draft_id: draft.id,
				revision: draft.revision
			});
			expect(await outcomeOf(act)).toBe(`PT422 ${key}`);
			expect(await countAll(stage()), key).toEqual(before);
		}
	}, 120_000);

	it('makes a version that is in force at once, for every role, on the list too', async () => {
		const published = await publish(stage(), someContent());
		expect(published).toMatchObject({ version: 1, supersedes: null, lifts: false });
		expect(published.inForce).toEqual({ from: published.effectiveFrom, until: null });
		for (const actor of ['personnel', 'analyst', 'focal_point', 'administrator'] as const) {
			const version = await stage().call(actor, 'get_directive_version', {
				version_id: published.id
			});
			expect(version.designations).toHaveLength(1);
			const list = await currentList(stage(), actor);
			expect(list.document.directives.map(({ number }) => number)).toContain(published.number);
			expect(list.sequence).toBeGreaterThanOrEqual(published.listSequence);
		}
	});

	it('publishes the same draft once, however often it is asked', async () => {
		const draft = await draftWith(stage(), someContent());
		const ask = { draft_id: draft.id, revision: draft.revision };
		const first = await stage().call('head_of_mission', 'publish_draft', ask);
		const before = await countAll(stage());
		const again = await stage().call('head_of_mission', 'publish_draft', ask);
		expect(again).toEqual(first);
		expect(await countAll(stage())).toEqual(before);
		expect(
			await outcomeOf(stage().call('focal_point', 'save_draft', { ...ask, content: someContent() }))
		).toBe('PT409 draftPublished');
	});

	it('refuses an old revision, and a draft that another publication overtook', async () => {
		const draft = await draftWith(stage(), someContent());
		const stale = { draft_id: draft.id, revision: draft.revision - 1 };
		const changed = 'PT409 draftChanged';
		expect(await outcomeOf(stage().call('head_of_mission', 'publish_draft', stale))).toBe(changed);
		expect(await outcomeOf(stage().call('head_of_mission', 'discard_draft', stale))).toBe(changed);
		const save = { ...stale, content: someContent({ legalBasis: 'overwritten' }) };
		expect(await outcomeOf(stage().call('focal_point', 'save_draft', save))).toBe(changed);
		expect(
			(await stage().call('focal_point', 'get_draft', { draft_id: draft.id })).legalBasis
		).toBe(someContent().legalBasis);

		const first = await publish(stage(), someContent());
		const slow = await draftWith(stage(), someContent(), first.directiveId);
		await publish(stage(), someContent(), first.directiveId);
		const before = await countAll(stage());
		expect(
			await outcomeOf(
				stage().call('head_of_mission', 'publish_draft', {
					draft_id: slow.id,
					revision: slow.revision
				})
			)
		).toBe('PT409 directiveMovedOn');
		expect(await countAll(stage())).toEqual(before);
	});

	it('copies an establishment as it is, and keeps it so when the register changes', async () => {
		const place = (await stage().call('focal_point', 'list_establishments', { mission })).find(
			({ status }) => status === 'open'
		)!;
		const published = await publish(
			stage(),
			someContent({
				designations: [
					aLine({
						kind: 'establishment',
						establishmentId: place.id,
						name: {},
						establishmentKind: null
					})
				]
			})
		);
		await stage().call('focal_point', 'save_establishment', {
			mission,
			establishment: {
				...place,
				names: [{ text: 'Exercise bar New Name', language: 'en', status: 'sign' }],
				geometry: { type: 'Point', coordinates: [20.9, 42.5] }
			}
		});
		const read = await stage().call('personnel', 'get_directive_version', {
			version_id: published.id
		});
		expect(read.designations[0]).toMatchObject({
			names: place.names,
			geometry: place.geometry,
			kindOfEstablishment: place.kind
		});
	});

	it('keeps the identity and the first day of a line through the versions', async () => {
		const stays = aLine({ name: { en: 'Stays' } });
		const first = await publish(stage(), someContent({ designations: [stays, aLine()] }));
		const second = await publish(
			stage(),
			someContent({ designations: [aLine(), { ...stays, bufferMetres: 0 }] }),
			first.directiveId
		);
		const line = second.designations.find(({ id }) => id === stays.id)!;
		expect(line.addedOn).toBe(first.designations.find(({ id }) => id === stays.id)!.addedOn);
		const dated = (await stage().call('personnel', 'list_designations', { mission })).filter(
			({ id }) => id === stays.id
		);
		// Unchanged, so one row, from the first version on.
		expect(dated).toHaveLength(1);
		expect(dated[0]).toMatchObject({
			version: 2,
			inForce: { from: first.effectiveFrom, until: null }
		});
		const foreign = await draftWith(stage(), someContent({ designations: [stays] }));
		expect(
			await outcomeOf(
				stage().call('head_of_mission', 'publish_draft', {
					draft_id: foreign.id,
					revision: foreign.revision
				})
			)
		).toBe('PT422 draftMalformed');
	});

	it('ends a directive with a version that lifts it, and nothing of it stays on the list', async () => {
		const first = await publish(stage(), someContent());
		const lifted = await publish(
			stage(),
			someContent({ lifts: true, reviewOn: null }),
			first.directiveId
		);
		expect(lifted).toMatchObject({ version: 2, lifts: true, designations: [] });
		const list = await currentList(stage());
		expect(list.document.directives.map(({ number }) => number)).not.toContain(first.number);
		const inForce = await stage().call('personnel', 'list_versions_in_force', {
			mission,
			at: fromNow(0)
		});
		expect(inForce.map(({ directiveId }) => directiveId)).not.toContain(first.directiveId);
		const before = await stage().call('personnel', 'get_directive_version', {
			version_id: first.id
		});
		expect(before.inForce.until).toBe(lifted.effectiveFrom);
	});

	it('lets an emergency lapse by itself, and carrying it on does not prolong it', async () => {
		const urgent = aZone({ emergency: true });
		const first = await publish(stage(), someContent({ designations: [urgent] }));
		const lapsesAt = first.designations[0]!.lapsesAt!;
		expect(Date.parse(lapsesAt) - Date.parse(first.effectiveFrom)).toBe(14 * DAY);
		const carried = await publish(
			stage(),
			someContent({ designations: [urgent, aLine()] }),
			first.directiveId
		);
		expect(carried.designations[0]!.lapsesAt).toBe(lapsesAt);
		// The list that will hold once it has lapsed is already written, and nobody reads it yet.
		const [after] = await stage().look<{ text: string }>(
			`select b.text from cordon.bundles b join cordon.missions m on m.id = b.mission_id
			 where m.slug = $1::text and b.effective_from = $2::text::timestamptz
			 order by b.sequence desc limit 1`,
			[mission, lapsesAt]
		);
		const entries = (document: ListInForce) =>
			document.directives.find(({ number }) => number === first.number)!.entries;
		expect(entries(JSON.parse(after!.text)).map(({ emergency }) => emergency)).toEqual([false]);
		expect(entries((await currentList(stage())).document)).toHaveLength(2);
		const confirmed = await publish(
			stage(),
			someContent({ designations: [{ ...urgent, emergency: false }] }),
			first.directiveId
		);
		expect(confirmed.designations[0]).toMatchObject({ emergency: false, lapsesAt: null });
	});

	it('lists versions by what identifies, dates and counts them, without words and lines', async () => {
		const urgent = aZone({ emergency: true });
		const lapsing = await publish(stage(), someContent({ designations: [urgent] }));
		const mixed = await publish(
			stage(),
			someContent({ designations: [aLine(), { ...aZone(), emergency: true }] })
		);
		const versions = await stage().call('personnel', 'list_directive_versions', { mission });
		const listed = ({ id }: { id: string }) => versions.find((version) => version.id === id)!;
		expect(listed(lapsing)).toMatchObject({
			lines: 1,
			lapsesAt: lapsing.designations[0]!.lapsesAt
		});
		expect(listed(mixed)).toMatchObject({ lines: 2, lapsesAt: null });
		for (const whole of [lapsing, mixed]) expect(whole).toMatchObject(listed(whole));
		expect(JSON.stringify(versions).length / versions.length).toBeLessThan(1000);
		expect(Object.keys(listed(mixed))).not.toContain('designations');
		expect(Object.keys(listed(mixed))).not.toContain('text');
	});

	it('hides a scheduled version from members, and withdraws it by one that takes effect before', async () => {
		const first = await publish(stage(), someContent());
		const later = fromNow(5 * DAY);
		const scheduled = await publish(
			stage(),
			someContent({ title: { en: 'Embargo' }, effectiveFrom: later }),
			first.directiveId
		);
		const asked = { version_id: first.id };
		const seenByHead = await stage().call('head_of_mission', 'get_directive_version', asked);
		expect(seenByHead.inForce.until).toBe(scheduled.effectiveFrom);
		// Its shadow does not fall on the version before it either.
		const seen = await stage().call('personnel', 'get_directive_version', asked);
		expect(seen.inForce.until).toBeNull();
		const everything = JSON.stringify([
			await stage().call('personnel', 'list_directive_versions', { mission }),
			await stage().call('personnel', 'list_designations', { mission }),
			await stage().call('personnel', 'list_versions_in_force', { mission, at: fromNow(9 * DAY) }),
			(await currentList(stage())).text
		]);
		expect(everything).not.toContain('Embargo');

		const correction = await publish(stage(), someContent(), first.directiveId);
		expect(correction.version).toBe(3);
		const withdrawn = await stage().call('head_of_mission', 'get_directive_version', {
			version_id: scheduled.id
		});
		expect(withdrawn.inForce.from).toBe(withdrawn.inForce.until);
		// From the correction on it is the only one, before, at and after the withdrawn one's time.
		for (const ms of [0, 4 * DAY, 5 * DAY, 9 * DAY]) {
			const inForce = await stage().call('head_of_mission', 'list_versions_in_force', {
				mission,
				at: fromNow(ms)
			});
			const own = inForce.filter(({ directiveId }) => directiveId === first.directiveId);
			expect(own.map(({ version }) => version)).toEqual([3]);
		}
	});

	it('tells of the list that a version brought in all but its entries, to whoever reads the version', async () => {
		const soon = new Date(Date.now() + 2 * DAY).toISOString();
		const { id } = await publish(stage(), someContent({ effectiveFrom: soon }));
		const [written] = await stage().look<{ text: string; sha256: string }>(
			'select text, sha256 from cordon.bundles where version_id = $1 order by sequence limit 1',
			[id]
		);
		const told = await stage().call('focal_point', 'get_version_list', { version_id: id });
		const { directives, ...rest } = JSON.parse(written!.text) as ListInForce;
		expect(directives.length).toBeGreaterThan(0);
		expect(told).toMatchObject({ ...rest, sha256: written!.sha256 });
		expect(told).not.toHaveProperty('directives');
		expect(await outcomeOf(stage().call('personnel', 'get_version_list', { version_id: id }))).toBe(
			'PT404 versionUnknown'
		);
	});

	it('answers what was in force at every time, as the list of that time does', async () => {
		const versions = await stage().call('head_of_mission', 'list_directive_versions', { mission });
		const bundles = await stage().look<{ sequence: number; effective: string; text: string }>(
			`select b.sequence, cordon.to_instant(b.effective_from) as effective, b.text
			 from cordon.bundles b join cordon.missions m on m.id = b.mission_id
			 where m.slug = 'kosovo' order by b.sequence`
		);
		const first = Date.parse('1999-06-01');
		const last = Date.now() + 30 * DAY;
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: first, max: last }), async (ms) => {
				const at = new Date(ms).toISOString();
				// By definition: of each directive the highest version effective by then, unless it lifts.
				const latest = new Map<string, VersionSummary>();
				for (const version of versions) {
					const other = latest.get(version.directiveId);
					if (
						Date.parse(version.effectiveFrom) <= ms &&
						(!other || other.version < version.version)
					) {
						latest.set(version.directiveId, version);
					}
				}
				const expected = [...latest.values()]
					.filter(({ lifts }) => !lifts)
					.map(({ number, version }) => `${number}.${version}`)
					.sort();
				const answered = await stage().call('head_of_mission', 'list_versions_in_force', {
					mission,
					at
				});
				expect(answered.map(({ number, version }) => `${number}.${version}`).sort()).toEqual(
					expected
				);
				const list = bundles.filter(({ effective }) => Date.parse(effective) <= ms).at(-1);
				const onList = list
					? (JSON.parse(list.text) as ListInForce).directives.map(
							({ number, version }) => `${number}.${version}`
						)
					: [];
				expect(onList.sort()).toEqual(expected);
			}),
			{ numRuns: 40, seed: 1325 }
		);
	}, 120_000);

	it('says the same on map, list and API at every moment, whatever was published, and nothing early', async () => {
		// Whatever happens to directives: new ones, amendments, emergencies, embargoes, ends.
		const own = new Map<string, number>();
		const embargoed = new Set<string>();
		const random = seededRandom(8);
		for (let i = 0; i < 14; i++) {
			const directive =
				random() < 0.6 ? [...own.keys()][Math.floor(random() * own.size)] : undefined;
			const later = random() < 0.4 ? fromNow((1 + random() * 20) * DAY) : null;
			const lifts = directive !== undefined && random() < 0.2;
			const published = await publish(
				stage(),
				someContent({
					effectiveFrom: later,
					reviewOn: '2028-01-01',
					lifts,
					designations: lifts
						? []
						: [aLine({ name: { en: `Line ${i}` }, emergency: random() < 0.4 }), aZone()]
				}),
				directive ?? null
			);
			own.set(published.directiveId, i);
			if (later) for (const { id } of published.designations) embargoed.add(id);
		}

		const whole = async (actor: Actor) => {
			const summaries = await stage().call(actor, 'list_directive_versions', { mission });
			return Promise.all(
				summaries.map(({ id }) => stage().call(actor, 'get_directive_version', { version_id: id }))
			);
		};
		const bundles = await stage().look<{ effective: string; text: string }>(
			`select cordon.to_instant(b.effective_from) as effective, b.text
			 from cordon.bundles b join cordon.missions m on m.id = b.mission_id
			 where m.slug = 'kosovo' order by b.sequence`
		);
		const now = Date.now();
		for (const actor of ['head_of_mission', 'personnel'] as const) {
			const versions = await whole(actor);
			const onMap = await stage().call(actor, 'list_designations', { mission });
			// Moments at which something changes, just before and just after, and any others.
			const changes = versions.flatMap(({ effectiveFrom, designations }) =>
				[effectiveFrom, ...designations.flatMap(({ lapsesAt }) => lapsesAt ?? [])].map(Date.parse)
			);
			const moments = Array.from({ length: 40 }, (_, i) =>
				i % 2 && changes.length
					? changes[Math.floor(random() * changes.length)]! + Math.floor(random() * 3) - 1
					: Date.parse('1999-06-01') +
						Math.floor(random() * (now + 40 * DAY - Date.parse('1999-06-01')))
			);
			for (const ms of moments) {
				const at = new Date(ms).toISOString();
				// By definition: of each directive the highest version effective by then, its lines not lapsed.
				const latest = new Map<string, (typeof versions)[number]>();
				for (const version of versions) {
					const other = latest.get(version.directiveId);
					if (
						Date.parse(version.effectiveFrom) <= ms &&
						(!other || other.version < version.version)
					)
						latest.set(version.directiveId, version);
				}
				const expected = [...latest.values()]
					.flatMap(({ number, designations }) =>
						designations
							.filter(({ lapsesAt }) => !lapsesAt || Date.parse(lapsesAt) > ms)
							.map(({ id }) => `${number} ${id}`)
					)
					.sort();
				const api = await stage().call(actor, 'list_versions_in_force', { mission, at });
				const list = toListDirectives(api);
				expect(
					list.flatMap(({ number, entries }) => entries.map(({ id }) => `${number} ${id}`)).sort(),
					at
				).toEqual(expected);
				expect(
					listInForce(onMap, at)
						.map(({ number, id }) => `${number} ${id}`)
						.sort(),
					at
				).toEqual(expected);
				// And the very document of that moment, word for word; of later ones to those who may know.
				const document = bundles.filter(({ effective }) => Date.parse(effective) <= ms).at(-1);
				if (document && (ms <= now || actor === 'head_of_mission'))
					expect(list, at).toEqual((JSON.parse(document.text) as ListInForce).directives);
				if (actor === 'personnel') {
					const early = expected.filter((line) => embargoed.has(line.split(' ')[1]!));
					expect(early, at).toEqual([]);
				}
			}
		}
	}, 180_000);

	it('knows the same day of an instant as the device, in every zone, clocks changed or not', async () => {
		const zones = [
			...['Europe/Belgrade', 'Australia/Lord_Howe', 'Asia/Kabul', 'Africa/Kinshasa'],
			...['Africa/Cairo', 'Asia/Beirut', 'America/Santiago', 'America/Port-au-Prince']
		];
		const random = seededRandom(9);
		// Around the ends of days of the last twenty-five years, where answers part.
		const instants = Array.from({ length: 400 }, () => {
			const day = Date.parse('2000-01-01') + Math.floor(random() * 9100) * DAY;
			return new Date(day + Math.floor(random() * 97) * (HOUR / 4)).toISOString();
		});
		const rows = await stage().look<{ zone: string; at: string; day: string }>(
			`select zone, at, (at::timestamptz at time zone zone)::date::text as day
			 from jsonb_array_elements_text($1::text::jsonb) as zones (zone)
			 cross join jsonb_array_elements_text($2::text::jsonb) as instants (at)`,
			[JSON.stringify(zones), JSON.stringify(instants)]
		);
		expect(rows).toHaveLength(zones.length * instants.length);
		for (const { zone, at, day } of rows) expect(dayAt(at, zone), `${at} in ${zone}`).toBe(day);
	});

	it('gives intervals that meet without gap or overlap', async () => {
		const versions = await stage().call('personnel', 'list_directive_versions', { mission });
		const byDirective = Map.groupBy(versions, ({ directiveId }) => directiveId);
		for (const siblings of byDirective.values()) {
			const inOrder = siblings.filter(({ lifts }) => !lifts).sort((a, b) => a.version - b.version);
			for (const [i, { inForce }] of inOrder.entries()) {
				const next = inOrder[i + 1];
				if (next) expect(inForce.until).toBe(next.inForce.from);
			}
		}
	});

	it('chains the lists: each hash is of its text, each names the one before, none is missing', async () => {
		const bundles = await stage().look<{
			slug: string;
			sequence: number;
			text: string;
			sha256: string;
			previous_hash: string | null;
		}>(
			`select m.slug, b.sequence, b.text, b.sha256, b.previous_hash
			 from cordon.bundles b join cordon.missions m on m.id = b.mission_id
			 order by m.slug, b.sequence`
		);
		const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
		for (const [, chain] of Map.groupBy(bundles, ({ slug }) => slug)) {
			for (const [i, bundle] of chain.entries()) {
				expect(bundle.sequence).toBe(i + 1);
				expect(bundle.sha256).toBe(hashOf(bundle.text));
				expect(bundle.previous_hash).toBe(chain[i - 1]?.sha256 ?? null);
				expect(JSON.parse(bundle.text)).toMatchObject({
					sequence: bundle.sequence,
					previousHash: bundle.previous_hash
				});
			}
		}
		const list = await currentList(stage());
		expect(list.sha256).toBe(hashOf(list.text));
	});

	it('puts on a list the words of core/list.ts and no others: no author, owner or evidence', async () => {
		const { document } = await currentList(stage());
		const keysOf = (value: object) => Object.keys(value).sort();
		expect(keysOf(document)).toEqual(
			[
				...['format', 'mission', 'sequence', 'previousHash', 'issuedAt', 'effectiveFrom'],
				...['lifetimeHours', 'nearMetres', 'coverage', 'directives', 'contacts', 'consequences']
			].sort()
		);
		for (const directive of document.directives) {
			expect(keysOf(directive)).toEqual(
				[
					...['number', 'version', 'title', 'text', 'legalBasis', 'applicability'],
					...['exemptDuties', 'effectiveFrom', 'reviewOn', 'entries']
				].sort()
			);
			for (const entry of directive.entries) {
				expect(keysOf(entry)).toEqual(
					[
						...['id', 'kind', 'names', 'name', 'establishmentKind', 'address', 'town', 'region'],
						...['geometry', 'accuracyMetres', 'bufferMetres', 'reason', 'emergency'],
						...['lapsesAt', 'curfew', 'exceptions', 'addedOn']
					].sort()
				);
			}
		}
	});

	it('never changes what was published, not even for the owner of the tables', async () => {
		for (const table of [
			'directives',
			'directive_versions',
			'designations',
			'bundles',
			'audit_entries'
		]) {
			const print = `select count(*)::int as n, md5(string_agg(t::text, '' order by t::text)) as md5 from cordon.${table} t`;
			const before = await stage().look(print);
			expect((before[0] as { n: number }).n).toBeGreaterThan(0);
			const column = table === 'directives' ? 'number' : 'mission_id';
			for (const sql of [
				`update cordon.${table} set ${column} = ${column}`,
				`delete from cordon.${table}`,
				`truncate cordon.${table} cascade`
			]) {
				expect(await outcomeOf(stage().look(sql)), sql).toBe('PT409 immutable');
			}
			expect(await stage().look(print)).toEqual(before);
		}
	});

	it('gives twenty who publish at once twenty numbers without a gap', async () => {
		const [{ highest }] = (await stage().look<{ highest: number }>(
			`select max(d.number) as highest from cordon.directives d
			 join cordon.missions m on m.id = d.mission_id where m.slug = 'kosovo'`
		)) as [{ highest: number }];
		const drafts = [];
		for (let i = 0; i < 20; i++) drafts.push(await draftWith(stage(), someContent()));
		// Every draft is asked for twice, as a double click does.
		const published = await Promise.all(
			[...drafts, ...drafts].map((draft, i) =>
				stage().call(i % 3 ? 'head_of_mission' : 'deputy', 'publish_draft', {
					draft_id: draft.id,
					revision: draft.revision
				})
			)
		);
		const numbers = new Set(published.map(({ number }) => number));
		expect([...numbers].sort((a, b) => a - b)).toEqual(
			Array.from({ length: 20 }, (_, i) => highest + i + 1)
		);
		for (const [i, { id }] of published.slice(0, 20).entries()) {
			expect(published[i + 20]!.id).toBe(id);
		}
		const list = await currentList(stage());
		const onList = new Set(list.document.directives.map(({ number }) => number));
		expect([...numbers].every((number) => onList.has(number))).toBe(true);
		const breaks = await stage().look(
			`select cordon.find_audit_breaks(m.id) as at from cordon.missions m`
		);
		expect(breaks).toEqual([]);
	}, 120_000);

	it('lets one of twenty amend a directive, and tells the others that it moved on', async () => {
		const first = await publish(stage(), someContent());
		const drafts = [];
		for (let i = 0; i < 20; i++) {
			drafts.push(await draftWith(stage(), someContent(), first.directiveId));
		}
		const outcomes = await Promise.all(
			drafts.map((draft) =>
				outcomeOf(
					stage().call('head_of_mission', 'publish_draft', {
						draft_id: draft.id,
						revision: draft.revision
					})
				)
			)
		);
		expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
		expect(outcomes.filter((outcome) => outcome === 'PT409 directiveMovedOn')).toHaveLength(19);
	}, 120_000);

	it('numbers the next list above those that a restore lost, and chains it to the last of them', async () => {
		const [{ last }] = (await stage().look<{ last: number }>(
			`insert into cordon.lost_lists (slug, sequence, sha256)
			 select m.slug, max(b.sequence) + 3, repeat('a', 64)
			 from cordon.bundles b join cordon.missions m on m.id = b.mission_id
			 where m.slug = 'kosovo' group by m.slug
			 returning sequence as last`
		)) as [{ last: number }];
		await publish(stage(), someContent());
		const { document } = await currentList(stage());
		expect(document.sequence).toBe(last + 1);
		expect(document.previousHash).toBe('a'.repeat(64));
		await publish(stage(), someContent());
		expect((await currentList(stage())).document.sequence).toBeGreaterThan(last + 1);
	});
});
