/** What a visit to a mission leaves on the device, so that check and list open without a network. */
import { keepVisit } from '$lib/data/kept-visit';
import { findKeptList, refreshList } from '$lib/data/published-list';
import { CODE, findListedFiles } from './listed-files';

/** Begins when the page has nothing better to do. `holdsList`: the page asks for the list itself. */
export async function keepForLater(
	mission: string,
	userId: string,
	holdsList: boolean
): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	await new Promise<void>((idle) =>
		'requestIdleCallback' in globalThis
			? requestIdleCallback(() => idle(), { timeout: 2_000 })
			: setTimeout(idle, 500)
	);
	await navigator.serviceWorker.register('/service-worker.js');
	await navigator.serviceWorker.ready;
	await keepVisit(mission);
	if (!holdsList) await refreshList(mission, userId, await findKeptList(mission, userId));
	await keepUsedFonts();
}

/** Fonts are large: those of the reader's language and of the names on the list, no others. */
async function keepUsedFonts(): Promise<void> {
	await document.fonts.ready;
	const listed = await findListedFiles();
	if (!listed) return;
	const cache = await caches.open(CODE);
	for (const { name } of performance.getEntriesByType('resource')) {
		const { pathname } = new URL(name);
		if (listed.fonts.includes(pathname) && !(await cache.match(pathname)))
			await cache.add(pathname);
	}
}
