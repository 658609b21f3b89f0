import { channel } from 'node:diagnostics_channel';
import { openCordon, type Cordon } from './cordon.ts';
import { readSettings } from './settings.ts';

/** Where the server's entry (src/cli/serve.ts) listens for what is being done at start. */
const progress = channel('cordon:progress');

// On globalThis, because `vite dev` loads this module again after each change, while the database
// is open and locked.
const held = globalThis as { cordonRunning?: Promise<Cordon> };

/** The one Cordon of this process, opened by whoever asks first. */
export function getCordon(): Promise<Cordon> {
	held.cordonRunning ??= open().catch((error) => {
		// The next request tries again: in `vite dev` the cause may have been mended meanwhile.
		delete held.cordonRunning;
		throw error;
	});
	return held.cordonRunning;
}

async function open(): Promise<Cordon> {
	const cordon = await openCordon(readSettings(), (sentence) => {
		console.log(sentence);
		progress.publish(sentence);
	});
	process.once('sveltekit:shutdown', () => void cordon.close());
	return cordon;
}
