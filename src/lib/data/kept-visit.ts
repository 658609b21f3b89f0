/**
 * What the server says on every page of a mission: who reads, which mission it is, as what they read
 * it. Kept with the list on the device, so that check and list open without a network; goes with the
 * person (device-person.ts). Nothing that depends on a role is in it but the role's name.
 */
import { keepInTurn, takeTurn } from './device-person';
import { inStore } from './device-store';

/** SvelteKit's answer for the data of a page: one node for each layout, then the page. */
type DataNode = { type: 'data'; data: unknown[] } | { type: 'error' | 'skip' } | null;

export type Visit = {
	mission: string;
	acronym: string;
	userId: string;
	locale: string;
	theme: string;
	/** Of the root and of the mission, as SvelteKit encodes them. */
	layouts: [DataNode, DataNode];
};

/**
 * Asks anew and keeps it. A network that fails changes nothing, nor does a session that has ended;
 * who is no longer a member loses the visit. Never throws.
 */
export async function keepVisit(mission: string, ask: typeof fetch = fetch): Promise<void> {
	const turn = await takeTurn();
	try {
		// `no-store` is also what the service worker leaves to the network alone.
		const answer = await ask(`/missions/${encodeURIComponent(mission)}/check/__data.json`, {
			cache: 'no-store'
		});
		if (!answer.ok) return;
		const { type, nodes } = (await answer.json()) as { type: string; nodes: DataNode[] };
		// To sign in.
		if (type !== 'data') return;
		const [root = null, layout = null] = nodes;
		if (layout?.type === 'error') await deleteVisit(mission);
		if (root?.type !== 'data' || layout?.type !== 'data') return;
		const visit: Visit = {
			mission,
			acronym: valueAt(layout.data, 'mission', 'acronym'),
			userId: valueAt(root.data, 'me', 'userId'),
			locale: valueAt(root.data, 'locale'),
			theme: valueAt(root.data, 'theme'),
			layouts: [root, layout]
		};
		await keepInTurn(turn, 'visits', visit, mission);
	} catch {
		// What was kept before stays.
	}
}

/** In devalue's encoding the first value is the whole, and objects hold places of other values. */
function valueAt(values: unknown[], ...path: string[]): string {
	const found = path.reduce<unknown>(
		(value, key) => values[(value as Record<string, number>)[key] ?? -1],
		values[0]
	);
	if (typeof found !== 'string') throw new Error(`no ${path.join('.')} in what the server says`);
	return found;
}

export async function listVisits(): Promise<Visit[]> {
	return (await inStore<Visit[]>('visits', 'readonly', (store) => store.getAll())) ?? [];
}

async function deleteVisit(mission: string): Promise<void> {
	await inStore('visits', 'readwrite', (store) => store.delete(mission));
}
