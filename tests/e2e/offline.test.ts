/** A soldier at a gate at night, without a signal, opens Cordon on a phone where it was closed. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';
import { OFFERED } from '$lib/i18n/tags';
import { KEPT_FILES, type KeptFiles } from '$lib/offline/addresses';
import { howToLaunch, phone, signIn, startCordon, type RunningCordon } from './cordon';

let cordon: RunningCordon;
let profile: string;
let line: Awaited<ReturnType<typeof layLine>>;
let context: BrowserContext;
const complaints: string[] = [];
const CHECK = '/missions/kosovo/check';

beforeAll(async () => {
	cordon = await startCordon();
	line = await layLine(Number(new URL(cordon.address).port));
	profile = mkdtempSync(join(tmpdir(), 'cordon-phone-'));
	context = await launch();
});
afterAll(async () => {
	await context?.close();
	line?.close();
	await cordon?.dispose();
	rmSync(profile, { recursive: true, force: true });
	expect(complaints).toEqual([]);
});

/** The way to the server. Once cut, pages and workers alike find nobody there. */
async function layLine(port: number) {
	const sockets = new Set<Socket>();
	let whole = true;
	const server = createServer((near) => {
		if (!whole) return near.destroy();
		const far = connect(port, '127.0.0.1');
		for (const socket of [near, far]) {
			sockets.add(socket);
			socket.on('error', () => socket.destroy());
			socket.on('close', () => sockets.delete(socket));
		}
		near.pipe(far).pipe(near);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () => server.close(),
		/** Tells the browser too, which tells its pages. */
		async set(network: boolean) {
			whole = network;
			if (!network) for (const socket of sockets) socket.destroy();
			await context.setOffline(!network);
		}
	};
}

/** The same phone, switched on. */
async function launch(): Promise<BrowserContext> {
	const launched = await chromium.launchPersistentContext(profile, {
		...howToLaunch(),
		...phone,
		deviceScaleFactor: 0.5,
		baseURL: line.address,
		locale: 'en-GB',
		permissions: ['geolocation']
	});
	launched.setDefaultTimeout(12_000);
	launched.on('page', (page) => {
		page.on('pageerror', (error) => complaints.push(String(error)));
		page.on('console', (message) => {
			if (/Content.Security.Policy|Refused to/i.test(message.text()))
				complaints.push(message.text());
		});
	});
	return launched;
}

/** Closes every tab and opens one. */
async function openAnew(network: boolean): Promise<Page> {
	const [first = await context.newPage(), ...others] = context.pages();
	for (const page of others) await page.close();
	await first.goto('about:blank');
	await line.set(network);
	const page = await context.newPage();
	await first.close();
	return page;
}

/** What the device holds: addresses in caches, and everything in the stores, as text. */
const holdings = (page: Page) =>
	page.evaluate(async () => {
		const addresses: string[] = [];
		let bodies = '';
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const { pathname } = new URL(request.url);
				addresses.push(pathname);
				if (!pathname.startsWith('/_app/immutable/'))
					bodies += await (await cache.match(request))!.text();
			}
		}
		const stores = await new Promise<Record<string, unknown[]>>((done, failed) => {
			const opening = indexedDB.open('cordon');
			opening.onerror = () => failed(opening.error);
			opening.onsuccess = () => {
				const found: Record<string, unknown[]> = {};
				const names = [...opening.result.objectStoreNames];
				const reading = opening.result.transaction(names);
				for (const name of names)
					reading.objectStore(name).getAll().onsuccess = ({ target }) =>
						(found[name] = (target as IDBRequest<unknown[]>).result);
				reading.oncomplete = () => {
					opening.result.close();
					done(found);
				};
			};
		});
		return { addresses, bodies, stores };
	});

/** Signed in with a network, until the device has what it needs. */
async function visit(role: Role, language = 'en'): Promise<Page> {
	const page = await openAnew(true);
	await context.clearCookies();
	await context.addCookies([{ name: 'cordon-locale', value: language, url: line.address }]);
	await signIn(page, cordon, role);
	await untilKept(page, language);
	await standInside(page);
	return page;
}

async function untilKept(page: Page, language: string) {
	await expect
		.poll(
			async () => {
				const { stores, addresses } = await holdings(page);
				const locales = stores.visits?.map((one) => (one as { locale: string }).locale);
				return [locales, stores.lists?.length, addresses.includes('/offline')];
			},
			{ timeout: 45_000 }
		)
		.toEqual([[language], 1, true]);
}

async function standInside(page: Page) {
	const { stores } = await holdings(page);
	const list = JSON.parse((stores.lists as { text: string }[])[0]!.text) as ListInForce;
	const geometry = list.directives.flatMap(({ entries }) => entries.map((one) => one.geometry));
	const point = geometry.find((one) => one?.type === 'Point')!;
	const [longitude, latitude] = point.coordinates as [number, number];
	await context.setGeolocation({ longitude, latitude, accuracy: 5 });
}

const verdictOf = async (page: Page) => {
	await page.locator('.big').click();
	return page.locator('[data-verdict]').getAttribute('data-verdict');
};

