import type { EmbeddedEngine } from '../engine/embedded.ts';
import { describeError } from '../log.ts';
import { writePublishedLists } from './published-lists.ts';
import { keepSnapshot } from './snapshots.ts';

export type Keeper = {
	/** Resolves when the lists in the database are on disk, and with them a snapshot. */
	keep(): Promise<void>;
	/** A last snapshot, if anything was written since the one before. */
	close(): Promise<void>;
};

/**
 * The embedded database survives the end of its process at any moment, but does not wait for the
 * disk, so a power cut can take it. What must survive that is written here as files, flushed:
 * every published list, and a consistent snapshot after each publication and at intervals.
 */
export function startKeeper(
	engine: EmbeddedEngine,
	dataFolder: string,
	intervalMs = 15 * 60_000
): Keeper {
	const written = new Map<string, number>();
	let keptAt: string | undefined;
	let current: Promise<void> | undefined;
	let following: Promise<void> | undefined;

	async function keepOnce(): Promise<void> {
		await writePublishedLists(engine, dataFolder, written);
		const position = await findPosition(engine);
		if (position === keptAt) return;
		keepSnapshot(dataFolder, await engine.dump(), new Date());
		keptAt = position;
	}

	/** Callers that come while one is under way share the one after it: it sees what they wrote. */
	function keep(): Promise<void> {
		if (!current) {
			current = keepOnce().finally(() => (current = undefined));
			return current;
		}
		following ??= current
			.catch(() => {})
			.then(() => {
				following = undefined;
				return keep();
			});
		return following;
	}

	const keepQuietly = () =>
		keep().catch((error) =>
			console.error(JSON.stringify({ task: 'snapshot', ...describeError(error) }))
		);
	const timer = setInterval(keepQuietly, intervalMs);
	timer.unref();

	return {
		keep,
		async close() {
			clearInterval(timer);
			await keepQuietly();
		}
	};
}

/** How far the log of changes has come: the same position, the same data. */
async function findPosition(engine: EmbeddedEngine): Promise<string> {
	const [row] = await engine.run<{ position: string }>([
		{ sql: 'select pg_current_wal_insert_lsn()::text as position' }
	]);
	return row!.position;
}
