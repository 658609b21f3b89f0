/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * Opens check and list where there is no network (src/docs/decisions/0702). It keeps the code of one
 * version and the archives of the map; of what the server says about a person it keeps nothing: that
 * is in the device's store (lib/data/kept-visit.ts, lib/data/published-list.ts) and goes with them.
 */
import { version } from '$service-worker';
import { forgetPerson, isLeaving } from '$lib/data/device-person';
import { listVisits } from '$lib/data/kept-visit';
import {
	CODE_CACHE,
	KEPT_FILES,
	MAP_CACHE,
	SHELL,
	readAddress,
	type KeptFiles
} from '$lib/offline/addresses';
import { answerRange } from '$lib/offline/byte-range-answer';
import {
	answerData,
	explain,
	fillShell,
	isHeld,
	sayWithoutShell
} from '$lib/offline/stored-answers';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const CODE = CODE_CACHE + version;

/** How long a reader waits where the device has an answer of its own, and where it has none. */
const PATIENCE_MILLISECONDS = { kept: 4_000, other: 30_000 };

worker.addEventListener('install', (event) => event.waitUntil(install()));

/** All of one version, or nothing: until it succeeds, the version before goes on. */
async function install(): Promise<void> {
	const [listed, shell] = await Promise.all(
		[KEPT_FILES, SHELL].map((address) => fetch(address, { cache: 'no-store' }))
	);
	if (!listed?.ok || !shell?.ok) throw new Error('the server does not give what is kept');
	const { code, map } = (await listed.clone().json()) as KeptFiles;
	// Who keeps the map keeps it in the next version too.
	const files = (await caches.has(MAP_CACHE)) ? [...code, ...map.files] : code;
	const wanted = (await shell.clone().text()).match(/\/_app\/immutable\/[^"']+\.(?:js|css)/g) ?? [];
	// The server took on another version in between.
	if (!wanted.every((file) => code.includes(file))) throw new Error('two versions at once');
	try {
		const cache = await caches.open(CODE);
		await cache.addAll(files);
		await cache.put(KEPT_FILES, listed);
		await cache.put(SHELL, shell);
	} catch (failure) {
		await caches.delete(CODE);
		throw failure;
	}
}

worker.addEventListener('activate', (event) => event.waitUntil(activate()));

async function activate(): Promise<void> {
	for (const name of await caches.keys())
		if (name.startsWith(CODE_CACHE) && name !== CODE) await caches.delete(name);
	await forgetOldArchives();
	await worker.clients.claim();
}

async function forgetOldArchives(): Promise<void> {
	if (!(await caches.has(MAP_CACHE))) return;
	const listed = await caches.match(KEPT_FILES, { cacheName: CODE });
	const { map } = (await listed!.json()) as KeptFiles;
	const archives = await caches.open(MAP_CACHE);
	for (const { url } of await archives.keys()) {
		const { pathname, search } = new URL(url);
		if (map.archives[pathname] !== search.slice(1)) await archives.delete(url);
	}
}

worker.addEventListener('message', ({ data }) => {
	if (data === 'take over') void worker.skipWaiting();
});

/**
 * When the only tab is reloaded, nothing of the version before is left to break. A browser that does
 * not tell a reload from a second tab waits until all are closed.
 */
async function letNextTakeOver(request: Request & { isReloadNavigation?: boolean }): Promise<void> {
	const { waiting } = worker.registration;
	if (!waiting || !request.isReloadNavigation) return;
	if ((await worker.clients.matchAll({ type: 'window' })).length < 2)
		waiting.postMessage('take over');
}

/** Documents that were given SHELL: their first data need not wait for the network again. */
const given = new Set<string>();

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== location.origin) return;
	if (request.mode === 'navigate') return event.respondWith(navigate(event, url));
	if (request.method !== 'GET' || request.cache === 'no-store') return;
	if (readAddress(url.pathname).isData) event.respondWith(findData(event, url));
	else if (url.pathname.startsWith('/_app/immutable/')) event.respondWith(findFile(request));
	else if (/^\/basemap\/[\w-]+\.pmtiles$/.test(url.pathname))
		event.respondWith(findArchive(request, url.pathname));
	else if (['/basemap', '/_app/version.json'].includes(url.pathname))
		event.respondWith(ask(request, 'kept').then((answer) => answer ?? Response.error()));
});

async function navigate(event: FetchEvent, url: URL): Promise<Response> {
	const { request } = event;
	if (url.pathname === '/sign-out' && request.method === 'POST') return signOut(request);
	const address = readAddress(url.pathname);
	if (!(await finishSignOut()) && address.path !== SHELL)
		return Response.redirect(`${SHELL}?signed-out`, 303);
	const visits = await listVisits();
	const held = isHeld(address, visits) || address.path === SHELL;
	const answer = await ask(request, held ? 'kept' : 'other');
	if (answer && !(held && answer.status >= 500)) {
		event.waitUntil(letNextTakeOver(request));
		return answer;
	}
	if (request.method !== 'GET') return Response.redirect(SHELL, 303);
	if (!held) return Response.redirect(explain(url.pathname, url.searchParams), 303);
	given.add(event.resultingClientId);
	const shell = await caches.match(SHELL, { cacheName: CODE });
	return shell
		? fillShell(shell, visits[0], crypto.randomUUID())
		: sayWithoutShell(visits[0]?.locale);
}

async function findData({ request, clientId }: FetchEvent, url: URL): Promise<Response> {
	const address = readAddress(url.pathname);
	const visits = await listVisits();
	const online = !given.delete(clientId) && (await finishSignOut());
	const answer = online && (await ask(request, isHeld(address, visits) ? 'kept' : 'other'));
	return answer && !(answer.status >= 500 && isHeld(address, visits))
		? answer
		: answerData(address, url.searchParams, visits);
}

/** By its name a file of the build never changes: whichever version kept it. */
async function findFile(request: Request): Promise<Response> {
	const kept = await caches.match(request, { ignoreVary: true }).catch(() => undefined);
	return kept ?? fetch(request);
}

async function findArchive(request: Request, path: string): Promise<Response> {
	const kept = await caches.match(path, { cacheName: MAP_CACHE, ignoreSearch: true });
	return kept ? answerRange(kept, request.headers.get('range')) : fetch(request);
}

/** Undefined when there is no answer in time. */
function ask(request: Request, patience: keyof typeof PATIENCE_MILLISECONDS) {
	return Promise.race([
		fetch(request).catch(() => undefined),
		new Promise<undefined>((late) => setTimeout(late, PATIENCE_MILLISECONDS[patience]))
	]);
}

/** Nothing of theirs is left here, whether or not the server can be told at once. */
async function signOut(request: Request): Promise<Response> {
	await forgetPerson(true);
	const answer = await ask(request, 'other');
	if (answer?.type !== 'opaqueredirect') return Response.redirect(`${SHELL}?signed-out`, 303);
	await forgetPerson();
	return answer;
}

/** Tells the server that somebody signed out here without a network. False while it does not know. */
async function finishSignOut(): Promise<boolean> {
	if (!(await isLeaving())) return true;
	const words = new Request('/sign-out', { method: 'POST', redirect: 'manual' });
	if ((await ask(words, 'kept'))?.type !== 'opaqueredirect') return false;
	await forgetPerson();
	return true;
}
