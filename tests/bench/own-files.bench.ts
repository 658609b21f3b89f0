/**
 * A million places against ten thousand sites, and a million against a hundred thousand on the map, in
 * headless Chromium: time, memory, and how long the page's own thread is blocked. With software
 * rendering the main thread also waits for the drawing process, so its processor time is told apart.
 */
import { readdirSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser, signIn, startCordon } from '../e2e/cordon';
import { scatterTowns, seededRandom } from './towns';

const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
const cordon = await startCordon({ dataFolder: join(folder, 'data') });
const visitor = await openBrowser(cordon);

function writeFiles(placeCount: number, siteCount: number): [string, string] {
	const [places, sites] = scatterTowns([placeCount, siteCount], 1);
	const random = seededRandom(9);
	const rows = ({ lng, lat }: typeof places & object, name: string, more: () => string) =>
		Array.from(lng, (x, i) => `${name}${i},${x.toFixed(6)},${lat[i]!.toFixed(6)}${more()}\n`);
	const paths: [string, string] = [
		join(folder, `places-${placeCount}.csv`),
		join(folder, `sites-${siteCount}.csv`)
	];
	writeFileSync(paths[0], ['id,lng,lat\n', ...rows(places!, 'place-', () => '')].join(''));
	const personnel = () => `,${Math.round(random() * 900)}`;
	writeFileSync(paths[1], ['id,lng,lat,personnel\n', ...rows(sites!, 'site-', personnel)].join(''));
	return paths;
}

type Task = { waitedMs: number; cpuMs: number };

/** The tasks of the page's own thread while `work` runs, from the browser's own trace. */
async function traceTasks(page: Page, work: () => Promise<unknown>): Promise<Task[]> {
	const session: CDPSession = await visitor.browser.newBrowserCDPSession();
	type Event = {
		name: string;
		ph: string;
		pid: number;
		tid: number;
		dur?: number;
		tdur?: number;
		args: { name?: string };
	};
	const events: Event[] = [];
	session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Event[])));
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: {
			includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline']
		}
	} as never);
	await work();
	const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
	await session.send('Tracing.end');
	await complete;
	const threads = events.filter(
		({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
	);
	const isMain = ({ pid, tid }: Event) =>
		threads.some((each) => each.pid === pid && each.tid === tid);
	return events
		.filter((event) => event.name === 'RunTask' && event.ph === 'X' && isMain(event))
		.map(({ dur = 0, tdur = 0 }) => ({ waitedMs: dur / 1000, cpuMs: tdur / 1000 }));
}

/** Of all processes of this browser, in megabytes. */
function residentMegabytes(): number {
	const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	const read = (pid: string, file: string) => {
		try {
			return readFileSync(`/proc/${pid}/${file}`, 'utf8');
		} catch {
			return '';
		}
	};
	const parents = new Map(
		processes.map((pid) => [pid, /PPid:\s+(\d+)/.exec(read(pid, 'status'))?.[1]])
	);
	const isOurs = (pid: string | undefined): boolean =>
		pid !== undefined && (pid === String(process.pid) || isOurs(parents.get(pid)));
	return processes
		.filter((pid) => isOurs(pid) && read(pid, 'cmdline').includes('--type=renderer'))
		.reduce(
			(sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(read(pid, 'status'))?.[1] ?? 0) / 1024,
			0
		);
}

const longest = (tasks: Task[], of: keyof Task) => Math.max(0, ...tasks.map((task) => task[of]));
const blocked = (tasks: Task[], of: keyof Task) =>
	tasks.reduce((sum, task) => sum + (task[of] > 50 ? task[of] : 0), 0);
const say = (title: string, tasks: Task[]) =>
	console.log(
		`${title}: longest task ${longest(tasks, 'waitedMs').toFixed(0)} ms (${longest(tasks, 'cpuMs').toFixed(0)} ms of processor time); ` +
			`tasks over 50 ms add up to ${blocked(tasks, 'waitedMs').toFixed(0)} ms (${blocked(tasks, 'cpuMs').toFixed(0)} ms)`
	);

for (const [placeCount, siteCount] of [
	[2000, 50],
	[1_000_000, 10_000],
	[1_000_000, 100_000]
] as const) {
	const [places, sites] = writeFiles(placeCount, siteCount);
	const page = await visitor.newPage();
	await signIn(page, cordon, 'analyst');
	await page.goto('/missions/kosovo/analysis?view=files', { waitUntil: 'networkidle' });
	await page.locator('input[type=file]').nth(0).setInputFiles(places);
	await page.locator('input[type=file]').nth(1).setInputFiles(sites);
	const idle = residentMegabytes();
	let most = 0;
	const watch = setInterval(() => (most = Math.max(most, residentMegabytes())), 250);
	console.log(
		`\n${placeCount.toLocaleString('en')} places x ${siteCount.toLocaleString('en')} sites`
	);
	const measuring = await traceTasks(page, async () => {
		await page.getByRole('button', { name: 'Measure', exact: true }).click();
		const said = page.getByText('read and measured in');
		await said.waitFor({ timeout: 600_000 });
		console.log((await said.textContent())!.trim());
		await page.locator('.map[aria-busy="false"] canvas').first().waitFor();
		await page.waitForTimeout(5000);
	});
	say('until the map is drawn', measuring);
	const moving = await traceTasks(page, async () => {
		await page.locator('.maplibregl-canvas').focus();
		for (let press = 0; press < 6; press++) {
			await page.keyboard.press(press < 3 ? '+' : 'ArrowLeft');
			await page.waitForTimeout(700);
		}
	});
	say('zooming in and moving', moving);
	clearInterval(watch);
	console.log(`memory: ${idle.toFixed(0)} MB before, ${most.toFixed(0)} MB at most`);
	await page.context().close();
}
await visitor.browser.close();
await cordon.dispose();
rmSync(folder, { recursive: true, force: true });
