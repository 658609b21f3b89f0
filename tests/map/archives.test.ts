import { forward } from 'mgrs';
import { describe, expect, it } from 'vitest';
import { openArchive, tileOf } from './read-archive';

const LOCALES = ['en', 'ar', 'fr', 'es', 'ru', 'zh'];
const world = openArchive('world');
const missions = openArchive('missions');
const kosovo = openArchive('kosovo');

type Names = Record<string, string | number | boolean>;

/** Every feature of `places` at a zoom, over a square of tiles. */
async function places(
	source: typeof world,
	z: number,
	[x0, x1]: [number, number],
	[y0, y1]: [number, number]
) {
	const found: Names[] = [];
	for (let x = x0; x <= x1; x++)
		for (let y = y0; y <= y1; y++)
			for (const feature of await source.features(z, x, y, 'places'))
				found.push(feature.properties as Names);
	return found;
}

describe('the archives', () => {
	it('weigh less than 8 MB together, so that a clone and a first start stay quick', () => {
		expect(world.bytes + missions.bytes + kosovo.bytes).toBeLessThan(8e6);
	});

	it.each([
		['world', world, 0, 6, 3000],
		['missions', missions, 7, 9, 2500],
		['kosovo', kosovo, 7, 12, 2730]
	] as const)(
		'%s reads back with the zooms and tiles it promises',
		async (_, source, from, to, n) => {
			const header = await source.archive.getHeader();
			expect([header.minZoom, header.maxZoom]).toEqual([from, to]);
			expect(header.numAddressedTiles).toBeGreaterThanOrEqual(n);
			expect(JSON.stringify(await source.archive.getMetadata())).toContain('GeoNames (CC BY 4.0)');
		}
	);

	it('cover every tile of Kosovo from zoom 7 to 12: none is missing inside the area', async () => {
		for (let z = 7; z <= 12; z++) {
			const [west, north] = tileOf([20.02, 43.26], z);
			const [east, south] = tileOf([21.78, 41.86], z);
			for (let x = west; x <= east; x++)
				for (let y = north; y <= south; y++)
					expect(await kosovo.features(z, x, y, 'land'), `${z}/${x}/${y}`).not.toHaveLength(0);
		}
	});

	it('hold the headquarters of the missions that have a detail area', async () => {
		const seats: [number, number][] = [
			[28.436, 9.595],
			[18.5582, 4.3947],
			[33.3823, 35.1856],
			[15.2663, -4.4419],
			[-72.3074, 18.5944],
			[-8.0029, 12.6392],
			[35.1397, 33.1181],
			[31.5713, 4.8594],
			[35.9667, 33.0889],
			[-13.1625, 27.1253],
			[18.4131, 43.8563]
		];
		for (const seat of seats) {
			const [x, y] = tileOf(seat, 9);
			expect(await missions.features(9, x, y, 'coverage'), String(seat)).not.toHaveLength(0);
		}
	});
});

describe('the kilometre grid', () => {
	it('lies on whole kilometres of MGRS, to the metre', async () => {
		const { toLngLat } = await import('../../src/lib/map/basemap/archives/utm-grid.mjs');
		for (const [e, n] of [
			[410, 4630],
			[477, 4673],
			[513, 4723],
			[570, 4790]
		] as const) {
			const [lng, lat] = toLngLat(34, e * 1000 + 0.5, n * 1000 + 0.5);
			const digits = (km: number) => String(km % 100).padStart(2, '0') + '000';
			expect(forward([lng, lat], 5)).toMatch(new RegExp(`^34T[A-Z]{2}${digits(e)}${digits(n)}$`));
		}
	});

	it('has a line each kilometre at zoom 12, and each ten below', async () => {
		const [x, y] = tileOf([20.74, 42.21], 12);
		const steps = (await kosovo.features(12, x, y, 'grid')).map((f) => f.properties.step);
		expect(steps.length).toBeGreaterThan(10);
		const [wide, high] = tileOf([20.74, 42.21], 9);
		const coarse = await kosovo.features(9, wide, high, 'grid');
		expect(new Set(coarse.map((f) => f.properties.step))).toEqual(new Set([10]));
	});
});

