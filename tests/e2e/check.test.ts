/** A soldier at a gate asks: may I go in here? */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListEntry, ListInForce } from '$lib/core/list';
import { expectAccessible } from './accessible';
import {
	enterAs,
	openBrowser,
	phone,
	signIn,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
let soldier: Page;
let list: ListInForce;
/** A listed place known to 10 m with nothing else of the list around it. */
let place: ListEntry & { geometry: { type: 'Point'; coordinates: [number, number] } };

const METRES_PER_DEGREE = 111_195;
const CHECK = '/missions/kosovo/check';
const verdict = () => soldier.locator('[data-verdict]');

/** A point some metres north of another. */
const north = ([lng, lat]: [number, number], metres: number): [number, number] => [
	lng,
	lat + metres / METRES_PER_DEGREE
];

async function standAt([longitude, latitude]: [number, number], accuracy: number) {
	await soldier.context().setGeolocation({ longitude, latitude, accuracy });
}

async function checkHere() {
	await soldier.getByRole('button', { name: /^Check here/ }).click();
	await verdict().waitFor();
}

async function open() {
	await soldier.goto(CHECK);
	await soldier.getByText('confirmed just now').waitFor();
	// The word may be the kept copy's own; the server has answered when the list can be renewed again.
	await soldier.getByRole('button', { name: 'Renew', exact: true }).waitFor();
}

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	soldier = await visitor.newPage({ ...phone, permissions: ['geolocation'] });
	await signIn(soldier, cordon, 'personnel');
	const answer = await soldier.request.get('/missions/kosovo/list.json');
	list = (await answer.json()) as ListInForce;
	const points = list.directives
		.flatMap(({ entries }) => entries)
		.filter((entry): entry is typeof place => entry.geometry?.type === 'Point');
	const metresBetween = (a: typeof place, b: typeof place) => {
		const [east, up] = [0, 1].map(
			(axis) => a.geometry.coordinates[axis]! - b.geometry.coordinates[axis]!
		);
		return Math.hypot(east! * Math.cos(0.744), up!) * METRES_PER_DEGREE;
	};
	const alone = points.find(
		(one) =>
			one.accuracyMetres <= 10 &&
			points.every((other) => other === one || metresBetween(one, other) > 2500)
	);
	if (!alone) throw new Error('the exercise has no listed place that stands alone');
	place = alone;
});

afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

describe('check here', () => {
	test('personnel land on the check after signing in', () => {
		expect(new URL(soldier.url()).pathname).toBe(CHECK);
	});

	test('at a listed place the verdict is Off-Limits, with its name, reason and what to do', async () => {
		await open();
		await standAt(place.geometry.coordinates, 8);
		await checkHere();
		await expect.poll(() => verdict().getAttribute('data-verdict')).toBe('inside');
		await expect.poll(() => verdict().textContent()).toContain('Off-Limits');
		const sign = place.names.find(({ status }) => status === 'sign') ?? place.names[0]!;
		await soldier.getByRole('heading', { name: new RegExp(escape(sign.text)) }).waitFor();
		await soldier.getByText('Do not enter. If you are inside, leave now.').waitFor();
		await soldier.getByText(/If you disregard this \(Military\)/).waitFor();
	});

	test('a position is sent nowhere: checking here makes no request at all', async () => {
		await open();
		await standAt(place.geometry.coordinates, 8);
		await soldier.waitForLoadState('networkidle');
		await soldier.evaluate(() => document.fonts.ready);
		const requests: string[] = [];
		soldier.on('request', (request) => requests.push(request.url()));
		await checkHere();
		await soldier.getByRole('button', { name: 'Check here again' }).waitFor();
		expect(requests).toEqual([]);
		soldier.removeAllListeners('request');
	});

	test('close to a listed place the verdict is near, with the distance and its uncertainty', async () => {
		await open();
		const away = place.bufferMetres + 120;
		await standAt(north(place.geometry.coordinates, away), 10);
		await checkHere();
		await expect.poll(() => verdict().getAttribute('data-verdict')).toBe('near');
		const words = (await verdict().textContent()) ?? '';
		const measured = Number(/(\d+) m away/.exec(words)?.[1]);
		expect(Math.abs(measured - away)).toBeLessThanOrEqual(10);
		expect(words).toMatch(/± \d+ m/);
	});

	test('far from every place the verdict says that the list is silent, not that it is allowed', async () => {
		await open();
		await standAt(north(place.geometry.coordinates, 1200), 10);
		await checkHere();
		await expect.poll(() => verdict().getAttribute('data-verdict')).toBe('notListed');
		const page = (await soldier.locator('main').textContent()) ?? '';
		expect(page).toContain('Not on the list');
		expect(page).not.toMatch(/\ballowed\b|\bsafe\b|\bpermitted\b/i);
		expect(page).toContain('standards of conduct');
	});

	test('a poor position and a place outside the mission are unknown', async () => {
		await open();
		await standAt(north(place.geometry.coordinates, 1200), 900);
		await checkHere();
		await expect.poll(() => verdict().getAttribute('data-reason')).toBe('positionPoor');
		await soldier.getByRole('button', { name: 'Use this position' }).click();
		await standAt([2.35, 48.85], 10);
		await checkHere();
		await expect.poll(() => verdict().getAttribute('data-reason')).toBe('outsideCoverage');
		expect(await verdict().getAttribute('data-verdict')).toBe('unknown');
	});

	test('a refused position is explained, and the other ways stay open', async () => {
		const page = await visitor.newPage({ ...phone, permissions: [] });
		await signIn(page, cordon, 'personnel');
		await page.getByRole('button', { name: 'Check here' }).click();
		await page.getByText('This device did not allow Cordon to use its position.').waitFor();
		await page.getByLabel('Name, town, address or coordinates').fill('42.6, 20.9');
		await page.context().close();
	});
});

