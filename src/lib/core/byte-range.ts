/** `bytes=a-b`, `bytes=a-` or `bytes=-n` within `size` bytes; undefined when it cannot be satisfied. */
export function parseRange(
	header: string,
	size: number
): { start: number; end: number } | undefined {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
	if (!match || (match[1] === '' && match[2] === '')) return undefined;
	const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
	const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]));
	return start <= end && start < size ? { start, end } : undefined;
}
