import { describe, expect, test } from 'vitest';
import type { DeploymentProximity } from '$lib/core/proximity';
import {
	brushRows,
	NO_BRUSHES,
	readBrushes,
	writeBrushes
} from '../../src/routes/missions/[mission]/analysis/brushes';

const row = (id: string, distance: number | null, personnel: number | null) => ({
	measured: {
		id,
		nearest:
			distance === null ? null : { id: 'p', distanceMetres: distance, uncertaintyMetres: 100 },
		rings: [],
		personnel,
		exposure:
			personnel === null ? null : { measured: personnel * 2, definite: 0, possible: personnel * 3 }
	} satisfies DeploymentProximity
});
const rows = [row('a', 200, 50), row('b', 900, null), row('c', null, 700), row('d', 1000, 700)];
const ids = (of: typeof rows) => of.map(({ measured }) => measured.id);

describe('brushed rows', () => {
	test('without a range all rows stay', () => {
		expect(ids(brushRows(rows, NO_BRUSHES))).toEqual(['a', 'b', 'c', 'd']);
	});

	test('a range begins with its first value and ends before its last', () => {
		const distance = { from: 200, below: 1000 };
		expect(ids(brushRows(rows, { ...NO_BRUSHES, distance }))).toEqual(['a', 'b']);
	});

	test('a value that is not on record is in no range, also not in one from zero', () => {
		const personnel = { from: 0, below: null };
		expect(ids(brushRows(rows, { ...NO_BRUSHES, personnel }))).toEqual(['a', 'c', 'd']);
	});

	test('ranges of several charts narrow together; a chart leaves out its own', () => {
		const brushes = {
			distance: { from: null, below: 1000 },
			personnel: { from: 100, below: null },
			exposure: null
		};
		expect(ids(brushRows(rows, brushes))).toEqual([]);
		expect(ids(brushRows(rows, brushes, ['personnel']))).toEqual(['a', 'b']);
		expect(ids(brushRows(rows, brushes, ['distance']))).toEqual(['c', 'd']);
	});
});

describe('the address', () => {
	test('reads back what it was written from', () => {
		const brushes = {
			distance: { from: 500, below: 2000 },
			personnel: { from: null, below: 100 },
			exposure: { from: 0, below: null }
		};
		const params = new URLSearchParams(writeBrushes(brushes));
		expect(params.toString()).toBe('distance=500..2000&personnel=..100&exposure=0..');
		expect(readBrushes(params)).toEqual(brushes);
		expect(readBrushes(new URLSearchParams(writeBrushes(NO_BRUSHES)))).toEqual(NO_BRUSHES);
	});

	test.each(['', '..', '5', 'a..b', '-1..5', '1e3..', '1...2'])('%j is no range', (distance) => {
		expect(readBrushes(new URLSearchParams({ distance }))).toEqual(NO_BRUSHES);
	});
});
