/** What a device keeps of confirmations made without a network, and for whom it sends them. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepAcknowledgement, listKept, sendKept } from '$lib/data/kept-acknowledgements';

const mission = 'kosovo';
const made = (userId: string, number: number, madeAt = '2026-03-01T10:00:00.000Z') => ({
	mission,
	userId,
	number,
	version: 1,
	madeAt
});

type Request = { path: string; body: { userId: string; madeAt: string } };

/** A server on which one person is signed in, nobody (null), or that cannot be reached (undefined). */
function server(signedIn: string | null | undefined) {
	const requests: Request[] = [];
	const ask = async (path: unknown, init?: RequestInit) => {
		if (signedIn === undefined) throw new TypeError('Failed to fetch');
		const body = JSON.parse(String(init?.body)) as Request['body'];
		requests.push({ path: String(path), body });
		const refusal = (status: number, kind: string) =>
			Response.json({ kind, key: kind, message: '' }, { status });
		if (signedIn === null) return refusal(401, 'signed_out');
		if (body.userId !== signedIn) return refusal(403, 'forbidden');
		if (String(path).includes('/9.1/')) return refusal(404, 'not_found');
		return Response.json({ acknowledgedAt: body.madeAt, clockDoubted: false });
	};
	return { requests, ask: ask as typeof fetch };
}

beforeEach(() => {
	indexedDB = new IDBFactory();
});

describe('confirmations kept on a device', () => {
	test('wait without a network and go with their own time when it is back, once', async () => {
		await keepAcknowledgement(made('anna', 1, '2026-03-01T10:00:00.000Z'));
		await keepAcknowledgement(made('anna', 2, '2026-03-01T11:00:00.000Z'));
		const offline = await sendKept(mission, 'anna', server(undefined).ask);
		expect(offline).toMatchObject({ sent: [], trouble: { kind: 'unavailable' } });
		expect(await listKept(mission, 'anna')).toHaveLength(2);

		const online = server('anna');
		expect((await sendKept(mission, 'anna', online.ask)).sent).toHaveLength(2);
		expect(online.requests).toEqual([
			{
				path: '/missions/kosovo/directives/1.1/acknowledge',
				body: { userId: 'anna', madeAt: '2026-03-01T10:00:00.000Z' }
			},
			{
				path: '/missions/kosovo/directives/2.1/acknowledge',
				body: { userId: 'anna', madeAt: '2026-03-01T11:00:00.000Z' }
			}
		]);
		expect(await sendKept(mission, 'anna', online.ask)).toEqual({ sent: [], trouble: null });
		expect(online.requests).toHaveLength(2);
	});

	test('made twice keep the first time', async () => {
		await keepAcknowledgement(made('anna', 1, '2026-03-01T10:00:00.000Z'));
		await keepAcknowledgement(made('anna', 1, '2026-03-01T12:00:00.000Z'));
		expect(await listKept(mission, 'anna')).toMatchObject([{ madeAt: '2026-03-01T10:00:00.000Z' }]);
	});

	test('are never sent for somebody else, and outlive their session', async () => {
		await keepAcknowledgement(made('anna', 1));
		await keepAcknowledgement({ ...made('anna', 1), mission: 'other' });
		const another = server('boris');
		expect((await sendKept(mission, 'boris', another.ask)).sent).toEqual([]);
		expect(another.requests).toEqual([]);
		// The page is still Anna's, and the session Boris's by now.
		expect((await sendKept(mission, 'anna', another.ask)).trouble?.kind).toBe('forbidden');
		expect((await sendKept(mission, 'anna', server(null).ask)).trouble?.kind).toBe('signed_out');
		expect(await listKept(mission, 'anna')).toHaveLength(1);
		expect((await sendKept(mission, 'anna', server('anna').ask)).sent).toHaveLength(1);
		expect(await listKept('other', 'anna')).toHaveLength(1);
	});

	test('of a version that the server does not know stay, and keep no other back', async () => {
		await keepAcknowledgement(made('anna', 9));
		await keepAcknowledgement(made('anna', 10));
		const { sent, trouble } = await sendKept(mission, 'anna', server('anna').ask);
		expect(sent).toMatchObject([{ number: 10 }]);
		expect(trouble?.kind).toBe('not_found');
		expect(await listKept(mission, 'anna')).toMatchObject([{ number: 9 }]);
	});

	test('find a place in a database that an older Cordon made on the device', async () => {
		await new Promise<void>((done, failed) => {
			const opening = indexedDB.open('cordon', 2);
			opening.onupgradeneeded = () => {
				opening.result.createObjectStore('lists').put('list', mission);
				opening.result.createObjectStore('trust');
			};
			opening.onsuccess = () => {
				opening.result.close();
				done();
			};
			opening.onerror = () => failed(opening.error);
		});
		expect(await keepAcknowledgement(made('anna', 1))).toBe(true);
		expect(await listKept(mission, 'anna')).toHaveLength(1);
	});

	test('are told to be impossible where the browser keeps nothing', async () => {
		const refusing = {
			open: () => {
				throw new Error('SecurityError');
			}
		};
		indexedDB = refusing as unknown as IDBFactory;
		expect(await keepAcknowledgement(made('anna', 1))).toBe(false);
		expect(await listKept(mission, 'anna')).toEqual([]);
	});
});
