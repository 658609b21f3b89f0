/** What is said where there is no network: on the page /offline, and by the service worker. */
export const offline = {
	title: 'Without a network',
	lead: 'Check and list open on this device without a network once you have visited them signed in.',
	needs: 'This page needs a network',
	needsDetail: 'It did not come. Check and list work on this device without one.',
	signedOut: {
		title: 'Signed out on this device',
		detail:
			'What this device kept of yours is gone. The server does not know yet: it is told at the next visit with a network, before anything is shown.'
	},
	kept: 'Kept on this device',
	nothing: 'Nothing yet. Sign in once with a network.',
	mission: ({ mission }: { mission: string }) =>
		`Check and list of ${mission}, until you sign out.`,
	map: {
		kept: ({ size }: { size: string }) =>
			`The map, ${size}. It opens without a network, also for whoever comes after you.`,
		absent: ({ size }: { size: string }) => `The map needs a network. Keep it here? ${size}.`,
		keep: 'Keep the map',
		forget: 'Remove the map',
		keeping: 'The map is being kept.',
		noRoom: 'There is no room for the map on this device. Make room and try again.',
		failed: 'The map did not come whole. Try again with a better network.'
	},
	removed:
		'Cordon needs a network once more: the browser has removed what was kept on this device. Load this page again when there is one.'
};
