// Rivers and lakes of GSHHG 2.3.7 (World Data Bank II and World Vector Shorelines; Wessel and Smith
// 1996, https://www.soest.hawaii.edu/pwessel/gshhg/; LGPL-3.0-or-later), from Debian's
// gmt-gshhg-full. GMT stores them in bins of one degree, counted from the north-west corner at
// longitude 0; a shape that crosses bins is cut at their edges and is joined again here.
import h5wasm from 'h5wasm/node';

const BIN_UNITS = 65535;

/** A reader of the bins: `bins()` yields each bin's corner and the range of its segments. */
async function open(path, countOf) {
	await h5wasm.ready;
	const file = new h5wasm.File(path, 'r');
	const read = (name) => file.get(name).value;
	const columns = Number(read('N_bins_in_360_longitude_range')[0]);
	const first = read('Id_of_first_segment_in_a_bin');
	const count = read('N_segments_in_a_bin');
	const start = read('Id_of_first_point_in_a_segment');
	const dx = read('Relative_longitude_from_SW_corner_of_bin');
	const dy = read('Relative_latitude_from_SW_corner_of_bin');
	const lengths = countOf(read);
	const segments = [];
	for (let bin = 0; bin < first.length; bin++) {
		const west = bin % columns;
		const south = 90 - Math.floor(bin / columns) - 1;
		for (let s = first[bin]; s < first[bin] + count[bin]; s++) {
			const line = [];
			for (let p = start[s]; p < start[s] + lengths[s]; p++) {
				// Written as signed 16 bits, meant as unsigned.
				const lng = west + (dx[p] & 0xffff) / BIN_UNITS;
				line.push([lng >= 180 ? lng - 360 : lng, south + (dy[p] & 0xffff) / BIN_UNITS]);
			}
			segments.push({ s, line });
		}
	}
	return { segments, read };
}

/** WDB II levels: 0 double-lined, 1 major, 2-3 additional, 4 minor, 5-7 intermittent, 8-10 canals. */
export async function readRivers(directory) {
	const { segments, read } = await open(`${directory}/binned_river_f.nc`, (r) =>
		r('N_points_for_a_segment')
	);
	const level = read('Hierarchial_level_of_a_segment');
	return segments
		.filter(({ s, line }) => level[s] >= 1 && level[s] <= 7 && line.length > 1)
		.map(({ s, line }) => ({ level: level[s], line: round(line) }));
}

/** Lakes (level 2 shorelines) of at least `minKm2`, as polygons. */
export async function readLakes(directory, minKm2) {
	let info;
	const { segments, read } = await open(`${directory}/binned_GSHHS_f.nc`, (r) => {
		info = r('Embedded_npts_levels_exit_entry_for_a_segment');
		return info.map((value) => value >> 9);
	});
	const area = read('The_km_squared_area_of_polygons');
	const id = read('Id_of_GSHHS_ID');
	const lakes = new Map();
	for (const { s, line } of segments) {
		const level = (info[s] >> 6) & 7;
		const km2 = Math.abs(area[id[s]]);
		if (level !== 2 || km2 < minKm2) continue;
		const lake = lakes.get(id[s]) ?? { km2, lines: [] };
		lake.lines.push(line);
		lakes.set(id[s], lake);
	}
	return [...lakes.values()].flatMap(({ km2, lines }) =>
		joinRings(lines).map((ring) => ({ km2, ring: round(ring) }))
	);
}

const round = (line) => line.map(([lng, lat]) => [Number(lng.toFixed(5)), Number(lat.toFixed(5))]);
const key = ([lng, lat]) => `${lng.toFixed(4)},${lat.toFixed(4)}`;

/** Pieces of one shore, end to end; a ring that cannot be closed is left out. */
function joinRings(lines) {
	const open = lines.filter((line) => line.length > 1).map((line) => [...line]);
	const rings = [];
	while (open.length) {
		let ring = open.pop();
		while (key(ring[0]) !== key(ring.at(-1))) {
			const end = key(ring.at(-1));
			const next = open.findIndex((line) => key(line[0]) === end || key(line.at(-1)) === end);
			if (next < 0) break;
			const [piece] = open.splice(next, 1);
			if (key(piece[0]) !== end) piece.reverse();
			ring = [...ring, ...piece.slice(1)];
		}
		if (key(ring[0]) === key(ring.at(-1)) && ring.length > 3) {
			ring[ring.length - 1] = ring[0];
			rings.push(ring);
		}
	}
	return rings;
}
