/** How a change of one line is put into words, the same in the list of changes and in tables. */
import type { ComparedField, DesignationChange } from '$lib/core/directive';
import type { Locale } from '$lib/core/domain';
import { roundToUncertainty } from '$lib/core/uncertainty';
import type { I18n } from '$lib/i18n/i18n';
import { curfewInWords, isolate } from './designation-words';
import type { Shown } from './shown';

export type Change = DesignationChange<Shown, Shown>;

export const changeInWords = (i18n: I18n, change: Change, languages: readonly Locale[]): string =>
	change.fields.map((field) => fieldInWords(i18n, field, change, languages)).join('; ');

function fieldInWords(
	i18n: I18n,
	field: ComparedField,
	change: Change,
	languages: readonly Locale[]
): string {
	const { changes } = i18n.m.directive;
	const { before, after } = change;
	if (field === 'emergency')
		return after.emergency ? changes.emergencyMade : changes.emergencyConfirmed;
	if (field === 'geometry') return moveInWords(i18n, change);
	return changes.fromTo({
		what: changes.field[field],
		from: valueOf(i18n, field, before, languages),
		to: valueOf(i18n, field, after, languages)
	});
}

/** Never finer than the two positions are known; a short way may be no move at all. */
function moveInWords(
	{ m, format }: I18n,
	{ movedMetres, uncertaintyMetres, after }: Change
): string {
	const { changes } = m.directive;
	const isPoint = after.geometry?.type === 'Point';
	if (movedMetres === null || (movedMetres < 1 && !isPoint)) return changes.field.geometry;
	if (movedMetres <= uncertaintyMetres)
		return changes.movedWithin({ distance: format.distance(uncertaintyMetres) });
	const distance = format.distance(roundToUncertainty(movedMetres, uncertaintyMetres));
	return isPoint ? changes.movedBy({ distance }) : changes.redrawn({ distance });
}

function valueOf(
	i18n: I18n,
	field: Exclude<ComparedField, 'emergency' | 'geometry'>,
	of: Shown,
	languages: readonly Locale[]
): string {
	const { m, format, say } = i18n;
	switch (field) {
		case 'bufferMetres':
			return format.distance(of.bufferMetres);
		case 'reason':
			return m.domain.reason[of.reason];
		case 'curfew':
			return of.curfew ? curfewInWords(i18n, of.curfew) : '–';
		case 'name':
			if (of.kind === 'establishment')
				return of.names
					.map(({ text, status }) =>
						status === 'former'
							? `(${m.directive.entry.formerly({ names: isolate(text) })})`
							: isolate(text)
					)
					.join(' ');
			return isolate(say(of.name, languages)) || '–';
		case 'exceptions':
			return say(of.exceptions, languages) || '–';
	}
}
