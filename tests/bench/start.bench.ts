/**
 * Start of the embedded database as the server does it: cold, on an empty folder, with chapters and
 * exercise; warm, on what is there; and back from a snapshot after the database was lost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCordon } from '../../src/lib/server/cordon';
import { readSettings } from '../../src/lib/server/settings';
import { medianOf } from './compare';

async function timeStart(folder: string): Promise<{ openMs: number; closeMs: number }> {
	const began = performance.now();
	const cordon = await openCordon(readSettings({ CORDON_DATA: folder }));
	const opened = performance.now();
	await cordon.close();
	return { openMs: opened - began, closeMs: performance.now() - opened };
}

const starts = { cold: [] as number[], warm: [] as number[], restored: [] as number[] };
const stops: number[] = [];
for (let round = 0; round < 3; round++) {
	const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
	starts.cold.push((await timeStart(folder)).openMs);
	const warm = await timeStart(folder);
	starts.warm.push(warm.openMs);
	stops.push(warm.closeMs);
	rmSync(join(folder, 'database/global'), { recursive: true });
	starts.restored.push((await timeStart(folder)).openMs);
	rmSync(folder, { recursive: true });
}

const warmMs = medianOf(starts.warm);
console.log('\nembedded database (median of 3 rounds)');
for (const [name, times] of Object.entries(starts)) {
	const ratio = medianOf(times) / warmMs;
	console.log(
		`${medianOf(times).toFixed(0).padStart(8)} ms ${ratio.toFixed(1).padStart(6)} x  start, ${name}`
	);
}
console.log(`${medianOf(stops).toFixed(0).padStart(8)} ms           stop, snapshot included`);
