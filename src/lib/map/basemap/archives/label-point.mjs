// Where a polygon's name stands: the pole of inaccessibility of its largest part.
import polylabel from 'polylabel';

const KM_PER_DEGREE = 111.195;

function ringAreaKm2(ring) {
	let sum = 0;
	for (let i = 0; i < ring.length - 1; i++) {
		const scale = Math.cos((((ring[i][1] + ring[i + 1][1]) / 2) * Math.PI) / 180);
		sum += (ring[i + 1][0] - ring[i][0]) * scale * (ring[i + 1][1] + ring[i][1]);
	}
	return Math.abs(sum / 2) * KM_PER_DEGREE ** 2;
}

export function labelPoint(geometry) {
	const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const largest = parts.reduce((a, b) => (ringAreaKm2(b[0]) > ringAreaKm2(a[0]) ? b : a));
	// Search in a plane whose degrees of longitude are as short as they are at this latitude.
	const middle = largest[0].reduce((sum, c) => sum + c[1], 0) / largest[0].length;
	const squeeze = Math.max(0.2, Math.cos((middle * Math.PI) / 180));
	const [x, y] = polylabel(
		largest.map((ring) => ring.map(([lng, lat]) => [lng * squeeze, lat])),
		0.02
	);
	return {
		position: [Number((x / squeeze).toFixed(5)), Number(y.toFixed(5))],
		areaKm2: parts.reduce((sum, part) => sum + ringAreaKm2(part[0]), 0)
	};
}
