/** The demo: facts as they were given, everything else invented and saying so. */
import { expect, it } from 'vitest';
import { CASE_STATES } from '$lib/core/case';
import facts from '../../supabase/seed/facts.json';
import { listEstablishments } from '../../supabase/seed/establishments';
import { listIssues } from '../../supabase/seed/history';
import { listAllegations } from '../../supabase/seed/allegations';
import { describeOnBothEngines, type Actor } from './stage';

const mission = 'kosovo';

it('comes out the same every time', () => {
	expect(listEstablishments()).toEqual(listEstablishments());
	expect(listAllegations()).toEqual(listAllegations());
});

it('has lists of the sizes that are published for UNMIK', () => {
	const issues = listIssues(listEstablishments());
	const sizes = Object.fromEntries(
		Object.entries(issues).map(([when, places]) => [when, new Set(places).size])
	);
	expect(sizes).toMatchObject({ '1999': 18, '2001-01': 75, '2001-09': 100, '2005': 151 });
	expect(sizes['2003']).toBeGreaterThan(200);
});

it('names no establishment without the word for exercise and a number of its own', () => {
	const places = listEstablishments();
	const numbers = new Set<string>();
	for (const { names } of places) {
		for (const { text } of names) expect(text).toMatch(/(Exercise|Ushtrim|Vežba|Вежба) .+ \d+$/);
		numbers.add(/\d+$/.exec(names[0]!.text)![0]);
	}
	expect(numbers.size).toBe(places.length);
});

describeOnBothEngines('The demo', (stage) => {
	it('lists UNMIK’s counts by region, in 2005 and today', async () => {
		for (const at of ['2005-12-31T00:00:00Z', new Date().toISOString()]) {
			const versions = await stage().call('personnel', 'list_versions_in_force', { mission, at });
			const list = versions.find(({ number }) => number === 1)!;
			const byRegion: Record<string, number> = {};
			for (const { region } of list.designations) {
				byRegion[region!] = (byRegion[region!] ?? 0) + 1;
			}
			expect(byRegion).toEqual(facts.off_limits_kosovo.by_region_2005_2006);
		}
	});

	it('has every site of the facts, with its accuracy and its sources', async () => {
		const deployments = await stage().call('analyst', 'list_deployments', { mission });
		expect(deployments).toHaveLength(facts.kosovo_sites.length);
		for (const site of facts.kosovo_sites) {
			const deployment = deployments.find(({ name }) => name === site.name)!;
			expect(deployment.sources.length, site.name).toBeGreaterThan(0);
			if (site.lon !== null) {
				expect(deployment.geometry).toEqual({ type: 'Point', coordinates: [site.lon, site.lat] });
				expect(deployment.accuracyMetres).toBe(site.accuracy_m);
			} else {
				// No source places it, so it is drawn as wide as the ignorance.
				expect(deployment.accuracyMetres).toBeGreaterThanOrEqual(15_000);
			}
		}
	});

	it('says of every invented thing that it is', async () => {
		expect((await stage().call('personnel', 'get_mission', { mission })).exercise).toBe(true);
		const register = await stage().call('analyst', 'list_establishments', { mission });
		expect(register.every(({ exercise }) => exercise)).toBe(true);
		const list = await stage().call('personnel', 'get_list', { mission });
		expect(JSON.parse(list!.text).mission.exercise).toBe(true);
		const [{ real }] = (await stage().look<{ real: number }>(
			`select count(*)::int as real from cordon.allegations where not exercise`
		)) as [{ real: number }];
		expect(real).toBe(0);
	});

	it('never shows what was not published as zero, nor what was not looked up as a fact', async () => {
		const figures = await stage().call('personnel', 'list_reference_statistics', {});
		const nato = figures.filter(
			({ organization, subject }) => organization === 'NATO' && subject === 'allegations'
		);
		expect(nato.length).toBeGreaterThan(0);
		expect(nato.every(({ value }) => value === null)).toBe(true);
		expect(
			figures.filter(({ source, verified }) => source.title.includes('not looked up') && verified)
		).toEqual([]);
		expect(figures.every(({ source }) => source.title.length > 0)).toBe(true);
	});

	it('shows something waiting: scheduled, lapsing, overdue, and drafts', async () => {
		const now = Date.now();
		const versions = await stage().call('head_of_mission', 'list_directive_versions', { mission });
		expect(versions.some(({ effectiveFrom }) => Date.parse(effectiveFrom) > now)).toBe(true);
		const inForce = await stage().call('head_of_mission', 'list_versions_in_force', {
			mission,
			at: new Date(now).toISOString()
		});
		expect(inForce.some(({ designations }) => designations.some((d) => d.emergency))).toBe(true);
		expect(inForce.some(({ reviewOn }) => Date.parse(reviewOn!) < now)).toBe(true);
		const drafts = await stage().call('head_of_mission', 'list_drafts', { mission });
		expect(drafts).toHaveLength(2);
	});

	it('has a case in every state, and something waits in every queue', async () => {
		const cases = await stage().call('head_of_mission', 'list_cases', { mission });
		const states = new Set<string>(cases.map(({ state }) => state));
		expect([...states].sort()).toEqual([...CASE_STATES].sort());
		expect(cases.filter(({ draftId }) => draftId !== null)).toHaveLength(3);
		const tasks = async (actor: Actor) =>
			new Set((await stage().call(actor, 'list_my_queue', { mission })).map(({ task }) => task));
		expect(await tasks('analyst')).toEqual(new Set(['assess', 'inspect', 'acknowledge']));
		expect(await tasks('focal_point')).toEqual(
			new Set([
				...['assess', 'give_notice', 'recommend', 'answer', 'inspect', 'review', 'acknowledge']
			] as const)
		);
		expect(await tasks('head_of_mission')).toEqual(
			new Set(['answer', 'decide', 'confirm', 'review', 'acknowledge'] as const)
		);
		expect(await tasks('personnel')).toEqual(new Set(['acknowledge']));
	});

	it('speaks Arabic wherever it speaks English', async () => {
		const versions = await stage().call('head_of_mission', 'list_directive_versions', { mission });
		for (const { id: version_id } of versions) {
			const { title, text } = await stage().call('head_of_mission', 'get_directive_version', {
				version_id
			});
			expect(title.ar).toMatch(/[\u0600-\u06ff]/);
			expect(text.ar).toMatch(/[\u0600-\u06ff]/);
		}
	});

	it('shows heat that means something: several classes in the years of strength, little later', async () => {
		const { years } = await stage().call('analyst', 'get_released_counts', { mission });
		const cellsOf = (wanted: number) => years.find(({ year }) => year === wanted)!.cells;
		expect(cellsOf(2003).length).toBeGreaterThan(20);
		expect(cellsOf(2003).some(({ count }) => count >= 25)).toBe(true);
		expect(cellsOf(2020).length).toBeLessThan(6);
	});
});
