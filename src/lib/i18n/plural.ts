/**
 * Plural forms by type: a language's categories (Unicode CLDR) are required keys, so a missing
 * Arabic `few` is a type error rather than a wrong word at run time. `#` stands for the number.
 */
import type { Locale } from '$lib/core/domain';
import { numberFormat } from './tags';

type Categories = {
	en: 'one' | 'other';
	ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
	fr: 'one' | 'many' | 'other';
	es: 'one' | 'many' | 'other';
	ru: 'one' | 'few' | 'many' | 'other';
	zh: 'other';
};

export type PluralForms<L extends Locale> = Record<Categories[L], string>;

export function pluralOf<L extends Locale>(locale: L) {
	const rules = new Intl.PluralRules(locale);
	const number = numberFormat(locale);
	return (count: number, forms: PluralForms<L>): string => {
		const form = (forms as Record<string, string>)[rules.select(count)];
		if (form === undefined) throw new Error(`no plural form of ${locale} for ${count}`);
		return form.replaceAll('#', number.format(count));
	};
}
