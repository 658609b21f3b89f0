/**
 * The map to point on, kept on the device because somebody said so, or because they opened it on a
 * line that costs nothing. It is the same for everybody and stays when they sign out.
 */
import { MAP_CACHE, type KeptFiles } from './addresses';
import { CODE, findListedFiles } from './listed-files';

export type KeptMap = { bytes: number; kept: boolean };

/** Null where the browser keeps nothing, or the service worker of this version has not come yet. */
export async function findKeptMap(): Promise<KeptMap | null> {
	const listed = await findListedFiles();
	if (!listed) return null;
	const { bytes } = listed.map;
	return { bytes, kept: (await listMissing(listed)).length === 0 };
}

/** Fetches what is missing, file by file: what came stays when the network goes. */
export async function keepMap(): Promise<'kept' | 'noRoom' | 'failed'> {
	try {
		const listed = await findListedFiles();
		if (!listed) return 'failed';
		for (const { cacheName, address, key } of await listMissing(listed)) {
			const answer = await fetch(address, { cache: 'no-store' });
			if (!answer.ok) return 'failed';
			await (await caches.open(cacheName)).put(key, answer);
		}
		return 'kept';
	} catch (failure) {
		return (failure as Error).name === 'QuotaExceededError' ? 'noRoom' : 'failed';
	}
}

export async function forgetMap(): Promise<void> {
	await caches.delete(MAP_CACHE);
}

/** Only where the browser says that the line is not paid by volume. Most say nothing. */
export function isLineFree(): boolean {
	const { connection } = navigator as Navigator & {
		connection?: { type?: string; saveData?: boolean };
	};
	return !connection?.saveData && ['wifi', 'ethernet'].includes(connection?.type ?? '');
}

async function listMissing({ map }: KeptFiles) {
	const wanted = [
		...map.files.map((address) => ({ cacheName: CODE, address, key: address })),
		...Object.entries(map.archives).map(([address, hash]) => ({
			cacheName: MAP_CACHE,
			address,
			key: `${address}?${hash}`
		}))
	];
	const stored = await Promise.all(
		wanted.map(({ key, cacheName }) => caches.match(key, { cacheName }))
	);
	return wanted.filter((_, i) => !stored[i]);
}
