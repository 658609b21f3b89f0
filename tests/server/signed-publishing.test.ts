/** Two servers of the app over one PostgreSQL, with the same keys. The embedded engine: durability.test.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCordon, type Cordon } from '$lib/server/cordon';
import { readSettings } from '$lib/server/settings';
import { startPostgres, whyNoPostgres } from '../data/real-postgres';
import { publishTwentyAtOnce } from './twenty-heads';

const missing = whyNoPostgres();
if (missing) console.warn(`Signed publishing on PostgreSQL: skipped, because ${missing}.`);

test.skipIf(missing)(
	'twenty who publish at once through two servers get twenty signed lists of one chain',
	async () => {
		const folder = mkdtempSync(join(tmpdir(), 'cordon-signed-'));
		const database = await startPostgres();
		const cordons: Cordon[] = [];
		try {
			const env = { CORDON_DATA: folder, CORDON_DEMO: 'on', DATABASE_URL: database.url };
			for (let i = 0; i < 2; i++) cordons.push(await openCordon(readSettings(env)));
			await publishTwentyAtOnce(cordons, 'kosovo');
			expect(cordons).toHaveLength(2);
		} finally {
			for (const cordon of cordons) await cordon.close();
			await database.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	},
	480_000
);
