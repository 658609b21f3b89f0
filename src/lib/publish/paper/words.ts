/** The words of a document in the six languages of the United Nations. */
import type { Locale } from '$lib/core/domain';
import { domain as arDomain } from '$lib/i18n/ar/domain';
import { domain as enDomain } from '$lib/i18n/en/domain';
import { domain as esDomain } from '$lib/i18n/es/domain';
import { domain as frDomain } from '$lib/i18n/fr/domain';
import { domain as ruDomain } from '$lib/i18n/ru/domain';
import { domain as zhDomain } from '$lib/i18n/zh/domain';
import { words as ar } from './words/ar';
import { words as en } from './words/en';
import { words as es } from './words/es';
import { words as fr } from './words/fr';
import { words as ru } from './words/ru';
import { words as zh } from './words/zh';

export type Words = typeof en;

export const WORDS: Record<Locale, Words> = { ar, en, es, fr, ru, zh };

type Labels = Pick<
	typeof enDomain,
	| 'role'
	| 'category'
	| 'establishmentKind'
	| 'reason'
	| 'designationKind'
	| 'contactKind'
	| 'offLimits'
	| 'emergency'
>;

/** The labels of the enumerations that paper names, the same as on screen. */
export const LABELS: Record<Locale, Labels> = {
	ar: arDomain,
	en: enDomain,
	es: esDomain,
	fr: frDomain,
	ru: ruDomain,
	zh: zhDomain
};
