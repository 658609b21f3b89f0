import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { listKeptFiles } from './kept-files.ts';

/**
 * What half of the pages share comes in one chunk: it compresses better than forty, and a phone on a
 * slow line asks once. Only for the browser.
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
									groups: [{ name: 'shared', test: SHARED, minShareCount: 15 }]
								}
							}
						}
					}
				}
};
const SHARED =
	/node_modules\/(svelte|@sveltejs|devalue|esm-env|clsx)\/|src\/lib\/(ui|i18n|core|data)\//;

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
