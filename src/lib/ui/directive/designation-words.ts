/** How one line of a directive is put into words, the same in every list, dialog and map. */
import type {
	CurfewWindow,
	EstablishmentKind,
	EstablishmentName,
	Locale,
	Text
} from '$lib/core/domain';
import type { I18n } from '$lib/i18n/i18n';
import type { Shown } from './shown';

/** The name on the sign; else any name that is not former. */
export function signOf(names: readonly EstablishmentName[]): EstablishmentName | undefined {
	return (
		names.find(({ status }) => status === 'sign') ??
		names.find(({ status }) => status === 'alias') ??
		names[0]
	);
}

/** A name inside a sentence of another direction: first strong isolate, pop (Unicode UAX 9). */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** Parts of a line, each keeping its own direction; what is missing is left out. */
export const joinParts = (parts: readonly (string | null | undefined | false)[]): string =>
	parts
		.filter((part): part is string => Boolean(part))
		.map(isolate)
		.join(' · ');

type Named = {
	kind: Shown['kind'];
	name: Text;
	names: readonly EstablishmentName[];
	establishmentKind: EstablishmentKind | null;
};

/** The heading of an entry: for an establishment its sign, in its own script. */
export function headingOf(
	{ m, say }: I18n,
	designation: Named,
	languages: readonly Locale[]
): string {
	if (designation.kind === 'establishment')
		return signOf(designation.names)?.text ?? m.directive.entry.unknownPlace;
	const name = say(designation.name, languages);
	if (name) return name;
	if (designation.kind === 'class' && designation.establishmentKind)
		return m.directive.entry.namedClass({
			kind: m.domain.establishmentKind[designation.establishmentKind]
		});
	return m.directive.entry.unnamed;
}

/** Weekday names of ISO days, 1 = Monday. 5 January 1970 was a Monday. */
export function weekday(locale: string, day: number, style: 'long' | 'short' = 'long'): string {
	return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(
		new Date(Date.UTC(1970, 0, 4 + day))
	);
}

export function curfewInWords({ m, format, locale }: I18n, curfew: CurfewWindow): string {
	const { entry } = m.directive;
	const days =
		curfew.days.length === 7
			? entry.curfewEveryDay
			: entry.curfewOn({
					days: format.list([...curfew.days].sort().map((day) => weekday(locale, day)))
				});
	return `${entry.curfew({ from: curfew.from, until: curfew.until })}, ${days}`;
}
