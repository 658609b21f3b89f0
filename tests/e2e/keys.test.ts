/** The mission's key as people and their devices meet it: trusted, handed over, doubted, printed. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '$lib/publish/bundle';
import { expectAccessible } from './accessible';
import {
	desk,
	enterAs,
	openBrowser,
	phone,
	signIn,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

const CHECK = '/missions/kosovo/check';
const KEYS = '/missions/kosovo/keys';
const LATEST = '**/published/latest.json';
const LIST = /published\/[0-9a-f]{64}\.json$/;

let cordon: RunningCordon;
let visitor: Visitor;

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
});
afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

async function newSoldier(
	prepare: (page: Page) => Promise<unknown> = async () => {}
): Promise<Page> {
	const page = await visitor.newPage(phone);
	await prepare(page);
	await signIn(page, cordon, 'personnel');
	return page;
}

const confirmed = (page: Page) => page.getByText('confirmed just now').waitFor();

/** Answers the pointer as somebody between server and phone would have it. */
const forge = (page: Page, change: (pointer: Bundle) => void) =>
	page.route(LATEST, async (route) => {
		const response = await route.fetch();
		const pointer = (await response.json()) as Bundle;
		change(pointer);
		await route.fulfill({ response, json: pointer });
	});

async function refused(page: Page, sentence: RegExp) {
	await page.goto(CHECK);
	await page.getByText(sentence).waitFor();
}

describe('a phone', () => {
	test('uses no list that was altered on its way, and says so', async () => {
		const page = await newSoldier((fresh) =>
			fresh.route(LIST, async (route: Route) => {
				const response = await route.fetch();
				await route.fulfill({ response, body: `${await response.text()} ` });
			})
		);
		await refused(page, /was altered on its way and was not used/);
		await page.unroute(LIST);
		await page.goto(CHECK);
		await confirmed(page);
		await page.context().close();
	});

	test('refuses each forgery with its own sentence and answers from the list it holds', async () => {
		const page = await newSoldier();
		await confirmed(page);
		const forgeries: [RegExp, (pointer: Bundle) => void][] = [
			[
				/A signature on the list that arrived is wrong/,
				({ list }) => {
					const [first] = list.signatures;
					first!.signature = first!.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
				}
			],
			[/mission’s key has not signed the list/, ({ list }) => (list.signatures = [])],
			[/do not follow from one another/, ({ keys }) => (keys[0]!.signatures = [])],
			[/of another mission/, (pointer) => (pointer.mission = 'exercise-two')],
			[/is not a signed list/, (pointer) => (pointer.format = 'cordon-bundle/2' as never)]
		];
		for (const [sentence, change] of forgeries) {
			await forge(page, change);
			await refused(page, sentence);
			await page
				.getByText(/List \d+/)
				.first()
				.waitFor();
			await page.unroute(LATEST);
		}
		await page.context().close();
	}, 240_000);

	test('without Ed25519 of its own verifies all the same', async () => {
		const page = await newSoldier((fresh) =>
			fresh.addInitScript(() => {
				const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (
					...args: unknown[]
				) => Promise<CryptoKey>;
				const withoutEd25519 = (...args: unknown[]) =>
					args[2] === 'Ed25519'
						? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
						: importKey(...args);
				Object.assign(crypto.subtle, { importKey: withoutEd25519 });
			})
		);
		await confirmed(page);
		await forge(page, ({ list }) => {
			const [first] = list.signatures;
			first!.signature = first!.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
		});
		await refused(page, /A signature on the list that arrived is wrong/);
		await page.context().close();
	});

	test('follows a hand-over by itself, and never goes back', async () => {
		const page = await newSoldier();
		await confirmed(page);
		const before = (await (
			await page.request.get('/missions/kosovo/published/latest.json')
		).json()) as Bundle;

		const head = await visitor.newPage(desk);
		await enterAs(head, cordon, 'head_of_mission');
		await head.goto(KEYS);
		await head.getByRole('button', { name: 'Rotate the key' }).click();
		await head.getByText('A new key signs from now on. Print its notice.').waitFor();
		await head.getByText('Handed over to key 2').waitFor();
		await head.context().close();

		await page.goto(KEYS);
		await page.getByText('This device trusts this key.').waitFor();
		await page.getByText('Key 2').first().waitFor();
		// Somebody who kept the pointer of before, and whoever stole the key of before, come too late.
		await page.route(LATEST, (route) => route.fulfill({ json: before }));
		await refused(page, /a key that this device does not know/);
		await page.context().close();
	}, 240_000);

	test('that knows another key asks for the notice board, and follows its user', async () => {
		const page = await newSoldier();
		await confirmed(page);
		await page.evaluate(
			() =>
				new Promise<void>((done, failed) => {
					const opening = indexedDB.open('cordon');
					opening.onerror = () => failed(opening.error);
					opening.onsuccess = () => {
						const store = opening.result.transaction('trust', 'readwrite').objectStore('trust');
						const known = { key: 'c0de'.repeat(16), sequence: 1, sha256: null };
						store.put(known, 'kosovo').onsuccess = () => {
							opening.result.close();
							done();
						};
					};
				})
		);
		await refused(page, /a key that this device does not know/);
		await page.goto(KEYS);
		await page.getByText(/This device trusts another key, c0de c0de/).waitFor();
		await page.getByRole('button', { name: 'They are the same: trust the key above' }).click();
		await page.getByText('This device trusts this key.').waitFor();
		await page.goto(CHECK);
		await confirmed(page);
		await page.context().close();
	});
});

describe('the notice', () => {
	test('tells the phone that scans it whether it names the same key', async () => {
		const page = await newSoldier();
		const { keys } = (await (
			await page.request.get('/missions/kosovo/published/latest.json')
		).json()) as Bundle;
		const { key } = JSON.parse(keys.at(-1)!.text) as { key: string };
		await page.goto(`${KEYS}#key=${key}`);
		await page.getByText('The notice you scanned names the key above.').waitFor();
		await page.goto('/missions/kosovo/list');
		await page.goto(`${KEYS}#key=${'0'.repeat(64)}`);
		await page.getByText(/The notice you scanned names another key, 0000 0000/).waitFor();
		await page.context().close();
	});

	test('fits one page and breaks no rule of accessibility, in English and Arabic', async () => {
		for (const locale of ['en-GB', 'ar']) {
			for (const colorScheme of ['light', 'dark'] as const) {
				const page = await visitor.newPage({ ...phone, locale, colorScheme });
				await enterAs(page, cordon, 'head_of_mission');
				await page.goto(KEYS);
				await page.locator('.notice.done').first().waitFor();
				await expectAccessible(page);
				const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
				expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
				await page.context().close();
			}
		}
	}, 240_000);
});
