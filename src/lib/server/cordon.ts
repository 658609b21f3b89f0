import { accessSync, constants } from 'node:fs';
import type { SupabaseClient } from '@supabase/supabase-js';
import { openDoor, type Door } from './door/door.ts';
import { isEmpty, refuseDemoInPublic, seedDemo } from './demo.ts';
import { readDemoAccounts, type DemoAccount } from './demo-accounts.ts';
import { makeFolder } from './durable-file.ts';
import type { Engine } from './engine/engine.ts';
import { migrate } from './engine/migrations.ts';
import { openPostgres } from './engine/postgres.ts';
import { keepAuditHeads } from './keep/audit-heads.ts';
import { startKeeper, type Keeper } from './keep/keeper.ts';
import { openKeyStore } from './keys/key-files.ts';
import { listSilentMissions, signAll, signAsHead } from './keys/pending.ts';
import { createSigner, type Signer } from './keys/signer.ts';
import { markClosed, markOpen, openKept } from './keep/recovery.ts';
import { describeError } from './log.ts';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

export type Report = (sentence: string) => void;

/** Everything that stands behind the pages while the server runs. */
export type Cordon = {
	settings: Settings;
	/** How supabase-js reaches the data: hosted over the network, otherwise inside this process. */
	door: Door;
	/** Null on hosted Supabase, which has no engine of ours. */
	engine: Engine | null;
	signer: Signer;
	/**
	 * Signs what was published and not signed, as after a crash in between. On hosted Supabase only a
	 * Head of Mission's own visit lets the server do that.
	 */
	signPending(head?: { supabase: SupabaseClient; mission: string }): Promise<void>;
	/** The accounts that the sign-in page offers; null when this is no demo or not reachable safely. */
	demo: DemoAccount[] | null;
	close(): Promise<void>;
};

export async function openCordon(settings: Settings, report: Report = () => {}): Promise<Cordon> {
	const signer = createSigner(openKeyStore(settings));
	if (settings.engine.kind === 'supabase') {
		const { url, key } = settings.engine;
		report(`Using Supabase at ${new URL(url).host}.`);
		return {
			settings,
			door: { url, key, fetch },
			engine: null,
			signer,
			signPending: (head) => signAsHead(signer, head),
			demo: null,
			close: async () => {}
		};
	}

	prepareFolder(settings.dataFolder);
	const demoBefore = readDemoAccounts(settings.dataFolder);
	if (demoBefore || settings.demo) refuseDemoInPublic(settings);

	const { engine, keeper, close } = await openEngine(settings, report);
	try {
		await engine.run([{ sql: 'select cordon.erase_expired_notes()' }]);
		if (settings.demo && (await isEmpty(engine))) {
			report('Filling the empty database with the Kosovo exercise.');
			await seedDemo(engine, settings.dataFolder);
		}
		const signPending = () => signAll(engine, signer);
		await signPending();
		await keepAuditHeads(engine, settings.dataFolder);
		for (const sentence of await listSilentMissions(engine, signer)) report(sentence);
		const door = keepPublications(await openDoor(engine), async () => {
			await signPending();
			await keeper?.keep();
			await keepAuditHeads(engine, settings.dataFolder);
		});
		const demo = readDemoAccounts(settings.dataFolder) ?? null;
		return { settings, engine, door, signer, signPending, demo, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/**
 * The engine with all chapters, and the files that must outlive it: for the server, and for commands.
 * `restoreFrom` takes the place of the embedded database.
 */
export async function openEngine(
	settings: Settings,
	report: Report,
	restoreFrom?: { name: string; bytes: Uint8Array }
): Promise<{ engine: Engine; keeper?: Keeper; close(): Promise<void> }> {
	const { engine: chosen, dataFolder: folder, deadlineMs } = settings;
	if (chosen.kind === 'postgres') {
		report('Connecting to the PostgreSQL of DATABASE_URL.');
		const engine = await openPostgres({ url: chosen.url, deadlineMs });
		const close = () => engine.close();
		await bringUpToDate(engine, report, close);
		return { engine, close };
	}
	prepareFolder(folder);
	report(`Opening the embedded database in ${folder}.`);
	const engine = await openKept({ folder, deadlineMs, report }, restoreFrom);
	markOpen(folder);
	const close = async () => {
		await engine.close();
		markClosed(folder);
	};
	await bringUpToDate(engine, report, close);
	const keeper = startKeeper(engine, folder);
	return { engine, keeper, close: () => keeper.close().then(close) };
}

async function bringUpToDate(engine: Engine, report: Report, close: () => Promise<void>) {
	report('Checking the chapters of the database.');
	try {
		await migrate(engine, undefined, report);
	} catch (error) {
		await close();
		throw error;
	}
}

/** Acts that are answered once they would survive a power cut. */
const KEPT = /\/rpc\/(publish_draft|confirm_emergency|add_mission_key|revoke_mission_key)$/;

function keepPublications(door: Door, keep: () => Promise<void>): Door {
	return {
		...door,
		async fetch(input, init) {
			const response = await door.fetch(input, init);
			const url = new URL(input instanceof Request ? input.url : input);
			if (response.ok && KEPT.test(url.pathname)) {
				// It is published whatever becomes of signature and copy; that is said in the log.
				await keep().catch((error) => {
					console.error(JSON.stringify({ task: 'keep a publication', ...describeError(error) }));
				});
			}
			return response;
		}
	};
}

function prepareFolder(folder: string): void {
	try {
		makeFolder(folder);
		accessSync(folder, constants.W_OK | constants.X_OK);
	} catch {
		throw new StartError(
			`Cordon may not write to its data folder ${folder}. Give this user the right to, or set CORDON_DATA to another folder.`
		);
	}
}
