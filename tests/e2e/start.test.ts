import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '$lib/core/domain';
import {
	findAccount,
	openBrowser,
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
