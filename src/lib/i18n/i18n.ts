/** The language of this page, from the context that the root layout sets. */
import { getContext, setContext } from 'svelte';
import type { ApiFailure } from '$lib/data/api';
import type { Locale, Text } from '$lib/core/domain';
import { makeFormat } from './format';
import type { Format } from './format';
import type { Messages } from './load';
import { OFFERED, directionOf } from './tags';
import type { Direction, Offered } from './tags';

export type LocalText = { text: string; lang: Locale; dir: Direction };

export type I18n = {
	m: Messages;
	locale: Offered;
	dir: Direction;
	format: Format;
	/** The reader's language of a text written by people, else the nearest one, marked as such. */
	localText(text: Text, languages?: readonly Locale[]): LocalText;
	/** As localText, the words only. */
	say(text: Text, languages?: readonly Locale[]): string;
	/** What a refused call means for the reader and what to do next. */
	explain(failure: Pick<ApiFailure, 'key' | 'kind'>): string;
};

const KEY = Symbol('i18n');

export function makeI18n(locale: Offered, m: Messages): I18n {
	function localText(text: Text, languages: readonly Locale[] = OFFERED): LocalText {
		const order = [locale, ...languages, ...(Object.keys(text) as Locale[])];
		const lang = order.find((candidate) => text[candidate]?.trim()) ?? locale;
		return { text: text[lang] ?? '', lang, dir: directionOf(lang) };
	}
	return {
		m,
		locale,
		dir: directionOf(locale),
		format: makeFormat(locale),
		localText,
		say: (text, languages) => localText(text, languages).text,
		explain: ({ key, kind }) => {
			const known: Record<string, string> = m.errors;
			const general = kind.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
			const found = [key, general].find((candidate) => Object.hasOwn(known, candidate));
			return (found && known[found]) || m.errors.unavailable;
		}
	};
}

export function setI18n(i18n: I18n): I18n {
	return setContext(KEY, i18n);
}

/** Destructuring is safe: a change of language loads the page anew. */
export function useI18n(): I18n {
	const i18n = getContext<I18n | undefined>(KEY);
	if (!i18n) throw new Error('useI18n outside the root layout');
	return i18n;
}
