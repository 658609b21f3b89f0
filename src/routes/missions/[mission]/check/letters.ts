/** Fetches the parts of the fonts that a list's texts need, before they are shown. */
import type { ListInForce } from '$lib/core/list';

/** What the interface itself writes in an answer: coordinates, signs of measure. */
const OF_THE_INTERFACE = '0123456789°′″±≤–…·ANESW';

export function loadLetters(list: ListInForce): void {
	const letters = [...new Set(JSON.stringify(list) + OF_THE_INTERFACE)].join('');
	const families = [
		getComputedStyle(document.body).fontFamily,
		getComputedStyle(document.documentElement).getPropertyValue('--font-mono')
	];
	for (const family of families) {
		// Without the font the system's own letters are shown.
		document.fonts.load(`1rem ${family}`, letters).catch(() => undefined);
	}
}
