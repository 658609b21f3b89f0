/** The scenario's figures as a sheet, and the scenario itself in words that any reader can redo. */
import type { Count } from '$lib/core/proximity';
import type { Scenario } from '$lib/core/what-if';
import type { Cell, Sheet } from '$lib/publish/sheet';
import { METHOD } from './analysis-export';
import type { BaseChange } from './what-if-screen.svelte';

const inBands = (name: string, count: Count | null): Record<string, Cell> => {
	const rounded = (value: number | undefined) =>
		value === undefined ? null : Math.round(value * 100) / 100;
	return {
		[name]: rounded(count?.measured),
		[`${name}_at_least`]: rounded(count?.definite),
		[`${name}_at_most`]: rounded(count?.possible)
	};
};

export function toWhatIfSheet(rows: readonly BaseChange[], ringsMetres: readonly number[]): Sheet {
	return {
		name: 'what-if-deployments',
		rows: rows.map(({ base, before, after, moved }) => ({
			id: base.id,
			geometry: moved ? { type: 'Point', coordinates: moved } : base.geometry,
			accuracyMetres: base.accuracyMetres,
			cells: {
				name: base.name,
				kind: base.kind,
				town: base.town,
				region: base.region,
				force: base.force,
				unit: base.unit,
				personnel: after.personnel,
				moved: moved !== null,
				...inBands('exposure_before_person_places', before.exposure),
				...inBands('exposure_after_person_places', after.exposure),
				...Object.assign(
					{},
					...ringsMetres.flatMap((ring, i) => [
						inBands(`open_places_within_${ring}m_before`, before.rings[i]!),
						inBands(`open_places_within_${ring}m_after`, after.rings[i]!)
					])
				)
			}
		}))
	};
}

/** Exports speak English, as their columns do. */
export const methodOf = ({ designated, lifted, moved }: Scenario): string =>
	[
		'Exposure: personnel times the mean over the rings of the places inside, of places not Off-Limits.',
		METHOD,
		'Assumed: designating makes a place Off-Limits and changes nothing else.',
		`Designated in addition: ${designated.join(', ') || 'none'}.`,
		`Lifted: ${lifted.join(', ') || 'none'}.`,
		`Moved: ${moved.map(({ id, position }) => `${id} to ${position.join(' ')}`).join(', ') || 'none'}.`
	].join(' ');
