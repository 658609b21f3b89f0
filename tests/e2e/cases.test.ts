/** One place through its whole life, told by those who carry it: nominated, heard, listed, lifted. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from './accessible';
import {
	enterAs,
	openBrowser,
	phone,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';
import {
	addEstablishment,
	beginDraft,
	eventually,
	publish,
	untilSaved,
	writeOrder
} from './drafting';

let cordon: RunningCordon;
let visitor: Visitor;
let analyst: Page;
let focal: Page;
let head: Page;
let soldier: Page;

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	const pageOf = async (role: Parameters<typeof enterAs>[2]) => {
		const page = await visitor.newPage();
		await enterAs(page, cordon, role);
		return page;
	};
	analyst = await pageOf('analyst');
	focal = await pageOf('focal_point');
	head = await pageOf('head_of_mission');
	soldier = await pageOf('personnel');
});

afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

const NAME = 'Lokal Provimi';
let casePath = '';

/** Follows the queue's line for a place, by what is to be done; a long task is folded. */
async function waiting(page: Page, task: string, what: string) {
	const queue = page.getByRole('region', { name: /^Waits for you/ });
	await queue.waitFor();
	await queue
		.locator('details')
		.evaluateAll((folded) => folded.forEach((each) => each.setAttribute('open', '')));
	return queue.getByRole('listitem').filter({ hasText: what }).getByRole('link', { name: task });
}

const state = (page: Page, words: string) =>
	page.getByRole('definition').filter({ hasText: words }).first().waitFor();

/** Opens one of the things that can be done, unless it is open already. */
async function step(page: Page, title: string) {
	const of = page.locator('details').filter({ has: page.locator('summary', { hasText: title }) });
	await of.waitFor();
	if (!(await of.evaluate((each) => (each as HTMLDetailsElement).open)))
		await of.locator('summary').click();
	return of;
}

async function listed(name: string): Promise<boolean> {
	const list = await (await soldier.request.get('/missions/kosovo/list.json')).json();
	return JSON.stringify(list).includes(name);
}

