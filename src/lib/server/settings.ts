import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { StartError } from './start-error.ts';

/** What the environment decides. Read once, at start. */
export type Settings = {
	engine:
		| { kind: 'supabase'; url: string; key: string }
		| { kind: 'postgres'; url: string }
		| { kind: 'embedded' };
	/** Holds the embedded database, snapshots, published lists and the demo's accounts. */
	dataFolder: string;
	host: string;
	port: number;
	/** Whether an empty database receives the Kosovo exercise and its accounts. */
	demo: boolean;
	/** The address other than loopback on which the demo's accounts may be used. */
	demoAllowedOn: string | null;
	/** Seals the private keys of missions; null: one is made in the data folder. */
	secret: string | null;
	deadlineMs: number;
};

export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
	const engine = readEngine(env);
	const demo = env.CORDON_DEMO ?? (engine.kind === 'embedded' ? 'on' : 'off');
	if (demo !== 'on' && demo !== 'off') throw new StartError('CORDON_DEMO is either on or off.');
	return {
		engine,
		dataFolder: resolve(env.CORDON_DATA || 'data'),
		host: env.HOST || '127.0.0.1',
		port: readNumber('PORT', env.PORT || '3000', 0, 65_535),
		demo: demo === 'on',
		demoAllowedOn: env.CORDON_ALLOW_DEMO_ON || null,
		secret: env.CORDON_SECRET || null,
		deadlineMs: readNumber('CORDON_DEADLINE_MS', env.CORDON_DEADLINE_MS || '10000', 100, 600_000)
	};
}

function readEngine(env: Record<string, string | undefined>): Settings['engine'] {
	if (env.SUPABASE_URL) {
		const key = env.SUPABASE_PUBLISHABLE_KEY || env.SUPABASE_ANON_KEY;
		if (!key) {
			throw new StartError(
				'SUPABASE_URL needs SUPABASE_PUBLISHABLE_KEY beside it: the publishable (anon) key, never the secret one.'
			);
		}
		return { kind: 'supabase', url: env.SUPABASE_URL, key };
	}
	return env.DATABASE_URL ? { kind: 'postgres', url: env.DATABASE_URL } : { kind: 'embedded' };
}

function readNumber(name: string, value: string, least: number, most: number): number {
	const number = Number(value);
	if (!Number.isInteger(number) || number < least || number > most) {
		throw new StartError(
			`${name} must be a whole number from ${least} to ${most}, not "${value}".`
		);
	}
	return number;
}

/** An address that only this machine reaches. */
export function isLoopback(host: string): boolean {
	const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
	if (bare === 'localhost') return true;
	return isIP(bare) === 4 ? bare.startsWith('127.') : bare === '::1';
}

/** The demo's accounts are known to whoever can read the data folder, so nobody else may reach them. */
export const mayUseDemo = ({ host, demoAllowedOn }: Pick<Settings, 'host' | 'demoAllowedOn'>) =>
	isLoopback(host) || demoAllowedOn === host;
