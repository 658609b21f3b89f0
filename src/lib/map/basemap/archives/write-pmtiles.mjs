// Writes a PMTiles v3 archive (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
// Tiles with equal bytes are stored once, which is what makes inland and sea tiles almost free.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const HEADER_BYTES = 127;
/** A client reads the first 16 KiB in one request: header and root directory must fit. */
const ROOT_LIMIT = 16384 - HEADER_BYTES;
const LEAF_ENTRIES = 4096;

/** Position of a tile on the Hilbert curve of its zoom, counted after all lower zooms. */
export function tileId(z, x, y) {
	let id = 0;
	for (let level = 0; level < z; level++) id += 4 ** level;
	let [tx, ty] = [x, y];
	for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
		const rx = (tx & side) > 0 ? 1 : 0;
		const ry = (ty & side) > 0 ? 1 : 0;
		id += side * side * ((3 * rx) ^ ry);
		if (ry === 0) {
			if (rx === 1) [tx, ty] = [side - 1 - tx, side - 1 - ty];
			[tx, ty] = [ty, tx];
		}
	}
	return id;
}

function pushVarint(bytes, value) {
	while (value >= 128) {
		bytes.push((value % 128) + 128);
		value = Math.floor(value / 128);
	}
	bytes.push(value);
}

function directory(entries) {
	const bytes = [];
	pushVarint(bytes, entries.length);
	entries.forEach((e, i) => pushVarint(bytes, e.id - (i ? entries[i - 1].id : 0)));
	entries.forEach((e) => pushVarint(bytes, e.run));
	entries.forEach((e) => pushVarint(bytes, e.length));
	entries.forEach((e, i) => {
		const previous = entries[i - 1];
		const follows = previous && previous.offset + previous.length === e.offset;
		pushVarint(bytes, follows ? 0 : e.offset + 1);
	});
	return gzipSync(Buffer.from(bytes), { level: 9 });
}

/** Root directory, and leaf directories where the root alone would not fit. */
function directories(entries) {
	const whole = directory(entries);
	if (whole.length <= ROOT_LIMIT) return { root: whole, leaves: Buffer.alloc(0) };
	const pointers = [];
	const leaves = [];
	let offset = 0;
	for (let i = 0; i < entries.length; i += LEAF_ENTRIES) {
		const leaf = directory(entries.slice(i, i + LEAF_ENTRIES));
		pointers.push({ id: entries[i].id, run: 0, offset, length: leaf.length });
		leaves.push(leaf);
		offset += leaf.length;
	}
	return { root: directory(pointers), leaves: Buffer.concat(leaves) };
}

/**
 * @param {string} path
 * @param {{z: number, x: number, y: number, data: Uint8Array}[]} tiles uncompressed MVT bytes
 * @param {{minZoom: number, maxZoom: number, bounds: [number, number, number, number], metadata: object}} about
 */
export function writePmtiles(path, tiles, { minZoom, maxZoom, bounds, metadata }) {
	const addressed = tiles
		.map((tile) => ({ id: tileId(tile.z, tile.x, tile.y), data: tile.data }))
		.sort((a, b) => a.id - b.id);
	const chunks = [];
	const stored = new Map();
	const entries = [];
	let end = 0;
	for (const { id, data } of addressed) {
		const key = createHash('sha256').update(data).digest('base64');
		let place = stored.get(key);
		if (!place) {
			const packed = gzipSync(data, { level: 9 });
			place = { offset: end, length: packed.length };
			chunks.push(packed);
			end += packed.length;
			stored.set(key, place);
		}
		const last = entries.at(-1);
		if (last && last.offset === place.offset && last.id + last.run === id) last.run += 1;
		else entries.push({ id, run: 1, ...place });
	}

	const { root, leaves } = directories(entries);
	const json = gzipSync(Buffer.from(JSON.stringify(metadata)), { level: 9 });
	const header = Buffer.alloc(HEADER_BYTES);
	header.write('PMTiles', 0, 'ascii');
	header.writeUInt8(3, 7);
	let at = HEADER_BYTES;
	const section = (position, length) => {
		header.writeBigUInt64LE(BigInt(at), position);
		header.writeBigUInt64LE(BigInt(length), position + 8);
		at += length;
	};
	section(8, root.length);
	section(24, json.length);
	section(40, leaves.length);
	section(56, end);
	header.writeBigUInt64LE(BigInt(addressed.length), 72);
	header.writeBigUInt64LE(BigInt(entries.length), 80);
	header.writeBigUInt64LE(BigInt(chunks.length), 88);
	// Clustered; directories and tiles gzipped; tiles are MVT.
	[1, 2, 2, 1, minZoom, maxZoom].forEach((value, i) => header.writeUInt8(value, 96 + i));
	bounds.forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i));
	header.writeUInt8(minZoom, 118);
	header.writeInt32LE(Math.round(((bounds[0] + bounds[2]) / 2) * 1e7), 119);
	header.writeInt32LE(Math.round(((bounds[1] + bounds[3]) / 2) * 1e7), 123);
	writeFileSync(path, Buffer.concat([header, root, json, leaves, ...chunks]));
	return { bytes: at, tiles: addressed.length, distinct: chunks.length };
}
