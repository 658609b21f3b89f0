/**
 * Own files in headless Chromium: how long the page's own thread is blocked from the button to a map
 * with a million places, beside deck.gl drawing the same points from what a page holds already; and
 * time, memory and the JavaScript that it takes. Each has a map with next to nothing on it as well:
 * what starting a map costs any page, here without a graphics card, is told apart from the points.
 */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { desk, openBrowser, signIn, startCordon } from '../e2e/cordon';
import { isQuick, medianOf, shownLoad } from './compare';
import { sayBlocking, traceBlocking, type Blocking } from './main-thread';
import { scatterTowns, seededRandom } from './towns';

const ROUNDS = isQuick ? 1 : 3;
const LARGE: Size = isQuick ? [100_000, 10_000] : [1_000_000, 100_000];
const SMALL: Size = [10, 3];
/** What is drawn late, and collected afterwards, belongs to it. */
const AFTERWARDS_MS = 5000;

type Size = readonly [places: number, sites: number];
const nameOf = (size: Size) => size.map((count) => count.toLocaleString('en')).join(' + ');

const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
const peerFolder = join(folder, 'peer');
const cordon = await startCordon({ dataFolder: join(folder, 'data') });
const visitor = await openBrowser(cordon);
const screen = { ...desk, deviceScaleFactor: 1 };

/** CSV for Cordon, and the same positions in binary for the peer. */
function writeFiles([placeCount, siteCount]: Size) {
	const [places, sites] = scatterTowns([placeCount, siteCount], 1);
	const random = seededRandom(9);
	const write = (side: string, { lng, lat }: typeof places & object, more: () => string) => {
		const rows = Array.from(
			lng,
			(x, i) => `${side}-${i},${x.toFixed(6)},${lat[i]!.toFixed(6)}${more()}\n`
		);
		const heading = `id,lng,lat${side === 'sites' ? ',personnel' : ''}\n`;
		writeFileSync(join(folder, `${side}-${placeCount}.csv`), heading + rows.join(''));
		const pairs = Float64Array.from({ length: lng.length * 2 }, (_, i) =>
			i % 2 ? lat[i >> 1]! : lng[i >> 1]!
		);
		writeFileSync(join(peerFolder, `${side}-${placeCount}.bin`), pairs);
	};
	write('places', places!, () => '');
	write('sites', sites!, () => `,${Math.round(random() * 900)}`);
}

