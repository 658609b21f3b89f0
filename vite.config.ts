import { resolve } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { listKeptFiles, pageOf } from './kept-files.ts';

/**
 * What check and list have in common comes in one chunk, with the frame of every page: it compresses
 * better than forty, and a phone on a slow line asks once. So does what else half of the pages share.
 * Only for the browser.
 */
const shareChunk: Plugin = {
	name: 'share-chunk',
	config: (_, { isSsrBuild }) =>
		isSsrBuild
			? {}
			: {
					build: {
						rolldownOptions: {
							output: {
								codeSplitting: {
									groups: [
										{ name: (id, graph) => (isOfGate(id, graph) ? 'gate' : null), priority: 1 },
										{ name: 'shared', test: SHARED, minShareCount: 15 }
									]
								}
							}
						}
					}
				}
};
const SHARED =
	/node_modules\/(svelte|@sveltejs|devalue|esm-env|clsx)\/|src\/lib\/(ui|i18n|core|data)\//;

/** A library's front door leads to all of it, also to what only other pages use. */
const OWN_OR_FRAME = /\/src\/|node_modules\/(svelte|@sveltejs|devalue|esm-env|clsx)\//;
let gate: Set<string> | undefined;
function isOfGate(id: string, graph: Rolldown.ChunkingContext): boolean {
	gate ??= (() => {
		const [check, list] = ['check', 'list'].map((page) => {
			const reached = new Set<string>();
			const follow = (one: string) => {
				if (reached.has(one) || !OWN_OR_FRAME.test(one)) return;
				reached.add(one);
				graph.getModuleInfo(one)?.importedIds.forEach(follow);
			};
			for (const module of pageOf(page)) follow(resolve(module));
			return reached;
		});
		return check!.intersection(list!);
	})();
	return gate.has(id);
}

export default defineConfig({
	plugins: [sveltekit(), shareChunk, listKeptFiles],
	// Its package.json names no module for Node, so the server's bundle takes it in.
	ssr: { noExternal: ['mgrs'] },
	build: { chunkSizeWarningLimit: 1500 },
	test: {
		// Two cores, and each file that opens a database holds up to 0.8 GB.
		maxWorkers: 2,
		// Somebody else is always using the machine too.
		testTimeout: 90_000,
		hookTimeout: 180_000,
		projects: [
			{
				extends: true,
				test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'] }
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: 'tests/e2e/global-setup.ts',
					testTimeout: 180_000,
					expect: { poll: { timeout: 10_000 } },
					// A browser without a graphics card on a shared machine: a late frame is not a fault.
					retry: 2
				}
			}
		]
	}
});
