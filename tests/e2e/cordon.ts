/**
 * What every end-to-end test stands on: the built server on a free port with its own copy of the
 * seeded exercise, and a real Chromium that may talk to nobody else.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Role } from '$lib/core/domain';
import type { DemoAccount } from '$lib/server/demo-accounts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A data folder with the Kosovo exercise, made once (global-setup.ts); copied, never used. */
		seededFolder: string;
	}
}

const root = resolve(import.meta.dirname, '../..');
// The machines that run this are slow and shared: long enough to mean "never".
export const patienceMs = 90_000;

export type RunningCordon = {
	address: string;
	dataFolder: string;
	/** Everything the server printed so far. */
	output(): string;
	process: ChildProcess;
	/** Asks the server to stop and waits until it has. */
	stop(): Promise<void>;
	/** As a power button: no farewell. The data folder stays. */
	kill(): Promise<void>;
	/** Ends the server at once, without its last snapshot, and removes the data folder. */
	dispose(): Promise<void>;
};

/** Starts the built server; on a copy of the seeded exercise unless a folder is given. */
export async function startCordon(
	options: { dataFolder?: string; env?: Record<string, string> } = {}
): Promise<RunningCordon> {
	const dataFolder = options.dataFolder ?? copySeeded();
	const server = spawn(join(root, 'node_modules/node/bin/node'), ['src/cli/serve.ts'], {
		cwd: root,
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', CORDON_DATA: dataFolder, ...options.env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	const gone = new Promise<void>((done) => server.once('exit', () => done()));
	const end = async (signal: NodeJS.Signals) => {
		server.kill(signal);
		await gone;
	};
	const address = await new Promise<string>((ready, failed) => {
		const listen = (chunk: Buffer) => {
			output += chunk.toString();
			const found = /answers at (http\S+)/.exec(output);
			if (found) ready(found[1]!);
		};
		server.stdout.on('data', listen);
		server.stderr.on('data', listen);
		void gone.then(() => failed(new Error(`the server ended:\n${output}`)));
	});
	return {
		address,
		dataFolder,
		output: () => output,
		process: server,
		stop: () => end('SIGTERM'),
		kill: () => end('SIGKILL'),
		async dispose() {
			if (server.exitCode === null && server.signalCode === null) await end('SIGKILL');
			rmSync(dataFolder, { recursive: true, force: true });
		}
	};
}

/** A fresh data folder with the exercise in it. */
export function copySeeded(): string {
	const folder = mkdtempSync(join(tmpdir(), 'cordon-e2e-'));
	cpSync(inject('seededFolder'), folder, { recursive: true });
	return folder;
}

export function readAccounts({ dataFolder }: Pick<RunningCordon, 'dataFolder'>): DemoAccount[] {
	return JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
}

export function findAccount(cordon: Pick<RunningCordon, 'dataFolder'>, role: Role): DemoAccount {
	const account = readAccounts(cordon).find((candidate) => candidate.role === role);
	if (!account) throw new Error(`the exercise has no account for ${role}`);
	return account;
}

export const phone: BrowserContextOptions = {
	viewport: { width: 360, height: 740 },
	hasTouch: true,
	isMobile: true
};
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

export type Visitor = {
	browser: Browser;
	/** A page in a context of its own: another person, nothing shared. */
	newPage(options?: BrowserContextOptions): Promise<Page>;
	/** Addresses that any page asked for outside this server. They were refused. */
	foreignRequests: string[];
	/** Exceptions and Content-Security-Policy violations in any page. */
	complaints: string[];
	/** Closes the browser and fails if there was either. */
	close(): Promise<void>;
};

export const howToLaunch = () => ({
	executablePath: findChromium(),
	args: [
		'--no-sandbox',
		'--use-gl=angle',
		'--use-angle=swiftshader',
		'--enable-unsafe-swiftshader',
		// There is no graphics card: maps are drawn by software that acts as one, pages without it.
		'--disable-gpu-compositing',
		'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
	]
});

export async function openBrowser(cordon: Pick<RunningCordon, 'address'>): Promise<Visitor> {
	const browser = await chromium.launch(howToLaunch());
	const foreignRequests: string[] = [];
	const complaints: string[] = [];
	const ours = new URL(cordon.address).host;
	return {
		browser,
		foreignRequests,
		complaints,
		async newPage(options = desk) {
			const context = await browser.newContext({
				baseURL: cordon.address,
				locale: 'en-GB',
				timezoneId: 'Europe/Belgrade',
				reducedMotion: 'reduce',
				// A quarter of the pixels to draw, where a processor draws them; sizes in CSS stay.
				deviceScaleFactor: 0.5,
				// What it does is the subject of offline.test.ts; it would hide requests from other tests.
				serviceWorkers: 'block',
				...options
			});
			// Only looked at: what is routed through a test is never cached.
			context.on('request', (request) => {
				const { protocol, host } = new URL(request.url());
				if (/^(http|ws)s?:$/.test(protocol) && host !== ours) foreignRequests.push(request.url());
			});
			const page = await context.newPage();
			page.setDefaultTimeout(patienceMs / 2);
			if (options.javaScriptEnabled !== false) waitUntilAlive(page);
			page.on('pageerror', (error) => complaints.push(String(error)));
			page.on('console', (message) => {
				if (/Content.Security.Policy|Refused to/i.test(message.text()))
					complaints.push(message.text());
			});
			return page;
		},
		async close() {
			await browser.close();
			expect(foreignRequests, 'requests to other hosts').toEqual([]);
			expect(complaints, 'exceptions and policy violations').toEqual([]);
		}
	};
}

/**
 * Lets `goto` and `reload` end when the page has its script and answers: until then it shows
 * everything, and what is typed or pressed may be lost. SvelteKit puts its announcer there last. Where
 * a test keeps the script away, the page is handed over as it is.
 */
function waitUntilAlive(page: Page): void {
	const announcer = page.locator('#svelte-announcer');
	for (const name of ['goto', 'reload'] as const) {
		const load = page[name].bind(page) as (...args: unknown[]) => ReturnType<Page['goto']>;
		page[name] = async (...args: unknown[]) => {
			const answer = await load(...args);
			if (answer?.headers()['content-type']?.startsWith('text/html'))
				await announcer.waitFor({ state: 'attached', timeout: 10_000 }).catch(() => {});
			return answer;
		};
	}
}

function findChromium(): string {
	const known = [
		process.env.CHROMIUM,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome'
	];
	const found = known.find((path) => path && existsSync(path));
	if (!found)
		throw new Error(
			'no Chromium on this machine: `npm test` installs it on Debian, or set CHROMIUM'
		);
	return found;
}

/** Signs in with the role's own password, as a person would, and waits for their first page. */
export async function signIn(page: Page, cordon: RunningCordon, role: Role): Promise<void> {
	const { email, password } = findAccount(cordon, role);
	await page.goto('/sign-in');
	await page.locator('input[name="email"]').fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.locator('input[name="password"]').press('Enter');
	await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** The session's cookies without the sign-in page: for tests that are about something else. */
export async function enterAs(page: Page, cordon: RunningCordon, role: Role): Promise<void> {
	const { email, password } = findAccount(cordon, role);
	const answer = await page.request.post('/sign-in?/signIn', {
		form: { email, password },
		headers: { origin: cordon.address }
	});
	expect((await answer.text()).includes('redirect')).toBe(true);
}
