import type { Feature } from 'geojson';
import { bufferCircles, buffersOfAreas, type DrawnDesignation } from './features';

/** The buffers of designations as features: circles at once, those of areas when they are loaded. */
export function drawnBuffers(designations: () => DrawnDesignation[]): () => Feature[] {
	let offset = $state.raw<typeof import('./offset-areas').offsetArea>();
	$effect(() => {
		if (offset || !buffersOfAreas(designations(), ({ geometry }) => geometry).length) return;
		void import('./offset-areas').then(({ offsetArea }) => (offset = offsetArea));
	});
	return () => [
		...bufferCircles(designations()),
		...(offset ? buffersOfAreas(designations(), offset) : [])
	];
}
