/**
 * Lets Node run the sources as they are: it strips the types itself, and this finds what the bundler
 * finds, `$lib/…` and modules named without their ending. In the same thread, so nothing waits for
 * another one to answer, also not at the end.
 */
import { registerHooks } from 'node:module';

/** A folder may have the name of a module. */
const UNENDED = ['ERR_MODULE_NOT_FOUND', 'ERR_UNSUPPORTED_DIR_IMPORT'];
const lib = new URL('../lib/', import.meta.url);

registerHooks({
	resolve(specifier, context, next) {
		const found = specifier.startsWith('$lib/') ? new URL(specifier.slice(5), lib).href : specifier;
		try {
			return next(found, context);
		} catch (error) {
			const { code } = /** @type {NodeJS.ErrnoException} */ (error);
			const isOwn = /^(\.{1,2}\/|file:)/.test(found);
			if (!isOwn || !UNENDED.includes(code ?? '')) throw error;
			return next(`${found}.ts`, context);
		}
	}
});
