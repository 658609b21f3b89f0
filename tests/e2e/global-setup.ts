import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCordon } from './cordon';

/** Builds if the sources changed, and seeds one data folder that every file then copies. */
export default async function setup(project: TestProject) {
	const prepare = resolve(import.meta.dirname, '../../src/cli/prepare.js');
	const { status } = spawnSync(process.execPath, [prepare], { stdio: 'inherit' });
	if (status !== 0) throw new Error('the checkout is not ready to run');

	const seededFolder = mkdtempSync(join(tmpdir(), 'cordon-seeded-'));
	const cordon = await startCordon({ dataFolder: seededFolder });
	await cordon.stop();
	project.provide('seededFolder', seededFolder);
	return () => rmSync(seededFolder, { recursive: true, force: true });
}
