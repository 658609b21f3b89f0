/** The Head of Mission drafts and publishes; nothing is published twice, by halves or by others. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs, openBrowser, startCordon, type RunningCordon, type Visitor } from './cordon';
import {
	addEstablishment,
	beginDraft,
	hydrated,
	listVersions,
	publish,
	untilSaved,
	writeOrder
} from './drafting';

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

async function pageOf(role: 'head_of_mission' | 'focal_point' | 'personnel') {
	const page = await visitor.newPage();
	await enterAs(page, cordon, role);
	return page;
}

test('a Head of Mission publishes from empty to in force, and personnel find it at once', async () => {
	const head = await pageOf('head_of_mission');
	const soldier = await pageOf('personnel');
	await beginDraft(head);
	expect(await head.getByRole('button', { name: 'Publish …' }).isDisabled()).toBe(true);
	const place = await addEstablishment(head, 'Pec');
	await writeOrder(head, 'Test order of the morning');
	await untilSaved(head);
	await publish(head);
	await head.getByRole('heading', { name: /^Directive \d+, version 1, is published$/ }).waitFor();

	const list = await (await soldier.request.get('/missions/kosovo/list.json')).json();
	const directive = list.directives.find(
		({ title }: { title: { en?: string } }) => title.en === 'Test order of the morning'
	);
	expect(directive.entries[0].names.map(({ text }: { text: string }) => text)).toContain(place);

	await soldier.goto('/missions/kosovo/directives');
	await soldier.getByRole('link', { name: 'Test order of the morning' }).click();
	await soldier.getByText('No member of the mission shall enter this place.').waitFor();
	// The map needs the page's script, and so does the button.
	await soldier.locator('canvas').first().waitFor();
	await soldier.getByRole('button', { name: 'I have read it' }).click();
	await soldier.getByText('You confirmed on').waitFor();
	await head.context().close();
	await soldier.context().close();
});

test('a double click publishes once', async () => {
	const head = await pageOf('head_of_mission');
	const id = await beginDraft(head);
	await addEstablishment(head, 'Prizren');
	await writeOrder(head, 'Order pressed twice');
	await untilSaved(head);
	await head.getByText('Everything needed is there.').waitFor();
	await head.getByRole('button', { name: 'Publish …' }).click();
	await head.getByLabel('I have read it and order its publication.').check();
	await head.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).dblclick();
	await head.getByRole('heading', { name: /is published$/ }).waitFor();
	// As a second press that reaches the server would: the same version is the answer.
	const again = await head.request.post(`/missions/kosovo/drafts/${id}/publish`, {
		data: { revision: 1 },
		headers: { origin: cordon.address }
	});
	expect((await again.json()).version).toBe(1);
	expect(await listVersions(head, 'Order pressed twice')).toBe(1);
	await head.context().close();
});

test('of two who publish at once on the same directive, the second is told to start anew', async () => {
	const head = await pageOf('head_of_mission');
	await beginDraft(head);
	await addEstablishment(head, 'Gnjilane');
	await writeOrder(head, 'Order of two pens');
	await untilSaved(head);
	await publish(head);
	await head.getByRole('heading', { name: /is published$/ }).waitFor();
	await head.getByRole('link', { name: 'Read the published version' }).click();
	await head.getByRole('heading', { name: /^Directive \d+, version 1$/ }).waitFor();
	const address = head.url();

	const other = await pageOf('head_of_mission');
	for (const page of [head, other]) {
		await page.goto(address);
		await page.getByRole('button', { name: 'Amend' }).click();
		await page.waitForURL(/\/drafts\//);
		await hydrated(page);
		await page.getByLabel('Legal basis').fill('Authority of the Head of Mission, amended');
		await untilSaved(page);
		await page.getByRole('button', { name: 'Publish …' }).click();
		await page.getByLabel('I have read it and order its publication.').check();
	}
	const press = (page: typeof head) =>
		page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
	await Promise.all([press(head), press(other)]);
	const refusal = 'This directive got a newer version meanwhile.';
	const outcome = async (page: typeof head) => {
		const published = page.getByRole('heading', { name: /version 2, is published$/ });
		const refused = page.getByRole('dialog').getByText(refusal);
		await published.or(refused).waitFor();
		return (await refused.isVisible()) ? 'refused' : 'published';
	};
	const outcomes = await Promise.all([outcome(head), outcome(other)]);
	expect(outcomes.sort()).toEqual(['published', 'refused']);
	await head.goto(address);
	await head.getByText('It stays readable as it was.', { exact: false }).waitFor();
	await head.context().close();
	await other.context().close();
});

test('a focal point prepares but does not publish, in the page or past it', async () => {
	const focal = await pageOf('focal_point');
	const id = await beginDraft(focal);
	await addEstablishment(focal, 'Mitrovica');
	await writeOrder(focal, 'Order of a focal point');
	await untilSaved(focal);
	await focal.getByText('Everything needed is there.').waitFor();
	expect(await focal.getByRole('button', { name: 'Publish …' }).isDisabled()).toBe(true);
	await focal.getByText('Only the Head of Mission publishes.', { exact: false }).waitFor();
	const draft = await (
		await focal.request.get(`/missions/kosovo/drafts/${id}`, {
			headers: { accept: 'application/json' }
		})
	).json();
	const answer = await focal.request.post(`/missions/kosovo/drafts/${id}/publish`, {
		data: { revision: draft.revision },
		headers: { origin: cordon.address }
	});
	expect(answer.status()).toBe(403);
	expect(await listVersions(focal, 'Order of a focal point')).toBe(0);

	const soldier = await pageOf('personnel');
	for (const path of ['/missions/kosovo/desk', `/missions/kosovo/drafts/${id}`]) {
		const refused = await soldier.goto(path);
		expect(refused?.status(), path).toBeGreaterThanOrEqual(403);
		expect(await soldier.content()).not.toContain('Order of a focal point');
	}
	const begun = await soldier.request.post('/missions/kosovo/drafts', {
		form: { directive: '' },
		headers: { origin: cordon.address }
	});
	expect(begun.status()).toBe(403);
	await focal.context().close();
	await soldier.context().close();
});

test('a zone is drafted and published with the keyboard alone', async () => {
	const head = await pageOf('head_of_mission');
	await beginDraft(head);
	const press = async (name: string | RegExp, role: 'button' | 'checkbox' = 'button') => {
		const control = head.getByRole(role, { name }).first();
		await control.focus();
		await head.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
	};
	const type = async (label: string | RegExp, text: string) => {
		await head.getByLabel(label).first().focus();
		await head.keyboard.press('ControlOrMeta+a');
		await head.keyboard.type(text);
	};
	await press('Zone');
	await type('Name of the area (English)', 'Quay (exercise)');
	await head.getByText('Type coordinates').focus();
	await head.keyboard.press('Enter');
	await type('Centre', '42.6629, 21.1655');
	await type(/^Radius/, '300');
	await press('Use this circle');
	await head.getByText(/^Area set: 0\.28/).waitFor();
	await type('Title', 'Order by keyboard');
	await type('Text of the order', 'The quay is Off-Limits.');
	await type('Legal basis', 'Authority of the Head of Mission (exercise)');
	await untilSaved(head);
	await head.getByText('Everything needed is there.').waitFor();
	await press('Publish …');
	await press('I have read it and order its publication.', 'checkbox');
	// From the box on, the way to the button is the Tab key.
	for (let tabs = 0; tabs < 6; tabs++) {
		await head.keyboard.press('Tab');
		if ((await head.locator(':focus').textContent())?.trim() === 'Publish') break;
	}
	await head.keyboard.press('Enter');
	await head.getByRole('heading', { name: /is published$/ }).waitFor();
	await head.context().close();
});

test('a directive that is lifted binds nobody from then on, and stays readable as it was', async () => {
	const head = await pageOf('head_of_mission');
	const title = 'Order that was lifted';
	await beginDraft(head);
	await addEstablishment(head, 'Prizren');
	await writeOrder(head, title);
	await untilSaved(head);
	await publish(head);
	await head.getByRole('link', { name: 'Read the published version' }).click();
	await head.getByRole('heading', { name: /^Directive \d+, version 1$/ }).waitFor();
	const first = head.url();
	const soldier = await pageOf('personnel');
	const binding = async () => {
		const list = await (await soldier.request.get('/missions/kosovo/list.json')).json();
		return list.directives.filter(({ title: { en } }: { title: { en?: string } }) => en === title);
	};
	expect(await binding()).toHaveLength(1);

	await head.getByRole('button', { name: 'Lift', exact: true }).click();
	await head.waitForURL(/\/drafts\//);
	await head.getByText(/^Desk · Draft that lifts directive \d+/).waitFor();
	await head.getByText('Everything needed is there.').waitFor();
	await head.getByRole('button', { name: 'Publish …' }).click();
	const dialog = head.getByRole('dialog', { name: 'Lift this directive?' });
	await dialog.getByText('is prohibited by it any more.', { exact: false }).waitFor();
	await dialog.getByLabel('I have read it and order that the directive be lifted.').check();
	await dialog.getByRole('button', { name: 'Lift and publish' }).click();
	await head.getByRole('heading', { name: /^Directive \d+, version 2, is published$/ }).waitFor();

	expect(await binding()).toEqual([]);
	await soldier.goto(first);
	await soldier.getByText('This directive was lifted on').waitFor();
	await soldier.getByText('No member of the mission shall enter this place.').waitFor();
	await soldier.goto('/missions/kosovo/directives');
	const row = soldier.getByRole('row').filter({ hasText: title }).first();
	await row.getByText('Lifts the directive').waitFor();
	await head.context().close();
	await soldier.context().close();
});

test('what is signed for later is seen by those who prepare it, and by nobody else before', async () => {
	const head = await pageOf('head_of_mission');
	const title = 'Order of tomorrow';
	await beginDraft(head);
	await addEstablishment(head, 'Gnjilane');
	await writeOrder(head, title);
	await head.getByRole('radio', { name: 'Later, at' }).check();
	await head.locator('input[type="datetime-local"]').waitFor();
	await untilSaved(head);
	await head.getByText('Everything needed is there.').waitFor();
	await head.getByRole('button', { name: 'Publish …' }).click();
	const dialog = head.getByRole('dialog');
	await dialog.getByText(/^Members see it from .*, not before\.$/).waitFor();
	await dialog.getByLabel('I have read it and order its publication.').check();
	await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
	await head.getByText('It takes effect on', { exact: false }).waitFor();
	await head.getByRole('link', { name: 'Read the published version' }).click();
	await head.getByText('Signed and scheduled.', { exact: false }).waitFor();
	const address = head.url();

	const focal = await pageOf('focal_point');
	await focal.goto('/missions/kosovo/directives');
	const row = focal.getByRole('row').filter({ hasText: title });
	await row.getByText('Scheduled').waitFor();
	expect((await focal.goto(address))?.status()).toBe(200);

	const soldier = await pageOf('personnel');
	expect((await soldier.goto(address))?.status()).toBe(404);
	expect(await soldier.content()).not.toContain(title);
	for (const path of ['directives', 'list', 'map', 'list.json', 'directives/__data.json']) {
		const answer = await soldier.request.get(`/missions/kosovo/${path}`);
		expect(answer.status(), path).toBe(200);
		expect(await answer.text(), path).not.toContain(title);
	}
	const confirm = await soldier.request.post(`${address}/acknowledge`, {
		headers: { origin: cordon.address }
	});
	expect(confirm.status()).toBeGreaterThanOrEqual(400);
	for (const page of [head, focal, soldier]) await page.context().close();
});
