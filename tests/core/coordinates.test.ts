import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDegrees, formatDms, formatMgrs, parseCoordinates } from '$lib/core/coordinates';
import type { LngLat } from '$lib/core/domain';
import { distanceMetres } from '$lib/core/geo';

const PRISTINA: LngLat = [21.16549, 42.66291];

describe('reading', () => {
	test.each([
		'42.66291, 21.16549',
		'42.66291,21.16549',
		'42.66291 21.16549',
		'42,66291; 21,16549',
		'42,66291 21,16549',
		'N 42.66291 E 21.16549',
		'42.66291N 21.16549E',
		'21.16549° E, 42.66291° N',
		'E21.16549 N42.66291',
		'+42.66291, +21.16549',
		'٤٢٫٦٦٢٩١، ٢١٫١٦٥٤٩',
		'42°39\'46.476"N 21°09\'55.764"E',
		'42°39′46.476″ N, 21°09′55.764″ E',
		'42 39 46.476 N 21 9 55.764 E',
		'42 39 46.476 21 9 55.764',
		'N42 39.7746 E21 9.9294'
	])('%s', (text) => {
		const parsed = parseCoordinates(text)!;
		expect(parsed).toBeDefined();
		expect(distanceMetres(parsed.position, PRISTINA)).toBeLessThan(1);
	});

	test('south and west are negative', () => {
		expect(parseCoordinates('4°19′S 15°19′W')!.position[0]).toBeCloseTo(-15.3167, 3);
		expect(parseCoordinates('-4.3, -15.3')!.position).toEqual([-15.3, -4.3]);
	});

	test.each(['34T EN 13562 23395', '34TEN1356223395', '34t en 1356 2339'])('MGRS %s', (text) => {
		const parsed = parseCoordinates(text)!;
		expect(parsed.format).toBe('mgrs');
		expect(distanceMetres(parsed.position, PRISTINA)).toBeLessThan(10);
	});

	test('fewer digits are a poorer accuracy', () => {
		expect(parseCoordinates('34T EN 1356 2339')!.accuracyMetres).toBeLessThanOrEqual(10);
		expect(parseCoordinates('34T EN 13 23')!.accuracyMetres).toBeGreaterThan(700);
		expect(parseCoordinates('42.66, 21.16')!.accuracyMetres).toBeGreaterThan(700);
		expect(parseCoordinates('42.66291, 21.16549')!.accuracyMetres).toBe(1);
	});

	test.each([
		'',
		'Bar Lipa',
		'12',
		'42.66',
		'91, 21',
		'42, 181',
		'42.66 N 21.16 N',
		'42°70′N 21°10′E',
		'99Z ZZ 1 1',
		'34T EN 135 2337 1',
		'61T EN 13562 23395',
		'Room 12, 34 Main Street',
		'42.66291, 21.16549, 12'
	])('"%s" is no position', (text) => {
		expect(parseCoordinates(text)).toBeUndefined();
	});
});

describe('writing', () => {
	test('has no more digits than the accuracy carries', () => {
		expect(formatDegrees(PRISTINA, 1)).toBe('42.66291, 21.16549');
		expect(formatDegrees(PRISTINA, 10)).toBe('42.6629, 21.1655');
		expect(formatDegrees(PRISTINA, 3000)).toBe('42.66, 21.17');
		expect(formatMgrs(PRISTINA, 1)).toMatch(/^34T EN \d{5} \d{5}$/);
		expect(formatMgrs(PRISTINA, 25)).toMatch(/^34T EN \d{4} \d{4}$/);
		expect(formatMgrs(PRISTINA, 3000)).toMatch(/^34T EN \d{2} \d{2}$/);
		expect(formatDms(PRISTINA, 20)).toBe('42°39′46″N 21°09′56″E');
		expect(formatDms(PRISTINA, 3000)).toBe('42°40′N 21°10′E');
	});

	test('sixty seconds become the next minute', () => {
		expect(formatDms([-0.99999999, 59.9999999], 1)).toBe('60°00′00″N 1°00′00″W');
	});

	test('MGRS ends near the poles', () => {
		expect(formatMgrs([0, 85], 1)).toBeUndefined();
		expect(formatMgrs([0, -81], 1)).toBeUndefined();
	});

	test('what is written is read back', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -179.99, max: 179.99, noNaN: true }),
				fc.double({ min: -79.9, max: 83.9, noNaN: true }),
				(lng, lat) => {
					const position: LngLat = [lng, lat];
					const texts = [formatDegrees(position, 1), formatMgrs(position, 1)!];
					for (const text of texts) {
						expect(distanceMetres(parseCoordinates(text)!.position, position)).toBeLessThan(2);
					}
					const dms = parseCoordinates(formatDms(position, 1))!;
					expect(distanceMetres(dms.position, position)).toBeLessThan(25);
				}
			),
			{ seed: 34, numRuns: 500 }
		);
	});
});
