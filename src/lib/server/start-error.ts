/**
 * A reason not to start, for a person to read: one sentence that says what happened and what to do.
 * Whoever prints it leaves the stack out.
 */
export class StartError extends Error {
	override name = 'StartError';
}
