/** A path of this site to return to, or the fallback: never an address elsewhere. */
export function ownPath(value: unknown, fallback = '/'): string {
	if (typeof value !== 'string') return fallback;
	// Backslashes and control characters are read as slashes or dropped by browsers: "/\evil.example".
	if (!/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(value)) return fallback;
	const base = 'https://own.invalid';
	const url = URL.parse(value, base);
	return url?.origin === base ? url.pathname + url.search + url.hash : fallback;
}