describe('check another place', () => {
	const ask = async (text: string) => {
		await open();
		await soldier.getByLabel('Name, town, address or coordinates').fill(text);
		await soldier.getByRole('button', { name: 'Check', exact: true }).click();
		await verdict().waitFor();
	};

	test('a name is found in another script and without its marks', async () => {
		const cyrillic = place.names.find(({ language }) => language === 'sr-Cyrl')!;
		const latin = place.names.find(({ language }) => language === 'sr-Latn')!;
		await ask(cyrillic.text);
		expect(await verdict().getAttribute('data-reason')).toBe('nameListed');
		await ask(latin.text.normalize('NFD').replace(/\p{M}/gu, ''));
		expect(await verdict().getAttribute('data-reason')).toBe('nameListed');
	});

	test('an unknown name is not listed, and the answer sends to the position check', async () => {
		await ask('Zzyzx Qwrtp');
		expect(await verdict().getAttribute('data-verdict')).toBe('notListed');
		expect(await verdict().textContent()).toContain('check the position too');
	});

	test('coordinates in degrees and in MGRS give the same verdict', async () => {
		const [lng, lat] = place.geometry.coordinates;
		await ask(`${lat.toFixed(5)}, ${lng.toFixed(5)}`);
		expect(await verdict().getAttribute('data-verdict')).toBe('inside');
		const mgrs = await soldier.locator('.answer > p .mono').textContent();
		await ask(mgrs!);
		expect(await verdict().getAttribute('data-verdict')).toBe('inside');
	});

	test('coordinates that cannot be read are refused with examples', async () => {
		await open();
		await soldier.getByLabel('Name, town, address or coordinates').fill('142.66, 221.16');
		await soldier.getByRole('button', { name: 'Check', exact: true }).click();
		await soldier.getByText(/looks like coordinates but cannot be read/).waitFor();
	});

	test('the map is fetched when it is asked for, and a point on it is checked', async () => {
		await open();
		const scripts: string[] = [];
		soldier.on('request', (request) => {
			if (/maplibre|\.pmtiles/.test(request.url())) scripts.push(request.url());
		});
		await soldier.getByRole('button', { name: 'Pick on a map' }).click();
		await soldier.getByRole('button', { name: 'Take the cross' }).waitFor();
		await soldier.locator('.maplibregl-canvas').waitFor();
		await expect.poll(() => scripts.length, { timeout: 60_000 }).toBeGreaterThan(0);
		soldier.removeAllListeners('request');
	});
});

