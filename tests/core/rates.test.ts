import { describe, expect, test } from 'vitest';
import type { Deployment, Period, ReferenceStatistic } from '$lib/core/domain';
import { denominatorOf, perThousand, personnelOn } from '$lib/core/rates';

const always: Period = { from: null, until: null };
const base = (people: number | null, period: Period = always) =>
	({
		period,
		strengths: people === null ? [] : [{ period: always, category: 'military', personnel: people }]
	}) as unknown as Deployment;

describe('personnel of a day', () => {
	test('a deployment without a strength is counted as such, not as nobody', () => {
		expect(personnelOn([base(300), base(null), base(200)], '2004-07-01')).toEqual({
			known: 500,
			withStrength: 2,
			withoutStrength: 1
		});
	});

	test('without any strength nothing is known', () => {
		expect(personnelOn([base(null)], '2004-07-01').known).toBeNull();
		expect(personnelOn([], '2004-07-01').known).toBeNull();
	});

	test('who had left is not counted', () => {
		const gone = base(900, { from: '1999-06-12', until: '2001-01-01' });
		expect(personnelOn([base(100), gone], '2004-07-01').known).toBe(100);
	});
});

describe('a rate', () => {
	test('is per 1,000, zero for no reports, and absent where either side is unknown or empty', () => {
		expect(perThousand(62, 92_682)).toBeCloseTo(0.669, 3);
		expect(perThousand(0, 3088)).toBe(0);
		expect(perThousand(null, 24_242)).toBeNull();
		expect(perThousand(51, null)).toBeNull();
		expect(perThousand(3, 0)).toBeNull();
	});
});

describe('the denominator of a published figure', () => {
	const figure = (subject: string, organization: string, period: string, value: number | null) =>
		({ subject, organization, period, value }) as ReferenceStatistic;
	const statistics = [
		figure('personnel', 'UN', '2017', 92_682),
		figure('personnel', 'OSCE', '2017', 3088),
		figure('personnel', 'UN', '2010', 99_000),
		figure('personnel', 'UN', '2010', 90_000),
		figure('personnel', 'UN', '2014', null)
	];
	const of = (organization: string, period: string) =>
		denominatorOf(figure('allegations', organization, period, 1), statistics)?.value ?? null;

	test('is the figure of the same organization and year', () => {
		expect(of('UN peacekeeping and SPM', '2017')).toBe(92_682);
		expect(of('OSCE', '2017')).toBe(3088);
	});

	test('is none where two figures compete, where it was not published, or for another year', () => {
		expect(of('UN peacekeeping', '2010')).toBeNull();
		expect(of('UN peacekeeping', '2014')).toBeNull();
		expect(of('UN peacekeeping', '2009')).toBeNull();
		expect(of('UNICEF', '2017')).toBeNull();
	});
});
