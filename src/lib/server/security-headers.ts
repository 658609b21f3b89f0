/** On every answer, files included. The Content-Security-Policy is SvelteKit's (svelte.config.js). */
export function listSecurityHeaders(https: boolean): Record<string, string> {
	return {
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		// A check uses the position on the device itself; nothing else of it is ever asked for.
		'permissions-policy':
			'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'x-frame-options': 'DENY',
		...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {})
	};
}