describe('without a network', () => {
	test('the list on the device answers and says how old it is, until it is too old', async () => {
		await open();
		await soldier.context().setOffline(true);
		await soldier.getByRole('button', { name: 'Renew' }).click();
		await soldier.getByText('No connection: answering from the copy on this device.').waitFor();
		await standAt(place.geometry.coordinates, 8);
		await checkHere();
		expect(await verdict().getAttribute('data-verdict')).toBe('inside');
		// The server stays unreachable, so that nothing renews the copy behind the test's back.
		await soldier.route('**/published/latest.json', (route) => route.abort());
		await soldier.context().setOffline(false);

		// The copy as it would be after two days, and after four.
		const ageOfCopy = async (hours: number) => {
			await soldier.evaluate(
				(back) =>
					new Promise<void>((done, failed) => {
						const opening = indexedDB.open('cordon');
						opening.onerror = () => failed(opening.error);
						opening.onsuccess = () => {
							const store = opening.result.transaction('lists', 'readwrite').objectStore('lists');
							const reading = store.get('kosovo');
							reading.onsuccess = () => {
								const confirmedAt = new Date(Date.now() - back * 3_600_000).toISOString();
								store.put({ ...reading.result, confirmedAt }, 'kosovo').onsuccess = () => {
									opening.result.close();
									done();
								};
							};
						};
					}),
				hours
			);
			await soldier.goto(CHECK);
			await soldier.getByText('No connection: answering from the copy on this device.').waitFor();
		};
		await ageOfCopy(48);
		await soldier.getByText(/confirmed 2 days ago/).waitFor();
		await checkHere();
		expect(await verdict().getAttribute('data-verdict')).toBe('inside');
		await ageOfCopy(96);
		await soldier.getByText('Too old to answer from').waitFor();
		await checkHere();
		await expect.poll(() => verdict().getAttribute('data-reason')).toBe('listStale');
		await soldier.unroute('**/published/latest.json');
	});
});

test('signing out leaves no list on the device', async () => {
	const page = await visitor.newPage(phone);
	await signIn(page, cordon, 'personnel');
	await page.getByText('confirmed just now').waitFor();
	const keptLists = () =>
		page.evaluate(
			() =>
				new Promise<number>((done, failed) => {
					const opening = indexedDB.open('cordon');
					opening.onerror = () => failed(opening.error);
					opening.onsuccess = () => {
						const counting = opening.result.transaction('lists').objectStore('lists').count();
						counting.onsuccess = () => done(counting.result);
					};
				})
		);
	expect(await keptLists()).toBe(1);
	await page.getByLabel('Account').click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.waitForURL(/signed-out/);
	await expect.poll(keptLists).toBe(0);
	await page.context().close();
});

describe('for everyone', () => {
	test('no accessibility violation in any verdict, in English and Arabic, light and dark', async () => {
		for (const locale of ['en', 'ar']) {
			for (const colorScheme of ['light', 'dark'] as const) {
				const page = await visitor.newPage({
					...phone,
					colorScheme,
					locale: locale === 'ar' ? 'ar' : 'en-GB',
					permissions: ['geolocation']
				});
				await enterAs(page, cordon, 'personnel');
				for (const metres of [0, place.bufferMetres + 120, 1200]) {
					const [longitude, latitude] = north(place.geometry.coordinates, metres);
					await page.context().setGeolocation({ longitude, latitude, accuracy: 10 });
					await page.goto(CHECK);
					await page.locator('.big').click();
					await page.locator('[data-verdict]').waitFor();
					await expectAccessible(page);
				}
				expect(await page.locator('html').getAttribute('dir')).toBe(
					locale === 'ar' ? 'rtl' : 'ltr'
				);
				await page.context().close();
			}
		}
	});

	test('the keyboard alone is enough to check by coordinates', async () => {
		await open();
		const [lng, lat] = place.geometry.coordinates;
		const field = soldier.getByLabel('Name, town, address or coordinates');
		for (let press = 0; press < 40; press++) {
			await soldier.keyboard.press('Tab');
			if (await field.evaluate((element) => element === document.activeElement)) break;
		}
		await soldier.keyboard.type(`${lat}, ${lng}`);
		await soldier.keyboard.press('Enter');
		await verdict().waitFor();
		expect(await verdict().getAttribute('data-verdict')).toBe('inside');
	});
});

describe('the published list', () => {
	test('comes as published, tagged with its SHA-256, and unchanged costs no body', async () => {
		const first = await soldier.request.get('/missions/kosovo/list.json');
		const tag = first.headers()['etag']!;
		const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(await first.body()));
		expect(tag).toBe(`"${Buffer.from(digest).toString('hex')}"`);
		const again = await soldier.request.get('/missions/kosovo/list.json', {
			headers: { 'if-none-match': tag }
		});
		expect(again.status()).toBe(304);
		expect((await again.body()).length).toBe(0);
	});

	test('is for members of the mission only', async () => {
		const stranger = await visitor.newPage(phone);
		await stranger.goto('/sign-in');
		expect((await stranger.request.get('/missions/kosovo/list.json')).status()).toBe(401);
		const other = await soldier.request.get('/missions/exercise-two/list.json');
		expect([403, 404]).toContain(other.status());
		expect(await other.text()).not.toContain('cordon-list/1');
		await stranger.context().close();
	});
});

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
