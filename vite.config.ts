import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	// Its package.json names no module for Node, so the server's bundle takes it in.
	ssr: { noExternal: ['mgrs'] },
	build: { chunkSizeWarningLimit: 1500 },
	test: {
		include: ['tests/**/*.test.ts'],
		// Two cores, and each file that opens a database holds up to 0.8 GB.
		maxWorkers: 2
	}
});
