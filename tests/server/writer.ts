/** A process to kill: writes row after row into the embedded engine and prints each once it is kept. */
import { openEmbedded } from '../../src/lib/server/engine/embedded';

const [folder] = process.argv.slice(2) as [string];
const engine = await openEmbedded({ folder });
await engine.run([{ sql: 'create table if not exists rows (id int primary key)' }]);
const [last] = await engine.run<{ id: number }>([
	{ sql: 'select coalesce(max(id), 0)::int as id from rows' }
]);
for (let id = last!.id + 1; ; id++) {
	await engine.run([{ sql: 'insert into rows values ($1::text::int)', params: [String(id)] }]);
	process.stdout.write(`${id}\n`);
}