async function servePeer() {
	await build({
		root: join(import.meta.dirname, 'peers', 'deck-points'),
		configFile: false,
		logLevel: 'error',
		base: './',
		build: { outDir: peerFolder, emptyOutDir: true, chunkSizeWarningLimit: 5000 }
	});
	const types: Record<string, string> = {
		'.html': 'text/html',
		'.js': 'text/javascript',
		'.mjs': 'text/javascript'
	};
	const server = createServer(({ url = '/' }, response) => {
		const path = join(peerFolder, url === '/' ? 'index.html' : url);
		if (!existsSync(path)) return response.writeHead(404).end();
		const type = types[extname(path)] ?? 'application/octet-stream';
		response.writeHead(200, { 'content-type': type }).end(readFileSync(path));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** All scripts a page has asked for, each once, compressed as gzip does by default. */
function weighScripts(page: Page): () => Promise<number> {
	const scripts = new Set<string>();
	page.context().on('request', (request) => {
		const { origin, pathname } = new URL(request.url());
		if (/\.m?js$/.test(pathname)) scripts.add(origin + pathname);
	});
	return async () => {
		const answers = await Promise.all([...scripts].map((url) => page.request.get(url)));
		const bodies = await Promise.all(answers.map((answer) => answer.body()));
		return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
	};
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

async function runCordon(size: Size) {
	const page = await visitor.newPage(screen);
	await signIn(page, cordon, 'analyst');
	await page.goto('about:blank');
	const weigh = weighScripts(page);
	await page.goto('/missions/kosovo/analysis?view=files', { waitUntil: 'networkidle' });
	await page
		.locator('input[type=file]')
		.nth(0)
		.setInputFiles(join(folder, `places-${size[0]}.csv`));
	await page
		.locator('input[type=file]')
		.nth(1)
		.setInputFiles(join(folder, `sites-${size[0]}.csv`));
	const idle = residentMegabytes();
	let most = 0;
	const watch = setInterval(() => (most = Math.max(most, residentMegabytes())), 250);
	let said = '';
	const drawing = await traceBlocking(page, async () => {
		await page.getByRole('button', { name: 'Measure', exact: true }).click();
		const sentence = page.getByText('read and measured in');
		await sentence.waitFor({ timeout: 600_000 });
		said = (await sentence.textContent())!.trim();
		await page.locator('.map[aria-busy="false"] canvas').first().waitFor();
		await page.waitForTimeout(AFTERWARDS_MS);
	});
	const moving = await traceBlocking(page, async () => {
		await page.locator('.maplibregl-canvas').focus();
		for (let press = 0; press < 6; press++) {
			await page.keyboard.press(press < 3 ? '+' : 'ArrowLeft');
			await page.waitForTimeout(700);
		}
	});
	clearInterval(watch);
	const kilobytes = (await weigh()) / 1000;
	await page.context().close();
	return { drawing, moving, said, idle, most, kilobytes };
}

async function runPeer(address: string, [places]: Size, how: 'objects' | 'binary') {
	const context = await visitor.browser.newContext(screen);
	const page = await context.newPage();
	const weigh = weighScripts(page);
	await page.goto(address, { waitUntil: 'networkidle' });
	const call = (word: string) => page.evaluate(word, undefined);
	await call(`give(['places-${places}.bin', 'sites-${places}.bin'], '${how}')`);
	const drawing = await traceBlocking(page, async () => {
		await call(`draw('${how}')`);
		await page.waitForTimeout(AFTERWARDS_MS);
	});
	const kilobytes = (await weigh()) / 1000;
	await context.close();
	return { drawing, kilobytes };
}

const { server, address } = await servePeer();
mkdirSync(peerFolder, { recursive: true });
for (const size of [SMALL, LARGE]) writeFiles(size);
type Run = Awaited<ReturnType<typeof runCordon>>;
const runs: Record<'small' | 'large', Run[]> = { small: [], large: [] };
const peers: Record<string, Blocking[]> = {};
const weights: Record<string, number> = {};
for (let round = 0; round < ROUNDS; round++) {
	runs.small.push(await runCordon(SMALL));
	runs.large.push(await runCordon(LARGE));
	for (const how of ['objects', 'binary'] as const) {
		for (const size of [SMALL, LARGE]) {
			const { drawing, kilobytes } = await runPeer(address, size, how);
			(peers[`deck.gl from ${how}, ${nameOf(size)}`] ??= []).push(drawing);
			weights[how] = kilobytes;
		}
	}
}

const { said, idle, most, kilobytes } = runs.large.at(-1)!;
console.log(`
${said}
Processor draws, not a graphics card: the thread also waits for the drawing process.
Until the map is there and 5 s on, medians of ${ROUNDS} rounds, ${shownLoad()}:`);
sayBlocking(
	`Cordon, ${nameOf(SMALL)}: starting a map`,
	runs.small.map(({ drawing }) => drawing)
);
sayBlocking(
	`Cordon, ${nameOf(LARGE)}`,
	runs.large.map(({ drawing }) => drawing)
);
for (const [name, rounds] of Object.entries(peers)) sayBlocking(name, rounds);
console.log('Zooming in and moving:');
sayBlocking(
	`Cordon, ${nameOf(LARGE)}`,
	runs.large.map(({ moving }) => moving)
);
const objects = peers[`deck.gl from objects, ${nameOf(LARGE)}`]!;
const ratio = medianOf(
	objects.map(
		({ blockedMs }, round) => blockedMs / Math.max(1, runs.large[round]!.drawing.blockedMs)
	)
);
console.log(`deck.gl from objects blocks ${ratio.toFixed(1)} times as long.`);
console.log(
	`JavaScript, gzipped: ${kilobytes.toFixed(0)} kB for the page with its map; the peer ${weights.objects!.toFixed(0)} kB`
);
console.log(`memory: ${idle.toFixed(0)} MB before, ${most.toFixed(0)} MB at most`);
server.close();
await visitor.browser.close();
await cordon.dispose();
rmSync(folder, { recursive: true, force: true });
