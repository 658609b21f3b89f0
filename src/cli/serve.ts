/**
 * The server of `npm start`. It listens at once and says that it is starting, while the handler that
 * SvelteKit built opens the database. Node runs this file as it is.
 */
import { subscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { listDemoEntries, readDemoAccounts } from '../lib/server/demo-accounts.ts';
import { findProjectRoot } from '../lib/server/project-root.ts';
import { listSecurityHeaders } from '../lib/server/security-headers.ts';
import { isLoopback, readSettings, type Settings } from '../lib/server/settings.ts';
import { StartError } from '../lib/server/start-error.ts';
import { renderStarting, startingPolicy } from './starting-page.ts';

const protocolHeader = 'x-cordon-protocol';
// The protocol is ours to say, unless a proxy in front (ORIGIN) says it: browsers reach this
// server by plain http, and form posts are compared with the address they were sent to.
process.env.PROTOCOL_HEADER = protocolHeader;
// An import of a whole mission is larger than SvelteKit's 512 kB.
process.env.BODY_SIZE_LIMIT ??= '8M';

// Pages and lists on a slow line; files of the build are compressed beforehand.
const compress = compression();

let doing = '';
let answer: RequestListener = (_request, response) => {
	response.writeHead(503, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': startingPolicy,
		'cache-control': 'no-store',
		'retry-after': '2'
	});
	response.end(renderStarting(doing));
};

async function start(settings: Settings): Promise<void> {
	const headers = Object.entries(listSecurityHeaders(isHttps()));
	const server = createServer((request, response) => {
		if (!isOurs(request, settings)) {
			response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
			response.end('This server does not answer under that name.\n');
			return;
		}
		for (const [name, value] of headers) response.setHeader(name, value);
		// The build's file server does not know this kind of file, and would send none.
		if (/\.pmtiles(\?|$)/.test(request.url ?? '')) {
			response.setHeader('content-type', 'application/vnd.pmtiles');
		}
		request.headers[protocolHeader] = 'http';
		compress(request, response, () => answer(request, response));
	});
	await listen(server, settings);
	stopOnSignal(server);

	// It names folders and says what was damaged: for whoever sits at this machine.
	if (isLoopback(settings.host) && !process.env.ORIGIN) {
		subscribe('cordon:progress', (sentence) => (doing = String(sentence)));
	}
	const began = performance.now();
	const { handler } = (await import(
		pathToFileURL(join(findProjectRoot(), 'build/handler.js')).href
	)) as { handler: RequestListener };
	answer = handler;
	announce(server, settings, performance.now() - began);
}

const isHttps = () => process.env.ORIGIN?.startsWith('https:') ?? false;

/**
 * Whether the request was meant for this server. A name that somebody points at a loopback address
 * (DNS rebinding) would let their page act as ours.
 */
function isOurs({ headers }: IncomingMessage, { host }: Settings): boolean {
	const asked = headers.host ?? '';
	if (process.env.ORIGIN) return true;
	return !isLoopback(host) || isLoopback(asked.replace(/:\d+$/, ''));
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
	const reasons: Record<string, string> = {
		EADDRINUSE: `port ${port} is taken by another program. Stop it, or choose another with PORT.`,
		EACCES: `this user may not listen on port ${port}. Choose one above 1023 with PORT.`,
		EADDRNOTAVAIL: `this machine has no address ${host}. Correct HOST.`,
		ENOTFOUND: `the name ${host} leads nowhere. Correct HOST.`
	};
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			const reason = reasons[error.code ?? ''];
			reject(reason ? new StartError(reason) : error);
		});
		server.listen({ host, port }, resolve);
	});
}

/** Lets requests under way finish, then the database close (src/lib/server/running.ts). */
function stopOnSignal(server: Server): void {
	let stopping = false;
	const stop = (signal: NodeJS.Signals) => {
		if (stopping) process.exit(1);
		stopping = true;
		console.log(`Stopping (${signal}).`);
		server.close(() => process.emit('sveltekit:shutdown' as 'disconnect'));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 5_000).unref();
		setTimeout(() => process.exit(1), 30_000).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}

function announce(server: Server, settings: Settings, tookMs: number): void {
	const { port } = server.address() as AddressInfo;
	const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
	const address = process.env.ORIGIN ?? `http://${name}:${port}`;
	if (process.env.ORIGIN) console.log(`It listens on ${name}:${port} for the proxy of ${address}.`);
	console.log(`\nCordon answers at ${address} (after ${(tookMs / 1000).toFixed(1)} s).`);
	if (!isLoopback(settings.host) && !isHttps()) {
		console.log('It is served without encryption. Put a proxy with https in front and set ORIGIN.');
	}
	const accounts =
		settings.engine.kind === 'supabase' ? undefined : readDemoAccounts(settings.dataFolder);
	if (!accounts) return;
	console.log('\nThis is an exercise: establishments and allegations are invented. Enter as');
	for (const { role, email, password } of listDemoEntries(accounts)) {
		console.log(`  ${role.padEnd(16)}  ${email.padEnd(34)}  ${password}`);
	}
}

try {
	await start(readSettings());
} catch (error) {
	const known = error instanceof Error && error.name === 'StartError';
	console.error('\nCordon did not start:', known ? error.message : error);
	process.exit(1);
}
