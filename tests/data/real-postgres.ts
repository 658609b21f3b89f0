/**
 * A PostgreSQL of its own for one test file: Debian's programs, a new folder, a free port on the
 * loopback address, no password, stopped and removed afterwards. PostgreSQL refuses to run as root,
 * so root lends itself to the user `postgres`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';

export type Server = {
	url: string;
	/** `keepAs`: where its files go, to start another from; otherwise they are removed. */
	stop(keepAs?: string): Promise<void>;
};

/** The newest installed PostgreSQL that has PostGIS. */
function findPrograms(): string | undefined {
	const base = '/usr/lib/postgresql';
	if (!existsSync(base)) return undefined;
	const version = readdirSync(base)
		.filter((v) => existsSync(`/usr/share/postgresql/${v}/extension/postgis.control`))
		.sort((a, b) => Number(b) - Number(a))[0];
	return version && join(base, version, 'bin');
}

/** Ids of the user to run as: null when we are not root, undefined when there is none. */
function findRunner(): { uid: number; gid: number } | null | undefined {
	if (userInfo().uid !== 0) return null;
	try {
		const id = (flag: string) =>
			Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
		return { uid: id('-u'), gid: id('-g') };
	} catch {
		return undefined;
	}
}

export function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** Why no PostgreSQL can be started on this machine; undefined when it can. */
export function whyNoPostgres(): string | undefined {
	if (!findPrograms()) return 'no PostgreSQL with PostGIS under /usr/lib/postgresql';
	if (findRunner() === undefined) return 'this is root, and there is no user postgres to run it';
	return undefined;
}

/** Check `whyNoPostgres` before. `from`: files that another was stopped with; they are copied. */
export async function startPostgres(from?: string): Promise<Server> {
	const programs = findPrograms()!;
	const runner = findRunner();
	const folder = mkdtempSync(join(tmpdir(), 'cordon-postgres-'));
	if (runner) chownSync(folder, runner.uid, runner.gid);
	const options = { ...(runner ?? {}), cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
	const data = join(folder, 'data');
	if (from) execFileSync('cp', ['-a', from, data]);
	else
		execFileSync(
			join(programs, 'initdb'),
			['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
			{ ...options, stdio: 'ignore' }
		);
	const port = await findFreePort();
	const server = spawn(
		join(programs, 'postgres'),
		[
			...['-D', data, '-p', String(port), '-k', folder],
			...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=60']
		],
		{ ...options, stdio: 'ignore' }
	);
	const url = `postgres://owner@127.0.0.1:${port}/postgres`;
	const stop = async (keepAs?: string) => {
		const ended = new Promise((resolve) => server.once('exit', resolve));
		if (server.exitCode === null) {
			server.kill('SIGINT');
			await ended;
		}
		// Another may have been kept there meanwhile.
		if (keepAs && !existsSync(keepAs)) renameSync(data, keepAs);
		rmSync(folder, { recursive: true, force: true });
	};
	process.once('exit', () => {
		server.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	});

	const deadline = Date.now() + 60_000;
	for (;;) {
		const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
		try {
			await sql`select 1`;
			return { url, stop };
		} catch (error) {
			if (Date.now() > deadline || server.exitCode !== null) {
				await stop();
				throw error;
			}
			await new Promise((resolve) => setTimeout(resolve, 200));
		} finally {
			await sql.end({ timeout: 1 });
		}
	}
}
