/**
 * `npm run bench -- [name ...] [--quick]`: runs every *.bench.ts, or those whose names hold one of
 * the words, one after the other, each in its own process. Quick is smaller: for a look.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith('.bench.ts'))
	.filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)))
	.sort();
let failed = 0;
for (const file of files) {
	console.log(`\n== ${file.replace('.bench.ts', '')}`);
	const path = fileURLToPath(new URL(file, import.meta.url));
	const { status } = spawnSync(process.execPath, ['--import', 'tsx', path, ...options], {
		stdio: 'inherit'
	});
	if (status !== 0) failed++;
}
if (files.length === 0) console.error(`No benchmark is named ${wanted.join(' or ')}.`);
process.exit(failed > 0 || files.length === 0 ? 1 : 0);
