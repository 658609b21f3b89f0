import { describe, expect, test } from 'vitest';
import type { DatedDesignation, VersionSummary } from '$lib/core/domain';
import { versionState } from '$lib/ui/directive/version-state';
import { binds, listChanges } from '../../src/routes/missions/[mission]/desk/desk-items';

const NOW = '2004-03-20T00:00:00.000Z';
const FIRST = '2004-02-01T00:00:00.000Z';
const SECOND = '2004-03-15T08:00:00.000Z';

const version = (number: number, more: Partial<VersionSummary> = {}): VersionSummary => ({
	id: `v${number}`,
	directiveId: 'd',
	number: 1,
	version: number,
	supersedes: number > 1 ? number - 1 : null,
	title: { en: 'Salons' },
	effectiveFrom: SECOND,
	reviewOn: '2004-09-01',
	lifts: false,
	publishedAt: SECOND,
	publishedBy: 'Head',
	inForce: { from: SECOND, until: null },
	lines: 1,
	lapsesAt: null,
	...more
});

const line = (
	id: string,
	[from, until]: [string, string | null],
	more: Partial<DatedDesignation> = {}
): DatedDesignation => ({
	id,
	kind: 'establishment',
	establishmentId: `e-${id}`,
	name: {},
	names: [{ text: id, language: 'en', status: 'sign' }],
	establishmentKind: null,
	kindOfEstablishment: 'bar',
	address: null,
	town: null,
	region: null,
	geometry: { type: 'Point', coordinates: [21, 42] },
	accuracyMetres: 10,
	bufferMetres: 0,
	reason: 'exploitation',
	emergency: false,
	lapsesAt: null,
	curfew: null,
	exceptions: {},
	addedOn: null,
	directiveId: 'd',
	number: 1,
	version: 1,
	inForce: { from, until },
	...more
});

describe('what a version did to the list', () => {
	const changesBy = (designations: DatedDesignation[], more: Partial<VersionSummary> = {}) =>
		listChanges([version(2, more)], designations, NOW).map(({ added, removed }) => [
			added,
			removed
		]);

	test('counts lines that began and lines that ended with it', () => {
		const lines = [
			line('carried', [FIRST, null]),
			line('gone', [FIRST, SECOND]),
			line('new', [SECOND, null]),
			line('newer', [SECOND, null])
		];
		expect(changesBy(lines)).toEqual([[2, 1]]);
	});

	test('takes a line with other words for the same line', () => {
		const lines = [
			line('moved', [FIRST, SECOND]),
			line('moved', [SECOND, null], { bufferMetres: 50 })
		];
		expect(changesBy(lines)).toEqual([[0, 0]]);
	});

	test('counts only its own directive, and nothing that lapsed before', () => {
		const lines = [
			line('other', [SECOND, null], { directiveId: 'another' }),
			line('lapsed', [FIRST, '2004-03-01T00:00:00.000Z'])
		];
		expect(changesBy(lines)).toEqual([[0, 0]]);
	});

	test('is everything when the version lifts', () => {
		const lines = [line('a', [FIRST, SECOND]), line('b', [FIRST, SECOND])];
		expect(changesBy(lines, { lifts: true, lines: 0 })).toEqual([[0, 2]]);
	});

	test('is told for a week', () => {
		expect(changesBy([], { effectiveFrom: '2004-03-12T00:00:00.000Z' })).toEqual([]);
	});
});

test('a version of emergencies only binds until the last of them lapses', () => {
	const urgent = version(1, { lapsesAt: '2004-03-19T00:00:00.000Z' });
	expect(binds(urgent, '2004-03-18T00:00:00.000Z')).toBe(true);
	expect(versionState(urgent, [], NOW)).toBe('lapsed');
	expect(versionState(version(1), [], NOW)).toBe('inForce');
});
