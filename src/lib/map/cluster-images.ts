/** Frames for clusters, drawn in the manner of the symbols: a plate for sites, a disc for places. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapColours } from '$lib/ui/palette';

const SIZE = 30;
const PIXEL_RATIO = 3;

export function addClusterImages(map: MapLibreMap, colours: MapColours): void {
	const add = (id: string, line: string, outline: (path: Path2D) => void) => {
		const canvas = document.createElement('canvas');
		canvas.width = canvas.height = SIZE * PIXEL_RATIO;
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context) throw new Error('no 2d canvas to draw cluster frames on');
		context.scale(PIXEL_RATIO, PIXEL_RATIO);
		const path = new Path2D();
		outline(path);
		context.fillStyle = line;
		context.strokeStyle = colours.casing;
		context.lineWidth = 2;
		context.fill(path);
		if (id !== 'rank-plate') context.stroke(path);
		const image = context.getImageData(0, 0, canvas.width, canvas.height);
		if (map.hasImage(id)) map.removeImage(id);
		map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
	};
	add('cluster-deployments', colours.deployment.line, (path) => path.rect(3, 6, 24, 18));
	// Stretched to its words, so it has no edge that would be stretched with it.
	add('rank-plate', colours.deployment.line, (path) => path.rect(0, 0, SIZE, SIZE));
	add('cluster-off-limits', colours.prohibition.line, (path) =>
		path.arc(SIZE / 2, SIZE / 2, 13, 0, 2 * Math.PI)
	);
}
