/** What a device keeps of a person, and that it goes with them, also what was under way. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetPerson, isLeaving, keepInTurn, meetPerson, takeTurn } from '$lib/data/device-person';
import { keepVisit, listVisits } from '$lib/data/kept-visit';

/** As SvelteKit answers for the data of a page, for that person. */
const pageOf = (userId: string) => ({
	type: 'data',
	nodes: [
		{ type: 'data', data: [{ locale: 1, theme: 2, me: 3 }, 'ar', 'dark', { userId: 4 }, userId] },
		{ type: 'data', data: [{ mission: 1 }, { acronym: 2 }, 'UNMIK'] },
		null
	]
});
const server = (body: object, before?: () => Promise<void>) =>
	(async () => {
		await before?.();
		return Response.json(body);
	}) as unknown as typeof fetch;
const kept = async () => (await listVisits()).map(({ mission, userId }) => [mission, userId]);

beforeEach(() => {
	indexedDB = new IDBFactory();
});

describe('a visit', () => {
	test('is kept for the person whom the server names, in their language', async () => {
		await meetPerson('ana');
		await keepVisit('kosovo', server(pageOf('ana')));
		expect(await kept()).toEqual([['kosovo', 'ana']]);
		expect(await listVisits()).toMatchObject([{ locale: 'ar', theme: 'dark', acronym: 'UNMIK' }]);
	});

	test('goes when its person signs out, and when another signs in', async () => {
		for (const go of [() => forgetPerson(), () => meetPerson('bo')]) {
			await meetPerson('ana');
			await keepVisit('kosovo', server(pageOf('ana')));
			expect(await kept()).toHaveLength(1);
			await go();
			expect(await kept()).toEqual([]);
		}
	});

	test('is not kept when its person goes while the server is asked', async () => {
		for (const go of [() => forgetPerson(), () => forgetPerson(true), () => meetPerson('bo')]) {
			indexedDB = new IDBFactory();
			await meetPerson('ana');
			await keepVisit('kosovo', server(pageOf('ana'), go));
			expect(await kept()).toEqual([]);
		}
	});

	test('stays when the network fails or the session has ended, and goes with the membership', async () => {
		await meetPerson('ana');
		await keepVisit('kosovo', server(pageOf('ana')));
		await keepVisit('kosovo', () => Promise.reject(new TypeError('Failed to fetch')));
		await keepVisit('kosovo', server({ type: 'redirect', location: '/sign-in' }));
		expect(await kept()).toHaveLength(1);
		const [root] = pageOf('ana').nodes;
		await keepVisit('kosovo', server({ type: 'data', nodes: [root, { type: 'error' }] }));
		expect(await kept()).toEqual([]);
	});
});

test('who signed out without a network leaves a device that keeps nothing until the server knows', async () => {
	await meetPerson('ana');
	await forgetPerson(true);
	expect(await isLeaving()).toBe(true);
	expect(await takeTurn()).toBeNull();
	await keepInTurn(null, 'lists', { userId: 'ana' }, 'kosovo');
	await keepVisit('kosovo', server(pageOf('ana')));
	expect(await kept()).toEqual([]);
	await forgetPerson();
	await keepVisit('kosovo', server(pageOf('ana')));
	expect(await kept()).toHaveLength(1);
});
