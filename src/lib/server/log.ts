/**
 * What the log says of a failure: enough to find the line, nothing about a person. Messages can
 * quote what was typed, so addresses, positions and long numbers are struck out of them.
 */
export function describeError(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { message: redact(String(error)) };
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return {
		name: error.name,
		code: (error as { code?: unknown }).code,
		message: redact(error.message),
		stack: frames.slice(0, 8).map((line) => line.trim())
	};
}

export function redact(text: string): string {
	return text
		.replace(/[^\s"'(<]+@[^\s"')>]+/g, '[address]')
		.replace(/\b\d{1,2}\s?[C-X]\s?[A-Z]{2}\s?\d{2,5}\s?\d{2,5}\b/g, '[position]')
		.replace(/-?\d{1,3}\.\d{2,}/g, '[number]')
		.replace(/\b(eyJ[\w-]+\.[\w-]+\.[\w-]+)/g, '[token]')
		.replace(/\/\/[^/\s:@]+:[^/\s@]+@/g, '//[login]@');
}
