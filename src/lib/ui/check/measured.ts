/** Distances of a check in words: with their uncertainty, and never finer than it allows. */
import type { Neighbour } from '$lib/core/check';
import { roundToUncertainty } from '$lib/core/uncertainty';
import type { I18n } from '$lib/i18n/i18n';

/**
 * "Inside", "within 300 m" when it may be right here, or "420 m away ± 30 m".
 */
export function distanceInWords(
	{ distanceMetres, uncertaintyMetres, entry }: Neighbour,
	{ m, format }: Pick<I18n, 'm' | 'format'>
): string {
	const isArea = entry.geometry === null || entry.geometry.type !== 'Point';
	if (isArea && distanceMetres === 0) return m.check.distance.inside;
	if (distanceMetres <= uncertaintyMetres)
		return m.check.distance.atMost({
			distance: format.distance(roundUp(distanceMetres + uncertaintyMetres))
		});
	const away = format.distance(roundToUncertainty(distanceMetres, uncertaintyMetres));
	return `${m.check.distance.away({ distance: away })} ${m.check.distance.uncertainty({
		distance: format.distance(roundUp(uncertaintyMetres))
	})}`;
}

/** Upwards to two figures: an uncertainty is never understated. */
export function roundUp(metres: number): number {
	if (metres <= 10) return Math.max(1, Math.ceil(metres));
	const step = 10 ** (Math.floor(Math.log10(metres)) - 1);
	return Math.ceil(metres / step) * step;
}
