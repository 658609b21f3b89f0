import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '$lib/core/domain';
import { findFreePort } from '../data/real-postgres';
import {
	findAccount,
	openBrowser,
	patienceMs,
	phone,
	signIn,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

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

describe('a newcomer', () => {
	test('reads one account per role where the server started', () => {
		for (const role of ROLES) {
			const { email, password } = findAccount(cordon, role);
			expect(cordon.output()).toContain(email);
			expect(cordon.output()).toContain(password);
		}
	});

	test.each(ROLES)('enters as %s by a card, with a cookie that no script reads', async (role) => {
		const page = await visitor.newPage();
		await page.goto('/');
		await page.waitForURL('**/sign-in*');
		await page
			.locator(
				`form button[name="role"][value="${role}"], form:has(input[name="role"][value="${role}"]) button`
			)
			.click();
		await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
		const cookies = await page.context().cookies();
		const session = cookies.filter(({ name }) => name.startsWith('cordon-session'));
		expect(session.length).toBeGreaterThan(0);
		for (const cookie of session) {
			expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
		}
		await page.context().close();
	});

	test('signs in with a password', async () => {
		const page = await visitor.newPage();
		await signIn(page, cordon, 'analyst');
		expect(new URL(page.url()).pathname).not.toBe('/sign-in');
		await page.context().close();
	});

	test('is told nothing about who exists by a wrong password', async () => {
		const page = await visitor.newPage();
		const says = async (email: string) => {
			await page.goto('/sign-in');
			await page.locator('input[name="email"]').fill(email);
			await page.locator('input[name="password"]').fill('not the password');
			await page.locator('input[name="password"]').press('Enter');
			return (await page.getByRole('alert').first().innerText()).trim();
		};
		expect(await says('head.of.mission@cordon.example')).toBe(await says('nobody@cordon.example'));
		await page.context().close();
	});
});

test('who comes during the first start reads that it is starting, and then has the app', async () => {
	const PORT = String(await findFreePort());
	const dataFolder = mkdtempSync(join(tmpdir(), 'cordon-first-'));
	const starting = startCordon({ dataFolder, env: { PORT, CORDON_DEMO: 'off' } });
	const address = `http://127.0.0.1:${PORT}`;
	const early = await openBrowser({ address });
	try {
		const answer = await expect
			.poll(() => fetch(address).catch(() => undefined), { timeout: patienceMs, interval: 20 })
			.toMatchObject({ status: 503 })
			.then(() => fetch(`${address}/missions/kosovo/list.json`));
		expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
		expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
		expect(answer.headers.get('cache-control')).toBe('no-store');

		const page = await early.newPage(phone);
		expect((await page.goto('/'))?.status()).toBe(503);
		await page.getByRole('heading', { name: 'Cordon is starting' }).waitFor();
		await page.getByRole('heading', { name: 'يجري تشغيل كوردون' }).waitFor();
		await page.waitForURL('**/sign-in*', { timeout: patienceMs });
		await page.getByRole('button', { name: 'Sign in' }).first().waitFor();
	} finally {
		await early.close();
		await (await starting).dispose();
	}
});

test('a map archive of the build has a content type, and is read by ranges', async () => {
	const answer = await fetch(`${cordon.address}/basemap/world.pmtiles`, {
		headers: { range: 'bytes=0-6' }
	});
	expect([answer.status, answer.headers.get('content-type')]).toEqual([
		206,
		'application/vnd.pmtiles'
	]);
	expect(await answer.text()).toBe('PMTiles');
});
