/** Noto Sans SC in the package's own slices: each file with the characters it holds. */
import ranges from '@fontsource-variable/noto-sans-sc/unicode.json';

const urls = import.meta.glob<string>(
	'/node_modules/@fontsource-variable/noto-sans-sc/files/noto-sans-sc-*-wght-normal.woff2',
	{ query: '?url', import: 'default', eager: true }
);

const url = (slice: string) =>
	Object.entries(urls).find(([path]) =>
		path.endsWith(`/noto-sans-sc-${slice}-wght-normal.woff2`)
	)?.[1];

/** A slice is named "[4]" in the list and "4" in its file; the few named ones are other scripts. */
export const CHINESE_FACES = Object.entries(ranges).flatMap(([name, range]) => {
	const slice = /^\[(\d+)\]$/.exec(name)?.[1];
	const file = slice && url(slice);
	return file ? [{ url: file, 'unicode-range': range.split(',') }] : [];
});
