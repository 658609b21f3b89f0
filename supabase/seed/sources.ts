/** Where the demo's facts come from: one row per source, whatever names it. */
import { uuidOf } from './deterministic.ts';

export type SourceRow = { id: string; title: string; url: string | null; note: string | null };

export class Sources {
	readonly #rows = new Map<string, SourceRow>();

	/** The id of the source that a fact names: "https://... (words)", or words alone. */
	cite(words: string, note: string | null = null): string {
		const [, url, rest] = /^(https?:\/\/\S+)\s*(.*)$/s.exec(words) ?? [];
		const title = (rest ?? '').replace(/^\((.*)\)$/s, '$1') || (url ? new URL(url).host : words);
		const id = uuidOf(`source ${words}`);
		this.#rows.set(id, { id, title: title.slice(0, 500), url: url ?? null, note });
		return id;
	}

	list(): SourceRow[] {
		return [...this.#rows.values()];
	}
}

/** Whether somebody looked the fact up. */
export const wasLookedUp = (source: string | null | undefined): boolean =>
	!!source && !source.includes('not looked up');