describe('a place through its whole life', () => {
	test('a focal point nominates a place that is not in the register', async () => {
		await focal.goto('/missions/kosovo/cases/new');
		await focal.getByLabel('A place that is not in the register').check();
		await focal.getByLabel('Name', { exact: true }).fill(NAME);
		// Digit by digit, as people type: what it said on the way there is forgotten.
		await focal.getByLabel('Position').pressSequentially('42.2139, 20.7397');
		expect(await focal.getByLabel('Accuracy in metres').inputValue()).toBe('8');
		await focal.getByLabel('Town').fill('Prizren');
		await focal.getByLabel('Sex is sold').check();
		await focal.getByRole('button', { name: 'Nominate', exact: true }).click();
		await focal.getByRole('heading', { level: 1, name: NAME }).waitFor();
		await state(focal, 'Nominated');
		casePath = new URL(focal.url()).pathname;
		// Whoever nominated is not offered to assess.
		expect(await focal.locator('summary', { hasText: 'Assess' }).count()).toBe(0);
	});

	test('an analyst finds it waiting and assesses it; grounds need a note', async () => {
		await analyst.goto('/missions/kosovo/cases');
		await (await waiting(analyst, 'Assess the nomination', NAME)).click();
		const assess = await step(analyst, 'Assess');
		await assess.getByLabel('Sex is sold').check();
		await assess.getByLabel('Note', { exact: true }).fill('Seen by two patrols on two nights.');
		await assess.getByRole('button', { name: 'Record the assessment' }).click();
		await state(analyst, 'Assessed');
		await analyst.getByText('Grounds to designate').first().waitFor();
		// An analyst does not read the notes of a case.
		expect(await analyst.getByRole('button', { name: 'Read the notes' }).count()).toBe(0);
	});

	test('the proprietor is left out with a reason, and it is recommended', async () => {
		await focal.goto('/missions/kosovo/desk');
		await (await waiting(focal, 'Give notice to the proprietor', NAME)).click();
		const proprietor = await step(focal, 'Proprietor');
		await proprietor.getByLabel('What happened').selectOption('notice_omitted');
		await proprietor.getByLabel('Why no notice is given').selectOption('endangers_someone');
		await proprietor.getByRole('button', { name: 'Record this step' }).click();
		await focal.getByText('It would endanger somebody').first().waitFor();
		await focal.getByRole('button', { name: 'Read the notes' }).click();
		await focal.getByText('Seen by two patrols on two nights.').waitFor();
		const recommend = await step(focal, 'Recommend');
		await recommend.getByRole('button', { name: 'Recommend' }).click();
		await state(focal, 'Recommended');
		expect(await listed(NAME)).toBe(false);
	});

	test('the Head of Mission decides by publishing, and personnel are told', async () => {
		await head.goto('/missions/kosovo/desk');
		await (await waiting(head, 'Decide on the recommendation', NAME)).click();
		await head.getByRole('button', { name: 'Put into the draft' }).click();
		await head.waitForURL(/\/drafts\//);
		await head.locator('[data-draft-map] canvas').first().waitFor();
		await writeOrder(head, 'Order from a case');
		await untilSaved(head);
		await publish(head);
		await head.getByRole('heading', { name: /is published$/ }).waitFor();
		expect(await listed(NAME)).toBe(true);
		await head.goto(casePath);
		await state(head, 'In force');
	});

	test('a new name on the sign lifts nothing, and waits to be issued again', async () => {
		await focal.goto(casePath);
		const inspect = await step(focal, 'Inspect');
		await inspect.getByLabel('Result').selectOption('changed_name');
		await inspect.getByLabel('New name on the sign').fill('Bar Ndryshimi');
		await inspect.getByRole('button', { name: 'Record the inspection' }).click();
		await focal.getByRole('heading', { level: 1, name: 'Bar Ndryshimi' }).waitFor();
		await state(focal, 'In force');
		expect(await listed(NAME)).toBe(true);
		await head.goto('/missions/kosovo/desk');
		await (await waiting(head, 'Issue again', 'Bar Ndryshimi')).waitFor();
	});

	test('it is taken off the list as recommended, and the case says so', async () => {
		const recommend = await step(focal, 'Recommend');
		await recommend.getByLabel('Recommendation').selectOption('lift');
		await recommend.getByRole('button', { name: 'Recommend' }).click();
		await focal.getByRole('listitem').filter({ hasText: 'Take off the list' }).waitFor();
		await head.goto(casePath);
		await head.getByRole('button', { name: 'Put into the draft' }).click();
		await head.waitForURL(/\/drafts\//);
		// A draft that lifts has no map by which to see that it answers.
		const dialog = head.getByRole('dialog', { name: 'Lift this directive?' });
		await eventually(async () => {
			await head.getByRole('button', { name: /^(Lift|Publish) …$/ }).click();
			await dialog.waitFor({ timeout: 2000 });
		});
		await dialog.getByLabel('I have read it and order that the directive be lifted.').check();
		await dialog.getByRole('button', { name: 'Lift and publish' }).click();
		await head.getByRole('heading', { name: /is published$/ }).waitFor();
		expect(await listed(NAME)).toBe(false);
		await head.goto(casePath);
		await state(head, 'Lifted');
		await head.getByText('Taken off the list').first().waitFor();
	});
});

test('an emergency is confirmed from its case and then stands without an end', async () => {
	await beginDraft(head);
	const place = await addEstablishment(head, 'Gnjilane');
	await head.getByRole('button', { name: `Edit ${place}` }).click();
	await head.getByLabel('Emergency').check();
	await writeOrder(head, 'Order of an emergency');
	await untilSaved(head);
	await publish(head);
	await head.getByRole('heading', { name: /is published$/ }).waitFor();
	await head.goto('/missions/kosovo/desk');
	await (await waiting(head, 'Confirm the emergency', place)).click();
	await head.getByRole('button', { name: 'Confirm and publish' }).click();
	await state(head, 'In force');
	await head.getByText('Emergency confirmed').first().waitFor();
});

test.each(['en', 'ar'])('the screens of cases pass axe and fit a phone: %s', async (locale) => {
	const page = await visitor.newPage({ ...phone, locale });
	await enterAs(page, cordon, 'focal_point');
	for (const path of ['/missions/kosovo/cases', '/missions/kosovo/cases/new', casePath]) {
		await page.goto(path);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await expectAccessible(page);
		await expectNoOverflow(page);
	}
	await page.context().close();
});
