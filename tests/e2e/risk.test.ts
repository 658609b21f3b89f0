/** An analyst assesses a base nobody assessed; the Head of Mission moves a weight. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	desk,
	enterAs,
	openBrowser,
	phone,
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

describe('the register of risk', () => {
	test('is filtered by the keyboard, and a base leaves the unassessed when it is assessed', async () => {
		const page = await visitor.newPage(desk);
		await enterAs(page, cordon, 'analyst');
		await page.goto('/missions/kosovo/risk?flag=unassessed');
		const rows = page.getByRole('table', { name: /Register of risk/ }).locator('tbody tr');
		await rows.first().waitFor();
		const before = await rows.count();
		const link = rows.first().getByRole('link');
		const name = (await link.textContent())!;
		await link.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { level: 1, name }).waitFor();

		await page.getByLabel('Day of the visit').fill('2026-01-15');
		await page.getByRole('button', { name: 'Record the visit' }).click();
		await page.getByText('15 Jan 2026').first().waitFor();

		await page.getByRole('link', { name: 'Assess', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: `Assess ${name}` }).waitFor();
		await page.getByLabel('Curfew').selectOption('In place');
		await page.getByLabel('Inherent likelihood').selectOption('4');
		await page.getByLabel('Inherent consequence').selectOption('5');
		await page.getByLabel('Residual likelihood').selectOption('2');
		await page.getByLabel('Residual consequence').selectOption('5');
		await page.getByLabel(/^Owner/).fill('Conduct focal point, exercise');
		await page.getByLabel('Next review').fill('2099-01-01');
		await page.getByRole('button', { name: 'Save assessment' }).click();
		await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
		await page.getByText('10 High').first().waitFor();

		await page.goto('/missions/kosovo/risk?flag=unassessed');
		await expect.poll(() => rows.count()).toBe(before - 1);
		// A cell of the matrix is a button: it filters, says so in the address, and lets go again.
		await page.goto('/missions/kosovo/risk');
		const cell = page.getByRole('button', { name: /Likelihood 2, consequence 5, High/ });
		await cell.focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => page.url()).toContain('cell=2x5');
		expect(await cell.getAttribute('aria-pressed')).toBe('true');
		await rows.getByRole('link', { name }).waitFor();
	});

	test('is weighed by the Head of Mission, with the ranks in view, and hands on its report', async () => {
		const page = await visitor.newPage(phone);
		await enterAs(page, cordon, 'head_of_mission');
		await page.goto('/missions/kosovo/risk?view=weights');
		await page.getByLabel('Visits').fill('10');
		await page.getByRole('heading', { name: 'Ranks with these weights' }).waitFor();
		await page.getByLabel('Why the weights change').fill('Visits matter most in the exercise.');
		await page.getByRole('button', { name: 'Set these weights' }).click();
		await page.getByText('The weights are set.').waitFor();
		await page.getByText('Visits matter most in the exercise.').waitFor();

		const report = (query: string) => page.request.get(`/missions/kosovo/risk/report?${query}`);
		const quarter = `${new Date().getFullYear()}Q1`;
		const pdf = await report(`quarter=${quarter}&format=pdf`);
		expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
		const xlsx = await report(`quarter=${quarter}&format=xlsx`);
		expect(xlsx.headers()['content-disposition']).toContain(
			`kosovo-risk-${quarter}-en-exercise.xlsx`
		);
		expect((await report('quarter=2199Q1&format=pdf')).status()).toBe(404);
	});

	test('is nothing for personnel or an administrator, in the page and behind it', async () => {
		for (const role of ['personnel', 'administrator'] as const) {
			const page = await visitor.newPage(phone);
			await enterAs(page, cordon, role);
			for (const path of ['risk', 'risk/report?quarter=2026Q1&format=xlsx']) {
				expect((await page.request.get(`/missions/kosovo/${path}`)).status(), path).toBe(403);
			}
		}
	});
});
