/** What the service worker of this version keeps, as a page finds it. */
import { version } from '$app/environment';
import { CODE_CACHE, KEPT_FILES, type KeptFiles } from './addresses';

/** Of this version of the app. */
export const CODE = CODE_CACHE + version;

/** Null where the browser keeps nothing, or the service worker of this version has not come yet. */
export async function findListedFiles(): Promise<KeptFiles | null> {
	const stored = await globalThis.caches?.match(KEPT_FILES, { cacheName: CODE }).catch(() => null);
	return stored ? ((await stored.json()) as KeptFiles) : null;
}
