/** One chunk per language; nobody downloads a language they do not read. */
import type { Messages } from './en';
import type { Offered } from './tags';

export type { Messages };

const LANGUAGES: Record<Offered, () => Promise<Messages>> = {
	en: async () => (await import('./en')).en,
	ar: async () => (await import('./ar')).ar
};

export function loadMessages(locale: Offered): Promise<Messages> {
	return LANGUAGES[locale]();
}
