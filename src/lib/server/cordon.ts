import { accessSync, constants, mkdirSync } from 'node:fs';
import { openDoor, type Door } from './door/door.ts';
import { isEmpty, refuseDemoInPublic, seedDemo } from './demo.ts';
import { readDemoAccounts, type DemoAccount } from './demo-accounts.ts';
import { openEmbedded } from './engine/embedded.ts';
import type { Engine } from './engine/engine.ts';
import { migrate } from './engine/migrations.ts';
import { openPostgres } from './engine/postgres.ts';
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
	/** The accounts that the sign-in page offers; null when this is no demo or not reachable safely. */
	demo: DemoAccount[] | null;
	close(): Promise<void>;
};

export async function openCordon(settings: Settings, report: Report = () => {}): Promise<Cordon> {
	if (settings.engine.kind === 'supabase') {
		const { url, key } = settings.engine;
		report(`Using Supabase at ${new URL(url).host}.`);
		return { settings, door: { url, key, fetch }, engine: null, demo: null, close: async () => {} };
	}

	prepareFolder(settings.dataFolder);
	const demoBefore = readDemoAccounts(settings.dataFolder);
	if (demoBefore || settings.demo) refuseDemoInPublic(settings);

	const engine = await openEngine(settings, report);
	try {
		report('Checking the chapters of the database.');
		await migrate(engine, undefined, report);
		if (settings.demo && (await isEmpty(engine))) {
			report('Filling the empty database with the Kosovo exercise.');
			await seedDemo(engine, settings.dataFolder);
		}
		return {
			settings,
			engine,
			door: await openDoor(engine),
			demo: readDemoAccounts(settings.dataFolder) ?? null,
			close: () => engine.close()
		};
	} catch (error) {
		await engine.close();
		throw error;
	}
}

function openEngine(settings: Settings, report: Report): Promise<Engine> {
	const { engine, dataFolder: folder, deadlineMs } = settings;
	if (engine.kind === 'postgres') {
		report('Connecting to the PostgreSQL of DATABASE_URL.');
		return openPostgres({ url: engine.url, deadlineMs });
	}
	report(`Opening the embedded database in ${folder}.`);
	return openEmbedded({ folder, deadlineMs, report });
}

function prepareFolder(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		accessSync(folder, constants.W_OK | constants.X_OK);
	} catch {
		throw new StartError(
			`Cordon may not write to its data folder ${folder}. Give this user the right to, or set CORDON_DATA to another folder.`
		);
	}
}
