/**
 * Two chunks per language; nobody downloads a language they do not read, and a phone that checks a
 * place at a gate downloads the words of that page alone.
 */
import type { Office } from './en';
import type { Field } from './en/field';
import type { Offered } from './tags';

export type Messages = Field & Office;

const FIELD: Record<Offered, () => Promise<Field>> = {
	en: async () => (await import('./en/field')).field,
	ar: async () => (await import('./ar/field')).field
};
const OFFICE: Record<Offered, () => Promise<Office>> = {
	en: async () => (await import('./en')).en,
	ar: async () => (await import('./ar')).ar
};

/** What they show at once uses only the areas of `en/field.ts`; tests/ui/messages.test.ts holds it. */
export const FIELD_ROUTES = [
	'/sign-in',
	'/missions/[mission]/check',
	'/missions/[mission]/list',
	'/offline'
];

/** One object for each language: what is loaded later is there for whoever holds it already. */
const loaded: Partial<Record<Offered, Partial<Messages>>> = {};

/** The words of a page of this route; of any page without one. */
export async function loadMessages(locale: Offered, route?: string | null): Promise<Messages> {
	const isField = route !== undefined && route !== null && FIELD_ROUTES.includes(route);
	const parts = await Promise.all([FIELD[locale](), isField ? undefined : OFFICE[locale]()]);
	// What is missing of the type is what no page of the route says.
	return Object.assign((loaded[locale] ??= {}), ...parts) as Messages;
}
