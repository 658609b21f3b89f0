/** Places and deployments as they are kept: words of the right kind, or a refusal that says where. */
import { expect, it } from 'vitest';
import type { Api } from '$lib/data/api';
import { describeOnBothEngines, outcomeOf, type Stage } from './stage';
import { Refusal } from './engines';

const mission = 'kosovo';

const PLACE = {
	id: null,
	names: [{ text: 'Exercise bar Rain', language: 'en', status: 'sign' }],
	kind: 'bar',
	geometry: { type: 'Point', coordinates: [21.16, 42.66] },
	accuracyMetres: 10,
	address: null,
	town: null,
	region: null,
	status: 'open',
	period: { from: '2026-01-01', until: null },
	exercise: true
};
const CAMP = {
	id: null,
	name: 'Camp Rain',
	alternateNames: ['Rain'],
	force: 'KFOR',
	unit: null,
	kind: 'base',
	town: null,
	region: null,
	geometry: { type: 'Point', coordinates: [21.1, 42.6] },
	accuracyMetres: 100,
	period: { from: '2026-01-01', until: null },
	strengths: [{ period: { from: null, until: null }, category: 'military', personnel: 5 }],
	source: null
};

const savePlace = (stage: Stage, establishment: unknown) =>
	outcomeOf(
		stage.call('focal_point', 'save_establishment', {
			mission,
			establishment
		} as Api['save_establishment']['args'])
	);
const saveCamp = (stage: Stage, deployment: unknown) =>
	outcomeOf(
		stage.call('analyst', 'save_deployment', {
			mission,
			deployment
		} as Api['save_deployment']['args'])
	);

describeOnBothEngines('A record', (stage) => {
	it('of a place is refused when a word is of the wrong kind', async () => {
		expect(await savePlace(stage(), PLACE)).toBe('done');
		expect(await savePlace(stage(), { ...PLACE, period: null })).toBe('done');
		for (const wrong of [
			{ id: 'x' },
			{ period: 'x' },
			{ period: [] },
			{ town: {} },
			{ address: 5 },
			{ kind: 'castle' },
			{ geometry: null },
			{ accuracyMetres: 0 }
		]) {
			const outcome = await savePlace(stage(), { ...PLACE, ...wrong });
			expect(outcome, JSON.stringify(wrong)).toMatch(/^PT422 (establishment|geometry)Invalid$/);
		}
		for (const names of [[], {}, [{ ...PLACE.names[0], text: 5 }]])
			expect(await savePlace(stage(), { ...PLACE, names })).toBe('PT422 namesMissing');
		for (const none of [1, '"x"', [PLACE]])
			expect(await savePlace(stage(), none)).toBe('PT422 establishmentInvalid');
	});

	it('of a deployment is refused when a word is of the wrong kind', async () => {
		expect(await saveCamp(stage(), CAMP)).toBe('done');
		for (const wrong of [
			{ id: 'x' },
			{ alternateNames: [null] },
			{ alternateNames: [5] },
			{ alternateNames: [{}] },
			{ alternateNames: [''] },
			{ alternateNames: ['x'.repeat(201)] },
			{ alternateNames: 'Rain' },
			{ alternateNames: Array(21).fill('x') },
			{ period: 'x' },
			{ name: 5 },
			{ force: null },
			{ source: {} },
			{ strengths: 'x' },
			{ strengths: [5] },
			{ strengths: [{ ...CAMP.strengths[0], period: 'x' }] },
			{ strengths: [{ ...CAMP.strengths[0], source: [] }] }
		]) {
			const outcome = await saveCamp(stage(), { ...CAMP, ...wrong });
			expect(outcome, JSON.stringify(wrong)).toBe('PT422 deploymentInvalid');
		}
	});

	it('of an import is named by its row, and nothing of the file is kept', async () => {
		const count = () =>
			stage().look(
				`select (select count(*) from cordon.establishments) as places,
					(select count(*) from cordon.deployments) as deployments`
			);
		const before = await count();
		for (const wrong of [null, 1, 'x', [], { ...PLACE, ...CAMP, period: 'x' }]) {
			for (const act of [
				() =>
					stage().call('focal_point', 'import_establishments', {
						mission,
						establishments: [PLACE, wrong]
					}),
				() => stage().call('analyst', 'import_deployments', { mission, deployments: [CAMP, wrong] })
			]) {
				const refusal = await act().then(
					() => undefined,
					(error: unknown) => error
				);
				expect(refusal).toBeInstanceOf(Refusal);
				expect(refusal).toMatchObject({ code: 'PT422', hint: 'rowInvalid' });
				expect((refusal as Refusal).message).toMatch(/^Row 2: /);
			}
		}
		expect(await count()).toEqual(before);
	});

	it('of an import is always a new one, whatever id it brings', async () => {
		const [camp] = await stage().call('analyst', 'list_deployments', { mission });
		const deployments = [{ ...CAMP, id: camp!.id, name: 'Camp Import' }];
		await stage().call('analyst', 'import_deployments', { mission, deployments });
		const after = await stage().call('analyst', 'list_deployments', { mission });
		expect(after.find(({ id }) => id === camp!.id)!.name).toBe(camp!.name);
		expect(after.filter(({ name }) => name === 'Camp Import')).toHaveLength(1);
	});
});