test('after one visit check and list open from a closed phone, and say how old the list is', async () => {
	await visit('personnel');
	await context.close();
	context = await launch();

	const page = await openAnew(false);
	await page.goto(CHECK);
	await page.getByText('No connection: answering from the copy on this device.').waitFor();
	await page.getByText(/answers without a network until/).waitFor();
	await standInside(page);
	expect(await verdictOf(page)).toBe('inside');
	await page.getByRole('link', { name: 'Open the list' }).click();
	await page.getByRole('heading', { name: 'List in force' }).waitFor();
	expect(await page.locator('h2').count()).toBeGreaterThan(3);

	// What needs a network says so and leads back; the home page leads to the check.
	await page.goto('/missions/kosovo/directives');
	await page.getByRole('heading', { name: 'This page needs a network' }).waitFor();
	await page.getByRole('link', { name: 'Check', exact: true }).click();
	await page.waitForURL(`**${CHECK}`);
	await page.goto('/');
	await page.waitForURL(`**${CHECK}`);

	// A confirmation made now is sent by the next tab that has a network.
	await page.getByText(/directives? to read and confirm/).click();
	await page.getByRole('button', { name: /read/ }).click();
	await page.getByText(/kept on this device with/).waitFor();
	const again = await openAnew(false);
	await again.goto(CHECK);
	await again.getByText(/kept on this device with/).waitFor();
	await line.set(true);
	await expect.poll(async () => (await holdings(again)).stores.acknowledgements?.length).toBe(0);
});

test('so it does in Arabic, until the list is too old to answer', async () => {
	await visit('personnel', 'ar');
	const page = await openAnew(false);
	await page.goto(CHECK);
	await page.getByText('لا اتصال: الجواب من النسخة الموجودة في هذا الجهاز.').waitFor();
	expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
	expect(await verdictOf(page)).toBe('inside');

	await page.evaluate(
		() =>
			new Promise<void>((done) => {
				const opening = indexedDB.open('cordon');
				opening.onsuccess = () => {
					const store = opening.result.transaction('lists', 'readwrite').objectStore('lists');
					store.get('kosovo').onsuccess = ({ target }) => {
						const confirmedAt = new Date(Date.now() - 96 * 3_600_000).toISOString();
						const copy = (target as IDBRequest<object>).result;
						store.put({ ...copy, confirmedAt }, 'kosovo').onsuccess = () => done();
					};
				};
			})
	);
	const later = await openAnew(false);
	await later.goto(CHECK);
	expect(await verdictOf(later)).toBe('unknown');
	expect(await later.locator('[data-reason]').getAttribute('data-reason')).toBe('listStale');
});

test('signing out leaves nothing, also without a network, and the server is told before anything is shown', async () => {
	const leave = async (page: Page) => {
		await page.getByLabel('Account').click();
		await page.getByRole('button', { name: 'Sign out' }).click();
	};
	const expectNothing = async (page: Page) => {
		const { stores, addresses } = await holdings(page);
		expect([stores.lists, stores.visits]).toEqual([[], []]);
		expect(addresses.filter((one) => one.startsWith('/missions'))).toEqual([]);
	};
	const page = await visit('personnel');
	await leave(page);
	await page.waitForURL(/signed-out/);
	await expectNothing(page);

	const soldier = await visit('personnel');
	await line.set(false);
	await leave(soldier);
	await soldier.getByRole('heading', { name: 'Signed out on this device' }).waitFor();
	await expectNothing(soldier);
	await soldier.goto(CHECK);
	await soldier.getByText('Nothing yet. Sign in once with a network.').waitFor();
	await line.set(true);
	await soldier.goto(CHECK);
	await soldier.waitForURL(/sign-in/);
	await expectNothing(soldier);
});

test('check and list weigh less than 100 kB in English and Arabic, fonts and data apart', async () => {
	await visit('personnel');
	const sizeOf = (file: string) =>
		[`build/client${file}.br`, `build/client${file}`].map((path) =>
			existsSync(path) ? statSync(path).size : Infinity
		);
	const { pages, words } = JSON.parse(
		readFileSync(`build/client${KEPT_FILES}`, 'utf8')
	) as KeptFiles;
	const weights: Record<string, number> = {};
	for (const locale of OFFERED) {
		await context.addCookies([{ name: 'cordon-locale', value: locale, url: line.address }]);
		for (const page of ['check', 'list'] as const) {
			const files = [...new Set([...pages[page], ...words[locale]!])];
			const answer = await context.request.get(`/missions/kosovo/${page}`);
			// The document without the records that travel in it.
			const html = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, '');
			expect(html).toContain(`<html lang="${locale}"`);
			weights[`${page} ${locale}`] =
				files.reduce((sum, file) => sum + Math.min(...sizeOf(file)), 0) +
				brotliCompressSync(html).length;
		}
	}
	console.log(weights);
	for (const weight of Object.values(weights)) expect(weight).toBeLessThan(100_000);
	expect(Math.min(...Object.values(weights))).toBeGreaterThan(50_000);
});

test('an analyst finds nothing of the soldier before, and their tour leaves no record of the mission', async () => {
	await visit('personnel');
	const page = await visit('analyst');
	const answer = await page.request.get('/missions/kosovo/deployments/__data.json');
	const data = await answer.text();
	const names = [...data.matchAll(/"(Camp [^"]{4,40}|Film City[^"]*)"/g)].map(([, name]) => name!);
	expect(names.length).toBeGreaterThan(3);
	for (const section of ['deployments', 'risk', 'cases'])
		await page.goto(`/missions/kosovo/${section}`, { waitUntil: 'load' });
	await untilKept(page, 'en');
	const { addresses, bodies, stores } = await holdings(page);
	expect(addresses.length).toBeGreaterThan(20);
	expect(
		addresses.filter((one) => !/^\/(_app\/immutable\/|_app\/kept-files|offline$)/.test(one))
	).toEqual([]);
	const everything = bodies + JSON.stringify(stores);
	expect(names.filter((name) => everything.includes(name))).toEqual([]);
	expect(everything).not.toContain('personnel@');
	expect(everything).toContain('analyst@');
	expect(Object.keys(stores).sort()).toEqual(
		['acknowledgements', 'lists', 'person', 'trust', 'visits'].sort()
	);
});