describe('names', () => {
	it('every country has one in each of the six languages, in its script', async () => {
		const countries = new Map<unknown, Names>();
		for (const place of await places(world, 5, [0, 31], [0, 31]))
			if (place.kind === 'country') countries.set(place.code, place);
		expect(countries.size).toBeGreaterThan(190);
		for (const [code, names] of countries)
			for (const locale of LOCALES)
				expect(names[`name:${locale}`], `${code} ${locale}`).toBeTruthy();
		for (const [code, names] of countries) {
			expect(names['name:ar'], `${code}`).toMatch(/\p{Script=Arabic}/u);
			expect(names['name:ru'], `${code}`).toMatch(/\p{Script=Cyrillic}/u);
			expect(names['name:zh'], `${code}`).toMatch(/\p{Script=Han}/u);
		}
		expect(countries.get('XK')?.['name:en']).toBe('Kosovo (UNSCR 1244)');
		expect(countries.get('CD')?.['name:fr']).toBe('République démocratique du Congo');
		expect(countries.has('TW')).toBe(true);
		expect(countries.get('TW')?.['name:en']).toBe('Taiwan Province of China');
	});

	it('all 30 municipalities of Kosovo and their seats have the local and the six languages', async () => {
		const [x0, y0] = tileOf([20.0, 43.28], 10);
		const [x1, y1] = tileOf([21.8, 41.84], 10);
		const found = await places(kosovo, 10, [x0, x1], [y0, y1]);
		const municipalities = new Map(
			found.filter((p) => p.kind === 'municipality').map((p) => [p['name:sr-Latn'], p])
		);
		expect(municipalities.size).toBe(30);
		for (const [serbian, names] of municipalities) {
			for (const locale of [...LOCALES, 'sq', 'sr-Cyrl'])
				expect(names[`name:${locale}`], `${serbian} ${locale}`).toBeTruthy();
			const seat = found.find((p) => p.kind !== 'municipality' && p['name:sr-Latn'] === serbian);
			expect(seat?.['name:ar'], `the seat of ${serbian}`).toBe(names['name:ar']);
		}
	});

	it('the name on the spot is in both languages, once where they agree', async () => {
		const [x, y] = tileOf([20.28828, 42.65913], 10);
		const names = (await kosovo.features(10, x, y, 'places')).map((f) => f.properties.name);
		expect(names).toContain('Pejë / Peć');
		const [px, py] = tileOf([20.73972, 42.21389], 10);
		const there = (await kosovo.features(10, px, py, 'places')).map((f) => f.properties.name);
		expect(there).toContain('Prizren');
	});
});

/** The kinds of line near a point, within a part of a tile's side. */
async function kindsAt(point: [number, number], z: number) {
	const [x, y] = tileOf(point, z);
	const phi = (point[1] * Math.PI) / 180;
	const px = (((point[0] + 180) / 360) * 2 ** z - x) * 4096;
	const py = (((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * 2 ** z - y) * 4096;
	const source = z > 6 ? kosovo : world;
	const kinds = new Set<unknown>();
	for (const line of await source.features(z, x, y, 'boundaries'))
		for (const part of line.loadGeometry())
			for (let i = 1; i < part.length; i++) {
				const [a, b] = [part[i - 1]!, part[i]!];
				const length2 = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1;
				const t = Math.max(
					0,
					Math.min(1, ((px - a.x) * (b.x - a.x) + (py - a.y) * (b.y - a.y)) / length2)
				);
				if (Math.hypot(px - a.x - t * (b.x - a.x), py - a.y - t * (b.y - a.y)) < 130)
					kinds.add(line.properties.kind);
			}
	return kinds;
}

describe('boundaries follow the practice of the United Nations', () => {
	it.each([6, 7, 9])('between Kosovo and Serbia proper none is settled at zoom %d', async (z) => {
		// On the administrative boundary east of Podujevë / Podujevo.
		const kinds = await kindsAt([21.408, 42.821], z);
		expect(kinds).toContain('disputed');
		expect(kinds).not.toContain('country');
	});

	it('the Line of Control in Jammu and Kashmir is drawn as one', async () => {
		const kinds = new Set<unknown>();
		const [x, y] = tileOf([74.5, 34.3], 6);
		for (const line of await world.features(6, x, y, 'boundaries')) kinds.add(line.properties.kind);
		expect(kinds).toContain('control');
	});

	it('Western Sahara is bounded from Morocco by a line that is not settled', async () => {
		const kinds = await kindsAt([-11, 27.667], 6);
		expect(kinds).toContain('disputed');
		expect(kinds).not.toContain('country');
	});

	it('no line of a lease or inside Somalia is drawn as a boundary', async () => {
		const kinds = await kindsAt([48.1, 9.2], 6);
		expect(kinds).not.toContain('country');
		expect(kinds).not.toContain('disputed');
	});
});
