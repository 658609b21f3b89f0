/** Ranges brushed out of the charts: in the address, over the rows. */
import { isWithin, type Range } from '$lib/core/distribution';
import type { DeploymentProximity, PlaceProximity } from '$lib/core/proximity';

/** Metres to the nearest; people; person-places. */
export const BRUSHES = ['distance', 'personnel', 'exposure'] as const;
export type Brush = (typeof BRUSHES)[number];
export type Brushes = Record<Brush, Range | null>;

export const NO_BRUSHES: Brushes = { distance: null, personnel: null, exposure: null };

export type Measured = DeploymentProximity | PlaceProximity;

/** Of a place the personnel depend on a ring, and are no one value. */
function valueOf(measured: Measured, brush: Brush): number | null {
	if (brush === 'distance') return measured.nearest?.distanceMetres ?? null;
	if (brush === 'exposure') return measured.exposure?.measured ?? null;
	return typeof measured.personnel === 'number' ? measured.personnel : null;
}

/**
 * Rows whose values at the recorded positions are within every range; a value not on record is in
 * none. A chart leaves out its own brushes, so that it keeps showing what they were taken from.
 */
export function brushRows<Row extends { measured: Measured }>(
	rows: readonly Row[],
	brushes: Brushes,
	except: readonly Brush[] = []
): Row[] {
	const active = BRUSHES.filter((brush) => brushes[brush] && !except.includes(brush));
	return rows.filter(({ measured }) =>
		active.every((brush) => {
			const value = valueOf(measured, brush);
			return value !== null && isWithin(value, brushes[brush]!);
		})
	);
}

/** "500..2000", "500.." or "..2000"; anything else is no range. */
export function readBrushes(params: URLSearchParams): Brushes {
	const read = (brush: Brush): Range | null => {
		const found = /^(\d{1,9})?\.\.(\d{1,9})?$/.exec(params.get(brush) ?? '');
		const [from, below] = [found?.[1], found?.[2]].map((side) => (side ? Number(side) : null));
		return (from ?? below ?? null) === null ? null : { from: from!, below: below! };
	};
	return Object.fromEntries(BRUSHES.map((brush) => [brush, read(brush)])) as Brushes;
}

export function writeBrushes(brushes: Brushes): [name: string, value: string][] {
	return BRUSHES.flatMap((brush) => {
		const range = brushes[brush];
		return range ? [[brush, `${range.from ?? ''}..${range.below ?? ''}`] as [string, string]] : [];
	});
}
