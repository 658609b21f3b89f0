/**
 * A full tour by every role with every response read: nothing reaches a browser that its person may
 * not have. What is secret is known from the seed, not from the answers.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReleasedCounts, Role } from '$lib/core/domain';
import { ROLES } from '$lib/core/domain';
import { DESTINATIONS } from '$lib/ui/navigation';
import { listDeployments } from '../../supabase/seed/deployments';
import { listEstablishments } from '../../supabase/seed/establishments';
import { listDrafts, listHistory } from '../../supabase/seed/history';
import { EXERCISE_TWO } from '../../supabase/seed/mission';
import { Sources } from '../../supabase/seed/sources';
import {
	openBrowser,
	readAccounts,
	signIn,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

const HERE = '/missions/kosovo';
const MINIMUM_CELL = 5;

const places = listEstablishments();
const designated = new Set(
	[...listHistory(places, new Date()), ...listDrafts(places, new Date())].flatMap(({ content }) =>
		content.designations.map(({ establishmentId }) => establishmentId)
	)
);
/** What only some may see, as words that stand nowhere else. */
const deployments = listDeployments(new Sources()).map(({ id }) => id);
const unlisted = places.filter(({ id }) => !designated.has(id)).map(({ id }) => id);
const drafts = ['Lake road, Gjakova'];
const foreign = [EXERCISE_TWO.id, EXERCISE_TWO.slug, EXERCISE_TWO.name.en];

/** What nobody's browser gets: tokens, key material, and any field of a single allegation. */
const NOBODYS =
	/eyJ[\w-]{10,}\.eyJ|service_role|sb_secret_|victims_?(adult|child|age)|received_?quarter/i;

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

type Answer = { url: string; status: number; text: string };

/** Every page of the app in turn, also those the role has no link to, and the data under them. */
async function tour(page: Page, role: Role): Promise<Answer[]> {
	const answers: Promise<Answer>[] = [];
	page.on('response', (response) => {
		const type = response.headers()['content-type'] ?? '';
		if (!/html|json|javascript|text|xml/.test(type)) return;
		const read = response.text().catch(() => '');
		answers.push(read.then((text) => ({ url: response.url(), status: response.status(), text })));
	});
	await signIn(page, cordon, role);
	const pages = new Set(Object.values(DESTINATIONS).flat());
	for (const name of pages) {
		await page.goto(`${HERE}/${name}`);
		await page.locator('main').waitFor();
	}
	for (const path of ['/', '/method', '/about', `/missions/${EXERCISE_TWO.slug}/list`]) {
		await page.goto(path);
	}
	const data = [
		...[...pages].map((name) => `${HERE}/${name}/__data.json`),
		`${HERE}/analysis/heat.json`,
		`${HERE}/map/register.json`,
		`${HERE}/list.json`,
		`/missions/${EXERCISE_TWO.slug}/list.json`,
		`/missions/${EXERCISE_TWO.slug}/map/__data.json`
	];
	for (const url of data) {
		const answer = await page.request.get(url);
		answers.push(answer.text().then((text) => ({ url, status: answer.status(), text })));
	}
	return Promise.all(answers);
}

/** Where any of the words stands, as "address: word". */
const find = (answers: Answer[], words: string[]) => [
	...new Set(
		answers.flatMap(({ url, text }) =>
			words.filter((word) => text.includes(word)).map((word) => `${url}: ${word}`)
		)
	)
];

describe.each(ROLES)('a tour by %s', (role) => {
	let answers: Answer[];
	beforeAll(async () => {
		const page = await visitor.newPage();
		answers = await tour(page, role);
		await page.context().close();
	}, 300_000);

	test('reads whole answers', () => {
		expect(answers.filter(({ status, text }) => status === 200 && text).length).toBeGreaterThan(30);
		expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
	});

	test('meets no token, no key, no field of an allegation, no password', () => {
		const found = answers.filter(({ text }) => NOBODYS.test(text));
		expect(found.map(({ url, text }) => `${url}: ${NOBODYS.exec(text)![0]}`)).toEqual([]);
		const passwords = readAccounts(cordon).map(({ password }) => password);
		expect(find(answers, passwords)).toEqual([]);
	});

	test('meets nothing of the other mission', () => {
		// The address that was asked for may stand in the page that refuses it.
		const words = foreign.filter((word) => word !== EXERCISE_TWO.slug);
		expect(find(answers, words)).toEqual([]);
	});

	test('meets deployments, the register and drafts only where they may be read', () => {
		const may = {
			deployments: role !== 'personnel',
			register: ['analyst', 'focal_point', 'head_of_mission'].includes(role),
			drafts: ['focal_point', 'head_of_mission'].includes(role)
		};
		expect(find(answers, deployments).length > 0).toBe(may.deployments);
		expect(find(answers, unlisted).length > 0).toBe(may.register);
		expect(find(answers, drafts).length > 0).toBe(may.drafts);
	});

	test('meets counts of allegations only from the minimum up, and only where they may be read', () => {
		const heat = answers.filter(({ url }) => url.endsWith('/analysis/heat.json'));
		const may = ['analyst', 'focal_point', 'head_of_mission'].includes(role);
		for (const { status, text } of heat) {
			if (!may) {
				expect(status).toBe(403);
				continue;
			}
			const cells = (JSON.parse(text) as ReleasedCounts).years.flatMap((year) => year.cells);
			expect(cells.length).toBeGreaterThan(5);
			for (const { count } of cells) expect(count).toBeGreaterThanOrEqual(MINIMUM_CELL);
		}
		expect(heat.length).toBeGreaterThan(0);
	});
});
