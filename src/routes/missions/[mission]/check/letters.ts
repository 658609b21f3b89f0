/** Fetches the parts of the fonts that an answer may need, before it is shown. */
import type { Locale } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';

/** What the interface itself writes in coordinates and measures. */
const MEASURES = '0123456789 °′″±≤–…·NSEWABCDFGHJKLMPQRTUVXYZ';

/** Once a page; the browser keeps the files. Without them the system's own letters are shown. */
export function loadLetters(list: ListInForce, locale: Locale): void {
	const texts = list.directives.flatMap(({ entries }) =>
		entries.flatMap(({ names, name, address, town }) => [
			...names.map(({ text }) => text),
			name[locale],
			address,
			town
		])
	);
	const letters = [...new Set(texts.join('') + MEASURES)].join('');
	const styles = getComputedStyle(document.documentElement);
	const load = (family: string, of: string) =>
		document.fonts.load(`1rem ${family}`, of).catch(() => undefined);
	load(styles.fontFamily, letters);
	load(styles.getPropertyValue('--font-mono'), MEASURES);
}
