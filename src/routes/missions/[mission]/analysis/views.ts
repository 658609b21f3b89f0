import type { View } from './analysis-state';

/** A view with what only it needs, such as charts or hexagons. */
export async function loadView(view: View) {
	switch (view) {
		case 'heat':
			return { Heat: (await import('./HeatView.svelte')).default };
		case 'hotspots':
			return { Hotspots: (await import('./HotspotsView.svelte')).default };
		case 'what-if':
			return { WhatIf: (await import('./WhatIfView.svelte')).default };
		case 'displacement':
			return { Displacement: (await import('./DisplacementView.svelte')).default };
		case 'files':
			return { OwnFiles: (await import('./own-files/OwnFilesView.svelte')).default };
		default:
			return { Proximity: (await import('./ProximityView.svelte')).default };
	}
}
